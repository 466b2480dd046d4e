"""Finding an entry to work on, and one's own drafts; beginning a new one."""

from collections.abc import Iterable

from handlers.beheer.openen import (
    Bewaard,
    find_eigen_gebieden,
    get_concept,
    make_nieuw,
    open_concept,
    save,
)
from handlers.beheer.scherm import make_knop, make_terug, reply, show_scherm, wait
from handlers.beheer.veld import show_plek
from handlers.beheer.velden import find_plek
from handlers.beheer.vervolg import find_verplicht
from handlers.beheer.woorden import shorten
from handlers.beheer.zoeker import find_kaarten
from handlers.effecten.beheer import ConceptVervallen
from handlers.environment import Omgeving
from handlers.exchange import Knop, Knoppen, Stap, Vraag
from knowledge.beheer.concept import Concept
from sociale_kaart.voorziening import Voorziening

ZOEK = "zoek"
ALLES = "alles"
PAGE = 8
MOST_DIGITS = 4
MOST_NIEUW = 50  # drafts of new entries that one person has
MOST_CONCEPTEN = 5  # drafts that are offered to go on with


async def ask_zoek(vraag: Vraag, omgeving: Omgeving, bladzijde: str = "") -> Stap:
    """Ask which entry is meant, and offer the drafts; with a page the entries themselves."""
    gebieden = find_eigen_gebieden(vraag, omgeving)
    if not gebieden:
        return reply(vraag, omgeving, "beheer/geen_gebied")
    eigen = sorted(
        (v for v in omgeving.kennis.voorzieningen.values() if v.werkgebied in gebieden),
        key=lambda v: v.naam.casefold(),
    )
    page = int(bladzijde) if _is_number(bladzijde) else 0
    begin = page * PAGE if page * PAGE < len(eigen) else 0
    concepten = [] if begin else await _find_concepten(vraag, omgeving)
    rows = (
        *_offer_concepten(omgeving, concepten),
        *_offer_kaarten(omgeving, eigen[begin : begin + PAGE]),
    )
    if begin + PAGE < len(eigen):
        data = f"{ZOEK}:{begin // PAGE + 1}"
        rows = (*rows, (make_knop(omgeving, "knop_meer", data),))
    rows = (*rows, (make_knop(omgeving, "knop_nieuwe_kaart", "nieuw:"),))
    namen = [omgeving.name_gebied(gebied) for gebied in gebieden]
    stap = reply(vraag, omgeving, "beheer/zoek", rows, gebieden=namen, concepten=len(concepten))
    return wait(stap, vraag, f"{ZOEK}:")


async def read_zoek(vraag: Vraag, omgeving: Omgeving, _: str) -> Stap:
    """List the entries that a text names or asks for."""
    found = find_kaarten(omgeving, vraag.tekst, find_eigen_gebieden(vraag, omgeving))
    rows = (
        *_offer_kaarten(omgeving, found),
        (make_knop(omgeving, "knop_nieuwe_kaart", "nieuw:"),),
    )
    stap = reply(vraag, omgeving, "beheer/gezocht", rows, aantal=len(found))
    return wait(stap, vraag, f"{ZOEK}:")


async def edit_kaart(vraag: Vraag, omgeving: Omgeving, slug: str) -> Stap:
    """Open an entry of one's own area: the draft that is there, or a fresh one."""
    return await show_scherm(vraag, omgeving, await open_concept(vraag, omgeving, slug))


