"""The words of a question as they were meant: mended, and joined where one was typed as two."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from knowledge.language import Woord, split_words

SHORTEST_PART = 3  # letters of each half of a word that was typed as two
SHORTEST_JOINED = 8  # letters of a word that may have been typed as two

Gekend = Callable[[str], bool]


def read_vraagwoorden(
    text: str, correct: Callable[[str], str], is_kaartwoord: Gekend
) -> tuple[Woord, ...]:
    """Return the words of a question, in order.

    Dutch writes compounds as one word, and many people write 'jeugd team': two words that make one
    of the kaart together are that one, where nothing but white space or a hyphen parts them.

    Args:
        text: the question.
        correct: mends the spelling of one plain form.
        is_kaartwoord: tells whether the kaart uses this very word.
    """
    words: list[Woord] = []
    for word in split_words(text):
        vorm = correct(word.vorm)
        mended = word if vorm == word.vorm else replace(word, vorm=vorm)
        joined = _join(words[-1], mended, is_kaartwoord) if words else None
        words[len(words) - bool(joined) :] = [joined or mended]
    return tuple(words)


def find_vormen(words: Sequence[Woord]) -> list[str]:
    """Return the plain forms of words."""
    return [word.vorm for word in words]


def _join(one: Woord, other: Woord, is_kaartwoord: Gekend) -> Woord | None:
    """Return two words as the one that they make; None where that is no word of the kaart."""
    shortest = min(len(one.vorm), len(other.vorm))
    vorm = one.vorm + other.vorm
    if not other.sluit_aan or shortest < SHORTEST_PART or len(vorm) < SHORTEST_JOINED:
        return None
    if not vorm.isalpha() or not is_kaartwoord(vorm):
        return None
    return replace(one, getypt=f"{one.getypt} {other.getypt}", vorm=vorm)
