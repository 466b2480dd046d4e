"""One field of a draft: what it holds, what is wrong with it, and how it is changed."""

from collections.abc import Mapping
from typing import Any

from handlers.beheer.kiezen import offer_keuzes
from handlers.beheer.openen import Bewaard, check_concept, get_concept, save
from handlers.beheer.scherm import make_knop, make_terug, reply, wait
from handlers.beheer.velden import VUL, Plek, Veld, Veldsoort, find_plek
from handlers.beheer.woorden import describe, describe_ding, explain_gebreken, shorten
from handlers.environment import Omgeving
from handlers.exchange import Effect, Knop, Knoppen, Stap, Vraag
from knowledge.beheer.concept import Concept
from knowledge.beheer.inhoud import drop_at, format_pad, get_at, move_at, parse_pad
from sociale_kaart.errors import ConceptNotFound

PAGE = 6  # things of a list on one screen
CHOSEN = frozenset({Veldsoort.KEUZE, Veldsoort.KEUZES, Veldsoort.BRON})
MOVES: Mapping[str, int] = {"op": -1, "neer": 1}


async def show_veld(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Show a field or one thing of a list; `keuze` is `<concept>:<pad>:<bladzijde>`."""
    concept, _, rest = keuze.partition(":")
    pad, _, bladzijde = rest.partition(":")
    found = await get_concept(vraag, omgeving, concept)
    page = int(bladzijde) if bladzijde.isascii() and bladzijde.isdecimal() else 0
    return show_plek(vraag, omgeving, found, get_plek(found, pad), page=min(page, 999))


def get_plek(concept: Concept, pad: str) -> Plek:
    """Return a place of a draft; ConceptNotFound where it has none, as with an old button."""
    plek = find_plek(parse_pad(pad))
    if plek is None or not _is_reachable(concept, plek):
        raise ConceptNotFound(pad)
    return plek


def show_plek(
    vraag: Vraag,
    omgeving: Omgeving,
    concept: Concept,
    plek: Plek,
    effecten: tuple[Effect, ...] = (),
    *,
    page: int = 0,
) -> Stap:
    """Show a place of a draft in the way that fits what stands there."""
    if plek.is_ding and plek.veld.delen:
        return _show_ding(vraag, omgeving, concept, plek, effecten)
    if plek.veld.is_lijst and not plek.is_ding:
        return _show_lijst(vraag, omgeving, concept, plek, effecten, page)
    return _show_waarde(vraag, omgeving, concept, plek, effecten)


async def change_rij(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Move or drop one thing of a list, or empty a field; `<concept>:<keer>:<pad>:<daad>`.

    An old button does nothing but show how it is now: the places may have moved since.
    """
    name, _, rest = keuze.partition(":")
    keer, _, rest = rest.partition(":")
    pad, _, daad = rest.partition(":")
    concept = await get_concept(vraag, omgeving, name)
    plek = get_plek(concept, pad)
    if keer != str(concept.keer):
        return show_plek(vraag, omgeving, concept, plek)
    bewaard = _change(concept, plek, daad)
    terug = _find_shown(bewaard.concept, plek, daad)
    return show_plek(vraag, omgeving, bewaard.concept, terug, (bewaard.effect,))


def _change(concept: Concept, plek: Plek, daad: str) -> Bewaard:
    if daad in MOVES:
        return save(concept, inhoud=move_at(concept.inhoud, plek.pad, MOVES[daad]))
    return save(concept, inhoud=drop_at(concept.inhoud, plek.pad))


def _find_shown(concept: Concept, plek: Plek, daad: str) -> Plek:
    """Return what is shown after a change: the thing where it is now, or what it was in."""
    if not plek.is_ding:
        return plek
    at = int(plek.pad[-1]) + MOVES.get(daad, 0)
    inside = 0 <= at < len(get_at(concept.inhoud, plek.pad[:-1]) or ())
    pad = (*plek.pad[:-1], at) if daad in MOVES and inside else plek.pad[:-1]
    return find_plek(pad) or plek


def _is_reachable(concept: Concept, plek: Plek) -> bool:
    """Tell whether a place exists, or is the one after the last of a list."""
    for number, part in enumerate(plek.pad):
        if isinstance(part, int):
            above = get_at(concept.inhoud, plek.pad[:number])
            if part > len(above if isinstance(above, list) else ()):
                return False
    return True


def _show_waarde(
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
        *_offer_rij(omgeving, concept, plek, waarde),
        (_make_omhoog(omgeving, concept, plek),),
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


def _show_lijst(
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


def _show_ding(
    vraag: Vraag,
    omgeving: Omgeving,
    concept: Concept,
    plek: Plek,
    effecten: tuple[Effect, ...],
) -> Stap:
    """Show one thing of a list with its own fields as buttons."""
    waarde: Mapping[str, Any] = get_at(concept.inhoud, plek.pad) or {}
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
            *_offer_rij(omgeving, concept, plek, waarde),
            (_make_omhoog(omgeving, concept, plek),),
        ),
        effecten,
        veld=plek.veld,
        nummer=int(plek.pad[-1]) + 1,
        fouten=find_fouten(omgeving, concept, plek),
    )


def find_fouten(omgeving: Omgeving, concept: Concept, plek: Plek | None = None) -> tuple[str, ...]:
    """Return what is wrong with a draft, or with one place of it, as sentences."""
    return explain_gebreken(check_concept(concept, omgeving).gebreken, omgeving, plek)


def _describe_here(waarde: Any, plek: Plek, omgeving: Omgeving) -> str:  # noqa: ANN401 (any field)
    if waarde is None:
        return ""
    named = describe_ding if plek.is_ding else describe
    return named(waarde, plek.veld, omgeving)


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


def _offer_rij(omgeving: Omgeving, concept: Concept, plek: Plek, waarde: object) -> Knoppen:
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


def _make_omhoog(omgeving: Omgeving, concept: Concept, plek: Plek) -> Knop:
    """Return the button to what a place lies in."""
    if plek.is_ding or plek.veld is not plek.van:
        data = f"veld:{concept.id}:{format_pad(plek.pad[:-1])}"
        return make_knop(omgeving, "knop_lijst_terug", data, veld=plek.van.label)
    if plek.veld.soort is Veldsoort.KEUZES:
        return make_knop(omgeving, "knop_volgende", f"verder:{concept.id}")
    return make_terug(concept, omgeving)


def _find_nieuw(plek: Plek, nummer: int) -> str:
    """Return the path of the first thing to fill in of a new thing in a list."""
    delen: tuple[Veld, ...] = plek.veld.delen
    pad = (*plek.pad, nummer)
    return format_pad((*pad, delen[0].naam) if delen else pad)
