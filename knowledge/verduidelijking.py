"""Which question back tells the candidates apart."""

from collections.abc import Sequence
from enum import StrEnum

from knowledge.search.signals import find_leeftijden
from knowledge.vraagbaak import Raadpleging
from sociale_kaart.voorziening import Kenmerk, Voorziening


class Navraag(StrEnum):
    """A question back."""

    GEMEENTE = "gemeente"
    LEEFTIJD = "leeftijd"
    KINDEREN = "kinderen"
    TITELS = "titels"  # the candidates themselves, by name


def choose_navraag(
    raadpleging: Raadpleging,
    kandidaten: Sequence[Voorziening],
    *,
    gemeente: str | None,
    gevraagd: Sequence[str],
) -> Navraag:
    """Return the question whose answer decides; the titles where no single question does.

    Args:
        raadpleging: the question as it was read.
        kandidaten: the first candidates, best first.
        gemeente: the municipality, if it is known.
        gevraagd: what was answered to earlier questions back; nothing is asked twice.
    """
    first, *others = kandidaten
    rival = others[0] if others else None
    if gemeente is None and rival is not None and first.werkgebied != rival.werkgebied:
        return Navraag.GEMEENTE
    if gevraagd or rival is None:
        return Navraag.TITELS
    if not find_leeftijden(raadpleging.vraag) and _differs_by_age(first, rival):
        return Navraag.LEEFTIJD
    if _differs_by_children(first, rival) and "kind" not in raadpleging.vraag.casefold():
        return Navraag.KINDEREN
    return Navraag.TITELS


def _differs_by_age(one: Voorziening, other: Voorziening) -> bool:
    return _has_ages(one) != _has_ages(other)


def _has_ages(voorziening: Voorziening) -> bool:
    doelgroep = voorziening.doelgroep
    return doelgroep is not None and (
        doelgroep.leeftijd_van is not None or doelgroep.leeftijd_tot is not None
    )


def _differs_by_children(one: Voorziening, other: Voorziening) -> bool:
    return _is_for_children(one) != _is_for_children(other)


def _is_for_children(voorziening: Voorziening) -> bool:
    doelgroep = voorziening.doelgroep
    return doelgroep is not None and Kenmerk.MINDERJARIGE_KINDEREN in doelgroep.kenmerken
