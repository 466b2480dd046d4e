"""What the asker says of a stuck question: solved or not, and needed no more."""

from handlers.effecten.hulpvraag import HulpvraagStap
from handlers.environment import Omgeving
from handlers.exchange import Knop, Stap, Vraag
from handlers.hulpvraag.knoppen import VRAGER
from handlers.hulpvraag.partij import Inzage, Partij, find_inzage
from handlers.hulpvraag.zeggen import hide, say, say_gedaan, say_weg, show_hulpvraag
from scheduler.hulpvraag.hulpvraag import Staat
from scheduler.hulpvraag.overgangen import Gebeurtenis

G = Gebeurtenis
ALLEEN_VRAGER = frozenset({Partij.VRAGER})


async def answer_opgelost(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    """Close what is solved, or bring it back to who helps; `rest` is `<hulpvraag>:ja` or `:nee`."""
    hulpvraag, _, keuze = rest.partition(":")
    gebeurtenis = {"ja": G.BEVESTIGD, "nee": G.NOG_NIET}.get(keuze)
    inzage = await find_inzage(vraag, omgeving, hulpvraag)
    if inzage is None:
        return say_weg(omgeving)
    if gebeurtenis is None or not inzage.may(gebeurtenis, ALLEEN_VRAGER):
        return await show_hulpvraag(vraag, omgeving, inzage, kan_niet=True)
    effect = _make_stap(vraag, inzage, gebeurtenis)
    if gebeurtenis is G.BEVESTIGD:
        return hide(await say_gedaan(inzage, omgeving, "bevestigd", (), effect))
    return await say_gedaan(inzage, omgeving, "nog_niet", VRAGER, effect)


async def withdraw_hulpvraag(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    """Take it back, after it was asked whether that is so; `rest` is `<hulpvraag>:ja`."""
    hulpvraag, _, keuze = rest.partition(":")
    inzage = await find_inzage(vraag, omgeving, hulpvraag)
    if inzage is None:
        return say_weg(omgeving)
    if not inzage.may(G.INGETROKKEN, ALLEEN_VRAGER):
        return await show_hulpvraag(vraag, omgeving, inzage, kan_niet=True)
    if keuze != "ja":
        return await _ask_intrekken(inzage, omgeving)
    wat = "weggegooid" if inzage.hulpvraag.staat is Staat.CONCEPT else "ingetrokken"
    effect = _make_stap(vraag, inzage, G.INGETROKKEN)
    return hide(await say_gedaan(inzage, omgeving, wat, (), effect))


async def _ask_intrekken(inzage: Inzage, omgeving: Omgeving) -> Stap:
    label, ref = omgeving.renderer.label, inzage.hulpvraag.id
    knoppen = (
        (
            Knop(titel=label("knop_hulp_ja_intrekken"), data=f"hvw:{ref}:ja"),
            Knop(titel=label("knop_hulp_bekijk"), data=f"hvk:{ref}"),
        ),
    )
    beschreven = await omgeving.hulpvragen.describe(inzage.hulpvraag)
    return say(omgeving, "hulpvraag/intrekken", knoppen, h=beschreven)


def _make_stap(vraag: Vraag, inzage: Inzage, gebeurtenis: Gebeurtenis) -> HulpvraagStap:
    return HulpvraagStap(
        hulpvraag=inzage.hulpvraag, gebeurtenis=gebeurtenis, door=vraag.deelnemer.id
    )
