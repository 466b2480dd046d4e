"""Key words in a misspelled form, found with a bounded number of edits."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

MIN_LENGTE = 6  # shorter words resemble too many others
MIN_LENGTE_TWEE = 9  # from here on two edits are allowed


class Spelling:
    """Brings a misspelled key word back to its own form.

    A look-alike (`gewone_woorden`) is an existing word that differs little from a key word
    ('verwacht' and 'verkracht'); it stays what it is. The first letter has to be right.
    """

    def __init__(self, kernwoorden: Iterable[str], gewone_woorden: Iterable[str]) -> None:
        self._gewoon = frozenset(gewone_woorden)
        self._per_letter: dict[str, list[str]] = defaultdict(list)
        for woord in dict.fromkeys(kernwoorden):
            self._per_letter[woord[0]].append(woord)

    def correct(self, vorm: str) -> str:
        """Return the key word that this form is a misspelling of, else the form itself."""
        if len(vorm) < MIN_LENGTE - 1 or vorm in self._gewoon:
            return vorm
        found = process.extractOne(
            vorm, self._per_letter.get(vorm[0], ()), scorer=OSA.distance, score_cutoff=2
        )
        return found[0] if found and found[1] <= _allowed(found[0]) else vorm


def _allowed(woord: str) -> int:
    return 2 if len(woord) >= MIN_LENGTE_TWEE else 1