async def show_concept(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Show a draft; `keuze` is `<concept>` or `<concept>:alles`."""
    naam, _, wat = keuze.partition(":")
    concept = await get_concept(vraag, omgeving, naam)
    return await show_scherm(vraag, omgeving, concept, alles=wat == ALLES)


async def begin_nieuw(vraag: Vraag, omgeving: Omgeving, gebied: str) -> Stap:
    """Begin a new entry in an area; ask which, where there is a choice."""
    gebieden = find_eigen_gebieden(vraag, omgeving)
    if not gebieden:
        return reply(vraag, omgeving, "beheer/geen_gebied")
    if gebied not in gebieden and len(gebieden) > 1:
        rows = tuple(
            (Knop(titel=omgeving.name_gebied(found) or found, data=f"nieuw:{found}"),)
            for found in gebieden
        )
        return reply(vraag, omgeving, "beheer/welk_gebied", rows)
    return await _start(vraag, omgeving, gebied if gebied in gebieden else gebieden[0], ())


async def start_concept(
    vraag: Vraag, omgeving: Omgeving, voorbeeldvragen: tuple[str, ...] = ()
) -> Stap:
    """Open the form of a new entry of one's own area, with example questions filled in."""
    gebieden = find_eigen_gebieden(vraag, omgeving)
    if not gebieden:
        return reply(vraag, omgeving, "beheer/geen_gebied")
    return await _start(vraag, omgeving, gebieden[0], voorbeeldvragen)


async def throw_away(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Ask, and then erase a draft; `keuze` is `<concept>` or `<concept>:<keer>`."""
    naam, _, keer = keuze.partition(":")
    concept = await get_concept(vraag, omgeving, naam)
    titel = concept.inhoud.get("naam")
    if keer != str(concept.keer):
        wis = make_knop(omgeving, "knop_wis_echt", f"wis:{concept.id}:{concept.keer}")
        rows = ((wis,), (make_terug(concept, omgeving),))
        return reply(vraag, omgeving, "beheer/wis", rows, naam=titel, gedaan=False)
    effect = ConceptVervallen(concept=concept.id, keer=concept.keer)
    verder = ((make_knop(omgeving, "knop_zoek_kaart", f"{ZOEK}:"),),)
    return reply(vraag, omgeving, "beheer/wis", verder, (effect,), naam=titel, gedaan=True)


async def keep_for_later(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Say that a draft is kept, and how to find it again."""
    concept = await get_concept(vraag, omgeving, keuze)
    rows = ((make_terug(concept, omgeving),),)
    return reply(vraag, omgeving, "beheer/bewaard", rows, naam=concept.inhoud.get("naam"))


async def _start(
    vraag: Vraag, omgeving: Omgeving, gebied: str, voorbeeldvragen: tuple[str, ...]
) -> Stap:
    """Show the first thing that a new entry requires; one that is still empty is used again."""
    empty = await _find_empty(vraag, omgeving, gebied)
    if empty is None and await _has_most(vraag, omgeving):
        rows = ((make_knop(omgeving, "knop_zoek_kaart", f"{ZOEK}:"),),)
        return reply(vraag, omgeving, "beheer/te_veel", rows, grens=MOST_NIEUW)
    velden = {"voorbeeldvragen": list(voorbeeldvragen)} if voorbeeldvragen else {}
    bewaard: Bewaard = (
        save(empty, inhoud={**empty.inhoud, **velden})
        if empty
        else make_nieuw(vraag, omgeving, gebied, velden)
    )
    pad = find_verplicht(bewaard.concept.inhoud)
    plek = find_plek(pad) if pad else None
    if plek is None:
        return await show_scherm(vraag, omgeving, bewaard)
    return show_plek(vraag, omgeving, bewaard.concept, plek, (bewaard.effect,))


async def _find_empty(vraag: Vraag, omgeving: Omgeving, gebied: str) -> Concept | None:
    for concept in await omgeving.concepten.find_all(vraag.deelnemer.id):
        bare = not {"naam", "voorbeeldvragen"} & set(concept.inhoud)
        if concept.slug is None and bare and concept.inhoud.get("werkgebied") == gebied:
            return concept
    return None


async def _has_most(vraag: Vraag, omgeving: Omgeving) -> bool:
    """Tell whether someone has as many new entries in hand as one person can have."""
    alle = await omgeving.concepten.find_all(vraag.deelnemer.id)
    return sum(concept.slug is None for concept in alle) >= MOST_NIEUW


async def _find_concepten(vraag: Vraag, omgeving: Omgeving) -> list[Concept]:
    """Return the drafts in which something was done."""
    alle = await omgeving.concepten.find_all(vraag.deelnemer.id)
    return [c for c in alle if c.slug is None or c.keer > 1][:MOST_CONCEPTEN]


def _offer_concepten(omgeving: Omgeving, concepten: Iterable[Concept]) -> Knoppen:
    return tuple(
        (
            make_knop(
                omgeving,
                "knop_concept",
                f"concept:{concept.id}",
                naam=shorten(str(concept.inhoud.get("naam", ""))),
            ),
        )
        for concept in concepten
    )


def _offer_kaarten(omgeving: Omgeving, found: Iterable[Voorziening]) -> Knoppen:
    return tuple((Knop(titel=shorten(v.naam, 60), data=f"bewerk:{v.slug}"),) for v in found)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS
