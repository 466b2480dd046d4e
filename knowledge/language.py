"""From typed text to words: case, diacritics and punctuation fall away."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from Stemmer import Stemmer

MAX_TEXT = 4000  # a question longer than a Telegram message is cut here
BREAK = "\x02"  # stands between two texts

_STEMMER = Stemmer("dutch_porter")
_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff\ufe20-\ufe2f]")  # loose accents
_STRANGE = re.compile(r"[^\w\x00-\x7f]+")  # neither ASCII nor part of a word
_CLOSE = re.compile(r"\s+|\s?[-\u2010-\u2013]\s?")  # between the halves of a word typed as two
_CLAUSE_END = re.compile(r"[.!?;:\n]+")
_WORD_OR_BREAK = re.compile(rf"[^\W_]+|{BREAK}")
_SPACED = bytes(
    code if chr(code).isalnum() or chr(code) == BREAK else ord(" ") for code in range(128)
).ljust(256)


@dataclass(frozen=True, slots=True, kw_only=True)
class Woord:
    """A word as it was typed, where it stands, and its plain form."""

    getypt: str
    vorm: str  # lower case, without diacritics
    zin: int  # the number of the sentence it stands in, from 0
    sluit_aan: bool = False  # white space or a hyphen alone stands between it and the one before


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Return a word in lower case and without diacritics; `cliënt` gives `client`."""
    return _fold_text(word)


def _fold_text(text: str) -> str:
    lowered = text.casefold()
    if lowered.isascii():
        return lowered
    return _MARKS.sub("", unicodedata.normalize("NFKD", lowered))


@lru_cache(maxsize=65_536)
def stem(form: str) -> str:
    """Return the stem of a plain form; `schulden` and `schuld` share one.

    `dutch_porter`, since the newer Dutch stemmer turns 'begeleiding' into 'beleid'.
    """
    return str(_STEMMER.stemWord(form))


def stem_many(forms: Sequence[str]) -> list[str]:
    """Return the stem of each of these plain forms."""
    return list(_STEMMER.stemWords(forms))


def split_words(text: str) -> tuple[Woord, ...]:
    """Return the words of a text, in order; at most MAX_TEXT characters are read."""
    words: list[Woord] = []
    for number, typed_sentence in enumerate(split_sentences(text[:MAX_TEXT])):
        sentence = unicodedata.normalize("NFC", typed_sentence)
        end = len(sentence)
        for match in _WORD.finditer(sentence):
            typed = match.group()
            close = _CLOSE.fullmatch(sentence, end, match.start()) is not None
            words.append(Woord(getypt=typed, vorm=fold(typed), zin=number, sluit_aan=close))
            end = match.end()
    return tuple(words)


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text, each with the mark it ends on."""
    sentences: list[str] = []
    start = 0
    for match in _CLAUSE_END.finditer(text):
        sentences.append(text[start : match.end()])
        start = match.end()
    if text[start:].strip():
        sentences.append(text[start:])
    return sentences


def split_forms(text: str) -> list[str]:
    """Return the plain forms of the words of a text, of any length."""
    return _WORD.findall(_fold_text(text))


def split_many(texts: Sequence[str]) -> list[str]:
    """Return what `split_forms` gives for each of these texts, with BREAK between two of them."""
    joined = f" {BREAK} ".join(texts)
    if joined.count(BREAK) != len(texts) - 1:
        joined = f" {BREAK} ".join(text.replace(BREAK, " ") for text in texts)
    folded = _fold_text(joined)
    if not folded.isascii():
        folded = _STRANGE.sub(" ", folded)
    if not folded.isascii():
        return _WORD_OR_BREAK.findall(folded)
    return folded.encode().translate(_SPACED).decode().split()
