"""One field of a draft: what it holds, what is wrong with it, and how it is changed."""

from collections.abc import Mapping

from handlers.beheer.lijst import show_ding, show_lijst
from handlers.beheer.openen import Bewaard, get_concept, save
from handlers.beheer.velden import Plek, find_plek
from handlers.beheer.waarde import show_waarde
from handlers.environment import Omgeving
from handlers.exchange import Effect, Stap, Vraag
from knowledge.beheer.concept import Concept
from knowledge.beheer.inhoud import drop_at, get_at, move_at, parse_pad
from sociale_kaart.errors import ConceptNotFound

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
        return show_ding(vraag, omgeving, concept, plek, effecten)
    if plek.veld.is_lijst and not plek.is_ding:
        return show_lijst(vraag, omgeving, concept, plek, effecten, page)
    return show_waarde(vraag, omgeving, concept, plek, effecten)


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
