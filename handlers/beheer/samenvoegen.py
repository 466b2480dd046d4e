"""A draft whose entry somebody else published meanwhile: joined, and asked where both changed."""

from handlers.beheer.openen import find_basis, get_concept, make_inhoud, save
from handlers.beheer.scherm import make_knop, make_terug, reply, show_scherm
from handlers.beheer.woorden import describe_verschil, name_veld
from handlers.environment import Omgeving
from handlers.exchange import Effect, Stap, Vraag
from knowledge.beheer.concept import Concept
from knowledge.beheer.inhoud import Inhoud
from knowledge.beheer.verschil import compare, merge, take
from sociale_kaart.errors import ConceptNotFound

HUN = "h"
MIJN = "m"


async def join_published(vraag: Vraag, omgeving: Omgeving, concept: Concept) -> Stap:
    """Take over what the other alone changed; what both changed is asked, field by field."""
    versies = await omgeving.kaarten.find_versies(concept.slug or "")
    if not versies:  # a restored backup is older than the entry
        return _begin_again(vraag, omgeving, concept)
    hun = make_inhoud(versies[-1].voorziening)
    samen = merge(await find_basis(concept, omgeving), concept.inhoud, hun)
    nieuw = set(samen.geschil)
    oud = {veld for veld in concept.geschil if concept.inhoud.get(veld) != hun.get(veld)}
    bewaard = save(
        concept,
        inhoud=samen.inhoud,
        basis=versies[-1].nummer,
        geschil=tuple(sorted(nieuw | oud)),
    )
    effecten = (bewaard.effect,)
    if bewaard.concept.geschil:
        return _ask(vraag, omgeving, bewaard.concept, hun, effecten, samen.overgenomen)
    return reply(
        vraag,
        omgeving,
        "beheer/samengevoegd",
        (
            (make_knop(omgeving, "knop_publiceer", f"publiceer:{concept.id}"),),
            (make_terug(concept, omgeving),),
        ),
        effecten,
        overgenomen=[name_veld(veld) for veld in samen.overgenomen],
    )


async def show_geschil(vraag: Vraag, omgeving: Omgeving, concept: Concept) -> Stap:
    """Ask for the first field that both changed which of the two it must be."""
    hun = await find_basis(concept, omgeving)
    return _ask(vraag, omgeving, concept, hun, (), ())


async def choose_kant(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Take theirs or keep one's own; `keuze` is `<concept>:<keer>:<veld>:<h of m>`."""
    naam, keer, veld, kant = (*keuze.split(":"), "", "", "", "")[:4]
    concept = await get_concept(vraag, omgeving, naam)
    if keer != str(concept.keer) or veld not in concept.geschil or kant not in {HUN, MIJN}:
        return await show_scherm(vraag, omgeving, concept)
    hun = await find_basis(concept, omgeving)
    inhoud = take(concept.inhoud, veld, hun) if kant == HUN else concept.inhoud
    rest = tuple(other for other in concept.geschil if other != veld)
    bewaard = save(concept, inhoud=inhoud, geschil=rest)
    if rest:
        return _ask(vraag, omgeving, bewaard.concept, hun, (bewaard.effect,), ())
    return await show_scherm(vraag, omgeving, bewaard)


def _begin_again(vraag: Vraag, omgeving: Omgeving, concept: Concept) -> Stap:
    """Let a draft of an entry that is gone become that of a new one, with the same slug."""
    bewaard = save(concept, basis=0, geschil=())
    rows = (
        (make_knop(omgeving, "knop_publiceer", f"publiceer:{concept.id}"),),
        (make_terug(concept, omgeving),),
    )
    naam = concept.inhoud.get("naam")
    return reply(vraag, omgeving, "beheer/verdwenen", rows, (bewaard.effect,), naam=naam)


def _ask(
    vraag: Vraag,
    omgeving: Omgeving,
    concept: Concept,
    hun: Inhoud,
    effecten: tuple[Effect, ...],
    overgenomen: tuple[str, ...],
) -> Stap:
    if not concept.geschil:
        raise ConceptNotFound(concept.id)
    veld = concept.geschil[0]
    data = f"kant:{concept.id}:{concept.keer}:{veld}"
    found = [v for v in compare(hun, concept.inhoud) if v.veld == veld]
    return reply(
        vraag,
        omgeving,
        "beheer/geschil",
        (
            (make_knop(omgeving, "knop_hun", f"{data}:{HUN}"),),
            (make_knop(omgeving, "knop_mijn", f"{data}:{MIJN}"),),
            (make_terug(concept, omgeving),),
        ),
        effecten,
        veld=name_veld(veld),
        regels=[regel for verschil in found for regel in describe_verschil(verschil, omgeving)],
        nog=len(concept.geschil) - 1,
        overgenomen=[name_veld(other) for other in overgenomen],
    )
