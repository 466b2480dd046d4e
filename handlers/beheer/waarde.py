"""One value of a draft on the screen, and what can be done with one thing of a list."""

from typing import Any

from handlers.beheer.kiezen import offer_keuzes
from handlers.beheer.openen import check_concept
from handlers.beheer.scherm import make_knop, make_terug, reply, wait
from handlers.beheer.velden import VUL, Plek, Veldsoort
from handlers.beheer.woorden import describe, describe_ding, explain_gebreken
from handlers.environment import Omgeving
from handlers.exchange import Effect, Knop, Knoppen, Stap, Vraag
from knowledge.beheer.concept import Concept
from knowledge.beheer.inhoud import format_pad, get_at

CHOSEN = frozenset({Veldsoort.KEUZE, Veldsoort.KEUZES, Veldsoort.BRON})


def show_waarde(
    vraag: Vraag,
    omgeving: Omgeving,
    concept: Concept,
    plek: Plek,
    effecten: tuple[Effect, ...],
) -> Stap:
    """Show one value; the next text takes its place, where it is one that is typed."""
    waarde = get_at(concept.inhoud, plek.pad)
    knoppen = (
        *offer_keuzes(vraag, omgeving, concept, plek),
        *offer_rij(omgeving, concept, plek, waarde),
        (make_omhoog(omgeving, concept, plek),),
    )
    stap = reply(
        vraag,
        omgeving,
        "beheer/veld",
        knoppen,
        effecten,
        veld=plek.veld,
        van=plek.van.label if plek.veld is not plek.van else None,
        waarde=_describe_here(waarde, plek, omgeving),
        fouten=find_fouten(omgeving, concept, plek) if waarde else (),
        typ=plek.veld.soort not in CHOSEN,
        meer=plek.is_ding and waarde is None and plek.veld.soort is Veldsoort.LIJST,
    )
    if plek.veld.soort in {Veldsoort.KEUZE, Veldsoort.KEUZES}:
        return stap
    return wait(stap, vraag, f"{VUL}:{concept.id}:{format_pad(plek.pad)}")


def find_fouten(omgeving: Omgeving, concept: Concept, plek: Plek | None = None) -> tuple[str, ...]:
    """Return what is wrong with a draft, or with one place of it, as sentences."""
    return explain_gebreken(check_concept(concept, omgeving).gebreken, omgeving, plek)


def offer_rij(omgeving: Omgeving, concept: Concept, plek: Plek, waarde: object) -> Knoppen:
    """Return the buttons that move or drop one thing of a list, or empty a field."""
    if waarde is None or (plek.veld.verplicht and not plek.is_ding):
        return ()
    data = f"rij:{concept.id}:{concept.keer}:{format_pad(plek.pad)}"
    if not plek.is_ding:
        return ((make_knop(omgeving, "knop_leeg", f"{data}:weg"),),)
    at, last = int(plek.pad[-1]), len(get_at(concept.inhoud, plek.pad[:-1]) or ()) - 1
    row = [make_knop(omgeving, "knop_omhoog", f"{data}:op")] if at > 0 else []
    row += [make_knop(omgeving, "knop_omlaag", f"{data}:neer")] if at < last else []
    return ((*row, make_knop(omgeving, "knop_haal_weg", f"{data}:weg")),)


def make_omhoog(omgeving: Omgeving, concept: Concept, plek: Plek) -> Knop:
    """Return the button to what a place lies in."""
    if plek.is_ding or plek.veld is not plek.van:
        data = f"veld:{concept.id}:{format_pad(plek.pad[:-1])}"
        return make_knop(omgeving, "knop_lijst_terug", data, veld=plek.van.label)
    if plek.veld.soort is Veldsoort.KEUZES:
        return make_knop(omgeving, "knop_volgende", f"verder:{concept.id}")
    return make_terug(concept, omgeving)


def _describe_here(waarde: Any, plek: Plek, omgeving: Omgeving) -> str:  # noqa: ANN401 (any field)
    if waarde is None:
        return ""
    named = describe_ding if plek.is_ding else describe
    return named(waarde, plek.veld, omgeving)
