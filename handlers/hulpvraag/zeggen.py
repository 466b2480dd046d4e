"""What is said back after something was done with a stuck question."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Effect, Knoppen, Stap, Vraag
from handlers.hulpvraag.knoppen import lay_out_namen, offer_knoppen
from handlers.hulpvraag.partij import Inzage, Partij
from scheduler.hulpvraag.woorden import Bericht

MOST_SHOWN = 6  # messages of a conversation
MAX_SHOWN = 500  # characters of each
DEELNEMEND = frozenset({Partij.VRAGER, Partij.HELPER, Partij.AANGEBODEN})


def say(
    omgeving: Omgeving, naam: str, /, knoppen: Knoppen = (), *effecten: Effect, **waarden: object
) -> Stap:
    """Return a step with one template."""
    tekst = omgeving.renderer.render(naam, **waarden)
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen), effecten=effecten)


def hide(stap: Stap) -> Stap:
    """Return a step whose reply holds what people said, or tells that it was erased.

    The reply is erased as soon as it has been sent, and with it what was erased before it.
    """
    return replace(stap, antwoord=replace(stap.antwoord, geheim=True))


def replace_vorige(stap: Stap) -> Stap:
    """Return a step whose reply takes the place of the message whose button was pressed."""
    return replace(stap, antwoord=replace(stap.antwoord, vervangt=True))


def say_weg(omgeving: Omgeving) -> Stap:
    """Say that a question is closed, or no business of who asks."""
    return say(omgeving, "hulpvraag/weg")


async def say_gedaan(
    inzage: Inzage,
    omgeving: Omgeving,
    wat: str,
    rijen: tuple[tuple[str, ...], ...],
    *effecten: Effect,
    **waarden: object,
) -> Stap:
    """Say what was done, with what it is about and what can be done next."""
    hulpvraag = inzage.hulpvraag
    knoppen = lay_out_namen(rijen, hulpvraag.id, omgeving.renderer)
    beschreven = await omgeving.hulpvragen.describe(hulpvraag)
    return say(omgeving, "hulpvraag/gedaan", knoppen, *effecten, wat=wat, h=beschreven, **waarden)


async def show_hulpvraag(
    vraag: Vraag, omgeving: Omgeving, inzage: Inzage, *, kan_niet: bool = False
) -> Stap:
    """Show a stuck question as it stands, with what was said to who may read that."""
    hulpvraag = inzage.hulpvraag
    berichten = await omgeving.hulpvragen.find_berichten(hulpvraag.id)
    shown = find_leesbaar(inzage, berichten)
    stap = say(
        omgeving,
        "hulpvraag/zien",
        offer_knoppen(inzage, omgeving.renderer),
        h=await omgeving.hulpvragen.describe(hulpvraag),
        staat=hulpvraag.staat.value,
        partij=inzage.partij.value,
        volgend=omgeving.renderer.label("moment_voluit", moment=hulpvraag.volgend),
        berichten=[_shorten(bericht) for bericht in shown[-MOST_SHOWN:]],
        meer=max(len(shown) - MOST_SHOWN, 0),
        kan_niet=kan_niet,
    )
    return hide(stap) if shown else stap


def find_leesbaar(inzage: Inzage, berichten: Sequence[Bericht]) -> Sequence[Bericht]:
    """Return what someone may read: all of it for who is in it, or may take it up now.

    An aanvoerder who has not got it reads the first sentence; who was asked and was too late, none.
    """
    if inzage.partij in DEELNEMEND or inzage.may_take:
        return berichten
    return berichten[:1] if inzage.partij is Partij.AANVOERDER else ()


def _shorten(bericht: Bericht) -> dict[str, object]:
    lang = len(bericht.tekst) > MAX_SHOWN
    tekst = bericht.tekst[:MAX_SHOWN].rstrip() + "…" if lang else bericht.tekst
    return {"tekst": tekst, "van_vrager": bericht.van_vrager, "op": bericht.op}
