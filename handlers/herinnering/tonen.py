"""One reminder: how it stands, what can be done, and what happened to it."""

from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knop, Stap, Vraag
from handlers.herinnering.bij import (
    find_zichtbaar,
    may_act,
    offer_stand,
    render_stand,
    say_stand,
)
from handlers.herinnering.woorden import name_collega, say_moment, say_wat
from scheduler.herinnering.herinnering import Herinnering
from scheduler.herinnering.opslag import Voorval
from scheduler.herinnering.overgangen import Gebeurtenis

MOST_EVENTS = 20  # of its history that are shown, the last ones
VANZELF = frozenset(  # what the assistant itself does, where nobody is named
    {
        Gebeurtenis.VALT_TOE,
        Gebeurtenis.STIL,
        Gebeurtenis.NAAR_VERVANGER,
        Gebeurtenis.NAAR_AANVOERDER,
        Gebeurtenis.TERUG,
        Gebeurtenis.TERUG_OP_TIJD,
        Gebeurtenis.VERTROKKEN,
    }
)


async def show_herinnering(vraag: Vraag, omgeving: Omgeving, wie: str) -> Stap:
    """Show a reminder with its buttons, to who may see it."""
    herinnering = await find_zichtbaar(vraag, omgeving, wie)
    if herinnering is None:
        return await say_stand(vraag, omgeving, None)
    label = omgeving.renderer.label
    rij = [Knop(titel=label("knop_wat_er_gebeurde"), data=f"hh:{herinnering.id}")]
    if _can_be_cancelled(vraag, herinnering):
        rij.append(Knop(titel=label("knop_niet_meer_nodig"), data=f"hx:{herinnering.id}"))
    tekst = await render_stand(vraag, omgeving, herinnering)
    knoppen = (*await offer_stand(vraag, omgeving, herinnering), tuple(rij))
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen))


async def show_geschiedenis(vraag: Vraag, omgeving: Omgeving, wie: str) -> Stap:
    """Show in plain words what happened to a reminder."""
    herinnering = await find_zichtbaar(vraag, omgeving, wie)
    if herinnering is None:
        return await say_stand(vraag, omgeving, None)
    voorvallen = await omgeving.herinneringen.find_voorvallen(herinnering.id)
    regels = [await _describe(v, vraag, omgeving) for v in voorvallen[-MOST_EVENTS:]]
    tekst = omgeving.renderer.render(
        "herinnering/geschiedenis",
        wat=say_wat(herinnering.tekst, herinnering.zaak),
        regels=regels,
        eerder=max(len(voorvallen) - MOST_EVENTS, 0),
    )
    knop = Knop(titel=omgeving.renderer.label("knop_terug"), data=f"hr:{herinnering.id}")
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=((knop,),)))


def _can_be_cancelled(vraag: Vraag, herinnering: Herinnering) -> bool:
    once = herinnering.is_open and herinnering.herhaling is None
    return once and may_act(vraag.deelnemer, herinnering)


async def _describe(voorval: Voorval, vraag: Vraag, omgeving: Omgeving) -> dict[str, object]:
    """Return what happened, when and by whom; None for the assistant itself."""
    door: str | None = None
    if voorval.door == vraag.deelnemer.id:
        door = omgeving.renderer.label("jij")
    elif voorval.door is not None or voorval.gebeurtenis not in VANZELF:
        door = await name_collega(omgeving, voorval.door)
    return {
        "op": say_moment(voorval.op, omgeving.renderer),
        "wat": omgeving.renderer.label("gebeurtenis", naam=voorval.gebeurtenis.value),
        "door": door,
    }
