"""Whether the context of a sign says that there is no danger now."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet

from knowledge.spoed.lezing import Vondst
from knowledge.spoed.patroon import Treffer
from knowledge.spoed.regels import Bereik, Soort

VOORUIT = 5  # words between a denial and what it denies
ACHTERUIT = 2
_Oordeel = Callable[[Vondst, Treffer], bool]


def is_silent(vondst: Vondst, bericht: AbstractSet[Bereik]) -> bool:
    """Tell whether the sign is denied, past, figurative or not about a person.

    Args:
        vondst: the sign.
        bericht: the kinds of silencer that stand anywhere in the message.
    """
    if _is_silent_by_message(vondst, bericht):
        return True
    context = vondst.lezing.context
    return any(
        oordeel(vondst, zwijger)
        for bereik, oordeel in _OORDEEL.items()
        for zwijger in context[bereik]
    )


def _is_silent_by_message(vondst: Vondst, bericht: AbstractSet[Bereik]) -> bool:
    is_soort_nu = vondst.teken.soort in (Soort.NU, Soort.TAAL)
    if Bereik.ALLES in bericht:
        return not (is_soort_nu and vondst.is_nu)
    return Bereik.BERICHT in bericht and not (is_soort_nu or vondst.is_nu)


def _takes_words(vondst: Vondst, zwijger: Treffer) -> bool:
    return bool(vondst.treffer.posities & zwijger.posities)


def _denies_ahead(vondst: Vondst, zwijger: Treffer) -> bool:
    if _takes_words(vondst, zwijger) or not _shares_deelzin(vondst, zwijger):
        return False
    if zwijger.begin > vondst.treffer.begin:
        return zwijger.eind < vondst.treffer.eind
    ertussen = range(zwijger.eind, vondst.treffer.begin)
    grenzen = vondst.lezing.plaatsen.get("grens", ())
    return len(ertussen) <= VOORUIT and not any(start in ertussen for start, _ in grenzen)


def _denies_behind(vondst: Vondst, zwijger: Treffer) -> bool:
    afstand = zwijger.begin - vondst.treffer.eind
    return 0 <= afstand <= ACHTERUIT and _shares_deelzin(vondst, zwijger)


def _is_past(vondst: Vondst, zwijger: Treffer) -> bool:
    lezing = vondst.lezing
    if vondst.kern_deelzin not in lezing.find_deelzinnen(zwijger):
        return not lezing.has("heden", lezing.find_deelzinnen(vondst.treffer))
    if vondst.has_in_kern("heden"):
        return False
    nu = vondst.distance_to("tijd_nu")
    return nu is None or vondst.treffer.kern.distance(zwijger) <= nu


def _shares_deelzin(vondst: Vondst, zwijger: Treffer) -> bool:
    lezing = vondst.lezing
    return bool(lezing.find_deelzinnen(vondst.treffer) & lezing.find_deelzinnen(zwijger))


def _holds_sentence(vondst: Vondst, zwijger: Treffer) -> bool:
    return not (vondst.is_nu or _takes_words(vondst, zwijger))


def _is_about_subject(vondst: Vondst, zwijger: Treffer) -> bool:
    if _shares_deelzin(vondst, zwijger):
        return True
    return not (vondst.is_nu or vondst.has_in_kern("heden"))


_OORDEEL: Mapping[Bereik, _Oordeel] = {
    Bereik.WOORDEN: _takes_words,
    Bereik.VOORUIT: _denies_ahead,
    Bereik.ACHTERUIT: _denies_behind,
    Bereik.VERLEDEN: _is_past,
    Bereik.ZIN: _holds_sentence,
    Bereik.BERICHT: _is_about_subject,
}
