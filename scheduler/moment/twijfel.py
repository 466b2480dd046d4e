"""Whether 'ma', 'di', 'wo', 'do', 'vr', 'za' and 'zo' are days, or other words."""

import re

from scheduler.moment.woorden import read_vormen

_VOOR_DAG = frozenset(
    "elk volgend komend deze eerstvolgend op vanaf week weken tm laatste eerste tweede derde "
    "vierde uiterlijk wekelijks vanaf".split()
)
_NA_DAG = frozenset(
    "ochtend middag avond nacht over komend volgend deze week half kwart overmorgen "
    "in vanaf".split()
)
_ALLEEN = frozenset("di wo do vr za".split())  # no other word when they open or end a text
_KORT = frozenset("ma di wo do vr za zo".split())
_RANG = re.compile(r"\d{1,2}(?:e|de|ste)")  # '1e ma'
_TUSSEN = frozenset((",", "en", "&", "+", "/", "-", "tm", "t/m", ".", "of"))


def is_weekdag(vormen: list[str], plek: int, cijfers: frozenset[int]) -> bool:
    """Tell whether the short word at this place is a day of the week."""
    vorm = vormen[plek]
    if vorm in _ALLEEN and plek in {0, len(vormen) - 1}:
        return True
    if plek and _RANG.fullmatch(vormen[plek - 1]):
        return True
    return (
        _stands_before_time(vormen, plek, cijfers)
        or _get_meaning(vormen, plek - 1)[-1:] in {(woord,) for woord in _VOOR_DAG}
        or _stands_in_list(vormen, plek)
        or _stands_behind_week(vormen, plek)
    )


def _get_meaning(vormen: list[str], plek: int) -> tuple[str, ...]:
    if not 0 <= plek < len(vormen):
        return ()
    return read_vormen().get(vormen[plek], (vormen[plek],))


def _stands_before_time(vormen: list[str], plek: int, cijfers: frozenset[int]) -> bool:
    verder = plek + 1
    if vormen[verder : verder + 1] == ["."]:
        verder += 1
    if vormen[verder : verder + 1] == ["om"] and vormen[plek] != "zo":
        verder += 1
    volgende = _get_meaning(vormen, verder)
    if "'s" in volgende or (volgende and volgende[0] in _NA_DAG and vormen[plek] != "zo"):
        return True
    return verder in cijfers or bool(volgende and volgende[0] in _NA_DAG - {"over", "in", "half"})


def _stands_behind_week(vormen: list[str], plek: int) -> bool:
    """Tell whether a numbered week stands before it: 'week 50 vr'."""
    return _get_meaning(vormen, plek - 2) == ("week",) and vormen[plek - 1].isdigit()


def _stands_in_list(vormen: list[str], plek: int) -> bool:
    """Tell whether another day stands beside it: 'ma en do', 'di/vr'."""
    for kant in (-1, 1):
        naast = vormen[plek + kant] if 0 <= plek + kant < len(vormen) else ""
        if naast in _KORT - {"zo"} and vormen[plek] != "zo":
            return True
        tussen, ander = plek + kant, plek + 2 * kant
        if 0 <= ander < len(vormen) and vormen[tussen] in _TUSSEN:
            meaning = _get_meaning(vormen, ander)
            if vormen[ander] in _KORT or (meaning and meaning[-1].endswith("dag")):
                return True
    return False
