"""A draft as a colleague will see it, and what differs from what is published."""

from handlers.beheer.openen import check_concept, find_basis, get_concept, with_eigen_kennis
from handlers.beheer.scherm import make_knop, make_terug, reply
from handlers.beheer.waarde import find_fouten
from handlers.beheer.woorden import describe_verschil
from handlers.card import render_card
from handlers.environment import Omgeving
from handlers.exchange import Stap, Vraag
from handlers.render import mark_safe
from knowledge.beheer.concept import Concept
from knowledge.beheer.verschil import compare


async def show_proef(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Show the card of a draft, or what keeps it from being shown."""
    concept = await get_concept(vraag, omgeving, keuze)
    kaart = render_proef(concept, omgeving)
    return reply(
        vraag,
        omgeving,
        "beheer/proef",
        (
            (make_knop(omgeving, "knop_anders", f"anders:{concept.id}"),),
            (
                make_knop(omgeving, "knop_publiceer", f"publiceer:{concept.id}"),
                make_terug(concept, omgeving),
            ),
        ),
        kaart=mark_safe(kaart) if kaart else None,
        fouten=find_fouten(omgeving, concept),
    )


async def show_anders(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Show in which fields a draft differs from what it was made from."""
    concept = await get_concept(vraag, omgeving, keuze)
    return reply(
        vraag,
        omgeving,
        "beheer/anders",
        (
            (
                make_knop(omgeving, "knop_publiceer", f"publiceer:{concept.id}"),
                make_terug(concept, omgeving),
            ),
        ),
        naam=concept.inhoud.get("naam"),
        regels=await find_regels(concept, omgeving),
    )


def render_proef(concept: Concept, omgeving: Omgeving) -> str | None:
    """Return the card of a draft as HTML; None where it is not whole enough for one."""
    voorziening = check_concept(concept, omgeving).voorziening
    if voorziening is None or not voorziening.route:
        return None
    if voorziening.werkgebied not in omgeving.kennis.werkgebieden:
        return None
    return render_card(with_eigen_kennis(omgeving), voorziening)


async def find_regels(concept: Concept, omgeving: Omgeving) -> list[dict[str, object]]:
    """Return what a draft changes, in words, a line a field."""
    verschillen = compare(await find_basis(concept, omgeving), concept.inhoud)
    return [regel for found in verschillen for regel in describe_verschil(found, omgeving)]
