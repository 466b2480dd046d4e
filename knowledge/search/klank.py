"""How a Dutch word sounds, written down: 'vijlig' and 'veilig' are one.

People write by ear: ei for ij, g for ch, t for d at the end, one letter for two.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_LETTERS = (  # in this order; what has one sound gets one sign
    ("tie", "sie"),
    ("isch", "is"),
    ("sch", "sg"),
    ("ch", "g"),
    ("ouw", "A"),
    ("auw", "A"),
    ("ou", "A"),
    ("au", "A"),
    ("ij", "E"),
    ("ei", "E"),
    ("oe", "U"),
    ("eu", "O"),
    ("ie", "i"),
    ("y", "i"),
    ("th", "t"),
    ("ph", "f"),
    ("qu", "kw"),
    ("x", "ks"),
    ("ce", "se"),
    ("ci", "si"),
    ("c", "k"),
    ("z", "s"),
    ("v", "f"),
    ("dt", "t"),
)
_DOUBLED = re.compile(r"([a-z])\1+")
_END = re.compile(r"d\b")
_SILENT = re.compile(r"en\b")
_VOWELS = re.compile("[aeiouAEUO]")
MAX_REMEMBERED = 8192


def find_klanken(forms: Iterable[str]) -> list[str]:
    """Return how each of these plain forms sounds, in their order."""
    text = " ".join(forms)
    if not text:
        return []
    for letters, sign in _LETTERS:
        text = text.replace(letters, sign)
    text = _DOUBLED.sub(r"\1", text)
    return _SILENT.sub("e", _END.sub("t", text)).split(" ")


@lru_cache(maxsize=MAX_REMEMBERED)
def find_klank(form: str) -> str:
    """Return how one plain form sounds."""
    return find_klanken((form,))[0] if form else ""


def find_medeklinkers(form: str) -> str:
    """Return the consonants of a form as they sound."""
    return _VOWELS.sub("", find_klank(form))
