"""Time words that are typed wrong or in short, mended against their own small vocabulary."""

import re
from functools import cache, lru_cache

from knowledge.privacy.taal import (
    is_enkel_woord,
    is_gangbare_achternaam,
    is_gangbare_voornaam,
    is_lijstwoord,
    is_voornaam,
    is_woord,
)
from scheduler.moment.woorden import read_soorten, read_vormen

_KORTSTE = 4  # shorter words are too like others to be mended
_LANG = 9  # from here on two letters may be wrong
_KORTSTE_SKELET = 3
_KLINKERS = re.compile("ij|[aeiouy]")


@lru_cache(maxsize=8192)
def mend(vorm: str, *, na_getal: bool = False) -> str | None:
    """Return the time word that was meant; None for an ordinary word, a name or a riddle.

    Behind a number a measure is likely, so that 'minten' need not be a form of 'mint'.
    """
    if len(vorm) < _KORTSTE_SKELET or not vorm.isalpha() or len(vorm) > max(_read_by_length()):
        return None
    found = _find_without_vowels(vorm) or _find_near(vorm)
    meant = _pick_one(found, na_getal=na_getal)
    if meant is None or _is_own_word(vorm, na_getal=na_getal):
        return None
    far = len(vorm) >= _LANG and count_edits(vorm, meant) > 1
    return None if far and is_woord(vorm) else meant  # 'aandragen' is no 'maandagen'


def _is_own_word(vorm: str, *, na_getal: bool) -> bool:
    if is_lijstwoord(vorm) or (is_enkel_woord(vorm) and not na_getal):
        return True
    if is_gangbare_voornaam(vorm) or is_gangbare_achternaam(vorm):
        return True
    return is_voornaam(vorm)


@cache
def _read_by_length() -> dict[int, tuple[str, ...]]:
    """Return the words that can be meant, by their length."""
    by_length: dict[int, list[str]] = {}
    for vorm in read_vormen():
        if len(vorm) >= _KORTSTE and vorm.isalpha():
            by_length.setdefault(len(vorm), []).append(vorm)
    return {length: tuple(vormen) for length, vormen in by_length.items()}


@cache
def _read_skeletons() -> dict[str, tuple[str, ...]]:
    skeletons: dict[str, list[str]] = {}
    for vormen in _read_by_length().values():
        for vorm in vormen:
            skeletons.setdefault(_strip_vowels(vorm), []).append(vorm)
    return {skeleton: tuple(vormen) for skeleton, vormen in skeletons.items()}


def _strip_vowels(vorm: str) -> str:
    """Return the consonants, and the first letter: 'mrgn' for 'morgen'."""
    kaal = vorm.replace("ij", "y")
    return kaal[0] + _KLINKERS.sub("", kaal[1:])


def _find_without_vowels(vorm: str) -> list[str]:
    """Return the words of which only vowels are left out: 'mrgn', 'vrijdg'."""
    skeleton = _strip_vowels(vorm)
    if len(skeleton) < _KORTSTE_SKELET:
        return []
    return [woord for woord in _read_skeletons().get(skeleton, ()) if _is_shortened(vorm, woord)]


def _is_shortened(vorm: str, woord: str) -> bool:
    letters = iter(woord)
    return len(vorm) < len(woord) and all(letter in letters for letter in vorm)


def _find_near(vorm: str) -> list[str]:
    """Return the words that differ the least, if that is little."""
    if len(vorm) < _KORTSTE:
        return []
    for most in (1, 2) if len(vorm) >= _LANG else (1,):
        lengths = range(len(vorm) - most, len(vorm) + most + 1)
        near = [
            woord
            for length in lengths
            for woord in _read_by_length().get(length, ())
            if _may_be_near(vorm, woord) and count_edits(vorm, woord) <= most
        ]
        if near:
            return near
    return []


def _may_be_near(vorm: str, woord: str) -> bool:
    """Tell whether the first or the last two letters are the same; cheap, before counting."""
    return vorm[0] == woord[0] or vorm[-2:] == woord[-2:]


def _pick_one(vormen: list[str], *, na_getal: bool) -> str | None:
    """Return the only word, one of several that mean the same, or the fitting number of one."""
    meanings = {_find_meaning(vorm) for vorm in vormen}
    if len(meanings) == 1:
        return vormen[0]
    maten = {read_soorten().get(str(meaning[0]), {}).get("EENHEID") for meaning in meanings}
    if len(maten) == 1 and None not in maten:  # 'weekn'
        return max(vormen, key=len) if na_getal else min(vormen, key=len)
    return None


def _find_meaning(vorm: str) -> tuple[object, ...]:
    """Return what a form stands for; a holiday with two names is one."""
    soorten = read_soorten()
    return tuple(soorten.get(woord, {}).get("FEEST", woord) for woord in read_vormen()[vorm])


def count_edits(een: str, ander: str) -> int:
    """Return how many letters are added, dropped, changed, or swapped with their neighbour."""
    before: list[int] = []
    row = list(range(len(ander) + 1))
    for i, letter in enumerate(een, start=1):
        earlier, before, row = before, row, [i]
        for j, other in enumerate(ander, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == ander[j - 2] and een[i - 2] == other:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
    return row[-1]
