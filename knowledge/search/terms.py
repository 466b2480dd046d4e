"""What a text is about, as terms: its own words, abbreviations in full, and concepts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from knowledge.language import Woord, split_forms
from knowledge.search.expressions import ExpressionTree
from knowledge.search.vocabulary import CONCEPT, NEGATION, SMALL
from knowledge.woordenlijst import Woordenlijst

_DENYING = frozenset({"geen", "niet", "zonder", "nooit", "nergens"})
MAX_REMEMBERED = 8192
DENIED_REACH = 2  # how many words after 'geen' may be what is denied


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraagterm:
    """A term of a question, with the words that it came from."""

    term: str
    getypt: str  # in the user's own words
    zin: int  # the sentence it stands in, from 0
    gewicht: float = 1.0
    ontkend: bool = False


class TermFinder:
    """Finds the terms of questions and of the texts of the kaart."""

    def __init__(self, woordenlijst: Woordenlijst) -> None:
        self._lijst = woordenlijst
        self._empty = woordenlijst.stopwoorden | woordenlijst.stil | _DENYING
        self._tell = lru_cache(maxsize=MAX_REMEMBERED)(self._look_up)

    def find_terms(self, text: str) -> list[str]:
        """Return the terms of a text of the kaart, one for each time it is said."""
        forms = split_forms(text)
        terms: list[str] = []
        for form in forms:
            terms += self.say(form)
        terms.extend(CONCEPT + begrip for _, _, begrip in self._find_begrippen(forms))
        terms.extend(NEGATION + forms[number] for number in find_denied(forms))
        return terms

    def find_vraagtermen(self, words: Sequence[Woord]) -> tuple[Vraagterm, ...]:
        """Return the terms of the words of a question, each once, in the order of the text."""
        found: dict[str, Vraagterm] = {}
        for vraagterm in self._read_vraag(words):
            found.setdefault(vraagterm.term, vraagterm)
        return tuple(found.values())

    def _read_vraag(self, words: Sequence[Woord]) -> Iterator[Vraagterm]:
        forms = [word.vorm for word in words]
        denied = set(find_denied(forms))
        for number, word in enumerate(words):
            ontkend = number in denied
            for term, deel in self._tell(word.vorm):
                yield _make(term, word, ontkend=ontkend, deel=deel)
            if ontkend and self.speaks(word.vorm):
                yield _make(NEGATION + word.vorm, word)
        for start, length, begrip in self._find_begrippen(forms):
            typed = " ".join(word.getypt for word in words[start : start + length])
            ontkend = start in denied and forms[start] not in _DENYING
            yield Vraagterm(
                term=CONCEPT + begrip, getypt=typed, zin=words[start].zin, ontkend=ontkend
            )

    @cached_property
    def tree(self) -> ExpressionTree:
        """The expressions of the word list, to be found in many texts at once."""
        return ExpressionTree(self._lijst.uitdrukkingen)

    def denies(self, form: str) -> bool:
        """Tell whether a form denies what comes after it."""
        return form in _DENYING

    def is_small(self, form: str) -> bool:
        """Tell whether a form may stand in the middle of an expression without being part of it."""
        return form in self._lijst.stopwoorden

    def say(self, form: str) -> tuple[str, ...]:
        """Return the terms that a form says by itself."""
        own = self._name(form)
        return (*((own,) if own else ()), *self._expand(form))

    def _look_up(self, form: str) -> tuple[tuple[str, float], ...]:
        """Return the terms that a form says by itself, each with its share."""
        own, full = self._name(form), self._expand(form)
        return (*(((own, 1.0),) if own else ()), *((part, 1 / len(full)) for part in full))

    def _name(self, form: str) -> str:
        """Return the term for a word by itself; '' for one that says nothing."""
        if form in self._lijst.stil:
            return ""
        return form if self.speaks(form) else SMALL + form

    def speaks(self, form: str) -> bool:
        """Tell whether a form by itself says something about the subject."""
        return form not in self._empty and (len(form) > 1 or form.isdigit())

    def _expand(self, form: str) -> list[str]:
        full = self._lijst.expand(form)
        return [word for word in full if word != form and self.speaks(word)] if full else []

    def _find_begrippen(self, forms: Sequence[str]) -> list[tuple[int, int, str]]:
        return self._lijst.find_begrippen(forms)


def find_denied(forms: Sequence[str]) -> list[int]:
    """Return the positions of the words that 'geen', 'niet' or 'zonder' denies."""
    denied: list[int] = []
    for number, form in enumerate(forms):
        if form in _DENYING:
            denied.extend(range(number + 1, min(number + 1 + DENIED_REACH, len(forms))))
    return denied


def _make(term: str, word: Woord, *, ontkend: bool = False, deel: float = 1.0) -> Vraagterm:
    return Vraagterm(term=term, getypt=word.getypt, zin=word.zin, ontkend=ontkend, gewicht=deel)
