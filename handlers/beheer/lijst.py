"""A list of a draft on the screen, and one thing of it that has fields of its own."""

from typing import Any

from handlers.beheer.scherm import make_knop, make_terug, reply
from handlers.beheer.velden import Plek, Veld
from handlers.beheer.waarde import find_fouten, make_omhoog, offer_rij
from handlers.beheer.woorden import describe, describe_ding, shorten
from handlers.environment import Omgeving
from handlers.exchange import Effect, Knop, Knoppen, Stap, Vraag
from knowledge.beheer.concept import Concept
from knowledge.beheer.inhoud import format_pad, get_at

PAGE = 6  # things of a list on one screen


def show_lijst(
    vraag: Vraag,
    omgeving: Omgeving,
    concept: Concept,
    plek: Plek,
    effecten: tuple[Effect, ...],
    page: int,
) -> Stap:
    """Show the things of a list, each as a button, in their order."""
    things: list[Any] = get_at(concept.inhoud, plek.pad) or []
    begin = page * PAGE if page * PAGE < len(things) else 0
    rows = tuple(
        (_make_dingknop(omgeving, concept, plek, number, things[number]),)
        for number in range(begin, min(begin + PAGE, len(things)))
    )
    nieuw = f"veld:{concept.id}:{_find_nieuw(plek, len(things))}"
    add = make_knop(omgeving, "knop_toevoegen", nieuw, een=plek.veld.een)
    return reply(
        vraag,
        omgeving,
        "beheer/lijst",
        (
            *rows,
            *_offer_bladzijden(omgeving, concept, plek, begin, len(things)),
            (add,),
            (make_terug(concept, omgeving),),
        ),
        effecten,
        veld=plek.veld,
        aantal=len(things),
        fouten=find_fouten(omgeving, concept, plek),
    )


def show_ding(
    vraag: Vraag,
    omgeving: Omgeving,
    concept: Concept,
    plek: Plek,
    effecten: tuple[Effect, ...],
) -> Stap:
    """Show one thing of a list with its own fields as buttons."""
    waarde: dict[str, Any] = get_at(concept.inhoud, plek.pad) or {}
    pad = format_pad(plek.pad)
    rows = tuple(
        (
            Knop(
                titel=omgeving.renderer.label(
                    "knop_veld",
                    veld=deel.label,
                    waarde=shorten(describe(waarde.get(deel.naam), deel, omgeving)),
                    aantal=0,
                ),
                data=f"veld:{concept.id}:{pad}.{deel.naam}",
            ),
        )
        for deel in plek.veld.delen
    )
    return reply(
        vraag,
        omgeving,
        "beheer/ding",
        (
            *rows,
            *offer_rij(omgeving, concept, plek, waarde),
            (make_omhoog(omgeving, concept, plek),),
        ),
        effecten,
        veld=plek.veld,
        nummer=int(plek.pad[-1]) + 1,
        fouten=find_fouten(omgeving, concept, plek),
    )


def _make_dingknop(
    omgeving: Omgeving,
    concept: Concept,
    plek: Plek,
    nummer: int,
    ding: Any,  # noqa: ANN401 (a text or a thing with fields)
) -> Knop:
    tekst = shorten(describe_ding(ding, plek.veld, omgeving))
    data = f"veld:{concept.id}:{format_pad((*plek.pad, nummer))}"
    return make_knop(omgeving, "knop_ding", data, nummer=nummer + 1, tekst=tekst)


def _offer_bladzijden(
    omgeving: Omgeving, concept: Concept, plek: Plek, begin: int, aantal: int
) -> Knoppen:
    data, page = f"veld:{concept.id}:{format_pad(plek.pad)}", begin // PAGE
    row: list[Knop] = []
    if begin:
        row.append(make_knop(omgeving, "knop_vorige_bladzijde", f"{data}:{page - 1}"))
    if begin + PAGE < aantal:
        row.append(make_knop(omgeving, "knop_meer_lijst", f"{data}:{page + 1}"))
    return (tuple(row),) if row else ()


def _find_nieuw(plek: Plek, nummer: int) -> str:
    """Return the path of the first thing to fill in of a new thing in a list."""
    delen: tuple[Veld, ...] = plek.veld.delen
    pad = (*plek.pad, nummer)
    return format_pad((*pad, delen[0].naam) if delen else pad)
