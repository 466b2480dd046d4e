"""How the methods that bring no text analysis of their own cut a text into terms."""

import re
import unicodedata

from Stemmer import Stemmer

_WORD = re.compile(r"[^\W_]+")
_STEMMER = Stemmer("dutch_porter")  # the newer `dutch` makes 'beleid' of 'begeleiding'
TRIGRAM = 3


def split_words(text: str) -> list[str]:
    """Return the words of a text in lower case, without diacritics."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))


def split_stems(text: str) -> list[str]:
    """Return the Dutch stems of the words of a text."""
    return [str(stem) for stem in _STEMMER.stemWords(split_words(text))]


def split_trigrams(text: str) -> list[str]:
    """Return the pieces of three characters of the words of a text, their edges included."""
    return [
        framed[start : start + TRIGRAM]
        for word in split_words(text)
        for framed in [f" {word} "]
        for start in range(len(framed) - TRIGRAM + 1)
    ]
