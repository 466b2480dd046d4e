"""Words to the other side: one text a press, so that nothing goes there by accident."""

from dataclasses import replace
from datetime import timedelta

from handlers.effecten.gesprek import DialoogVerandert
from handlers.effecten.hulpvraag import HulpvraagStap
from handlers.environment import Omgeving
from handlers.exchange import Knop, Stap, Vraag
from handlers.hulpvraag.opstellen import tell_masked
from handlers.hulpvraag.partij import Inzage, Partij, find_inzage
from handlers.hulpvraag.zeggen import say, say_gedaan, say_weg, show_hulpvraag
from handlers.vraag import handle_vraag
from scheduler.hulpvraag.hulpvraag import Staat
from scheduler.hulpvraag.overgangen import Gebeurtenis

WACHT = "hvt"
GELDIG = timedelta(minutes=30)  # after the press; what is typed later is a question again
MINUUT = 60
MAG_SCHRIJVEN = frozenset({Partij.VRAGER, Partij.HELPER})


async def ask_woorden(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    """Let the next text go to the other side; `rest` is `<hulpvraag>`, with `:niet` to undo."""
    hulpvraag, _, keuze = rest.partition(":")
    inzage = await find_inzage(vraag, omgeving, hulpvraag)
    if inzage is None:
        return say_weg(omgeving)
    if not _may_write(inzage):
        return await show_hulpvraag(vraag, omgeving, inzage, kan_niet=True)
    if keuze == "niet":
        effect = DialoogVerandert(dialoog=replace(vraag.dialoog, wacht=None))
        return await say_gedaan(inzage, omgeving, "niet_geschreven", (("schrijf",),), effect)
    minuut = int(omgeving.clock.get_nu().timestamp()) // MINUUT
    dialoog = replace(vraag.dialoog, wacht=f"{WACHT}:{hulpvraag}:{minuut}")
    label = omgeving.renderer.label
    return say(
        omgeving,
        "hulpvraag/schrijven",
        ((Knop(titel=label("knop_toch_niet"), data=f"hvt:{hulpvraag}:niet"),),),
        DialoogVerandert(dialoog=dialoog),
        h=await omgeving.hulpvragen.describe(inzage.hulpvraag),
        van_vrager=inzage.partij is Partij.VRAGER,
    )


async def read_woorden(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    """Bring a text to the other side, and say so; `rest` is `<hulpvraag>:<minuut>`."""
    hulpvraag, _, minuut = rest.partition(":")
    if _is_verlopen(minuut, omgeving):
        return await handle_vraag(vraag, omgeving)
    gewist = DialoogVerandert(dialoog=replace(vraag.dialoog, wacht=None))
    inzage = await find_inzage(vraag, omgeving, hulpvraag)
    if inzage is None or not _may_write(inzage):
        return say(omgeving, "hulpvraag/niet_verstuurd", (), gewist)
    effect = HulpvraagStap(
        hulpvraag=inzage.hulpvraag,
        gebeurtenis=Gebeurtenis.GESCHREVEN,
        door=vraag.deelnemer.id,
        tekst=vraag.tekst.strip(),
    )
    nu = omgeving.clock.get_nu()
    ander = _find_ander(inzage)
    gelezen = await omgeving.hulpvragen.find_leesmoment(hulpvraag, filter(None, [ander]), nu)
    stap = await say_gedaan(
        inzage,
        omgeving,
        "geschreven",
        (("schrijf", "bekijk"),),
        effect,
        gewist,
        van_vrager=inzage.partij is Partij.VRAGER,
        later=gelezen is not None and gelezen > nu,
        gelezen=omgeving.renderer.label("moment_voluit", moment=gelezen or nu),
    )
    return tell_masked(vraag, omgeving, stap)


def _may_write(inzage: Inzage) -> bool:
    return inzage.partij in MAG_SCHRIJVEN and inzage.hulpvraag.staat is not Staat.CONCEPT


def _find_ander(inzage: Inzage) -> str | None:
    hulpvraag = inzage.hulpvraag
    return hulpvraag.bij if inzage.partij is Partij.VRAGER else hulpvraag.vrager


def _is_verlopen(minuut: str, omgeving: Omgeving) -> bool:
    begonnen = int(minuut) if minuut.isdecimal() else 0
    return omgeving.clock.get_nu().timestamp() - begonnen * MINUUT > GELDIG.total_seconds()
