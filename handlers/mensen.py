"""The people: an overview, blocking, roles."""

from dataclasses import replace

from handlers.effecten.agenda import VervangingBeeindigd
from handlers.effecten.mensen import BlokkadeGewijzigd, RolGewijzigd
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knop, Knoppen, Stap, Vraag
from handlers.rechten import may_manage
from handlers.uitnodigen import lay_out
from sociale_kaart.deelnemer import Deelnemer, Rol
from sociale_kaart.errors import DeelnemerNotFound

PAGE = 8
MAX_DIGITS = 4


async def list_mensen(vraag: Vraag, omgeving: Omgeving, bladzijde: str = "") -> Stap:
    """Show who takes part: everyone for a beheerder, the own municipality for an aanvoerder."""
    alle = await _find_manageable(vraag.deelnemer, omgeving)
    wanted = int(bladzijde) if bladzijde.isdecimal() and len(bladzijde) <= MAX_DIGITS else 0
    begin = wanted * PAGE if wanted * PAGE < len(alle) else 0
    shown = alle[begin : begin + PAGE]
    tekst = omgeving.renderer.render("mensen", aantal=len(alle), apart=len(shown))
    rows = lay_out(Knop(titel=_name(mens, omgeving), data=f"mens:{mens.id}") for mens in shown)
    if begin + PAGE < len(alle):
        meer = omgeving.renderer.label("knop_meer")
        rows = (*rows, (Knop(titel=meer, data=f"mensen:{begin // PAGE + 1}"),))
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=rows, vervangt=bool(bladzijde)))


async def show_mens(vraag: Vraag, omgeving: Omgeving, wie: str) -> Stap:
    """Show one person and what can be done."""
    mens = await _get_manageable(vraag.deelnemer, wie, omgeving)
    return _show(mens, vraag, omgeving)


async def block_mens(vraag: Vraag, omgeving: Omgeving, wie: str) -> Stap:
    """Shut a person out, at once."""
    return await _set_block(vraag, omgeving, wie, geblokkeerd=True)


async def unblock_mens(vraag: Vraag, omgeving: Omgeving, wie: str) -> Stap:
    """Let a person in again."""
    return await _set_block(vraag, omgeving, wie, geblokkeerd=False)


async def change_rol(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Give a person another role; `keuze` is `<person>:<rol>`."""
    wie, _, rol = keuze.partition(":")
    mens = await _get_manageable(vraag.deelnemer, wie, omgeving)
    if rol not in set(Rol):
        return _show(mens, vraag, omgeving)
    effect = RolGewijzigd(deelnemer=mens.id, rol=Rol(rol))
    return replace(_show(replace(mens, rol=Rol(rol)), vraag, omgeving), effecten=(effect,))


async def list_storingen(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Show the messages that could not be handled: number and kind of fault, never the text."""
    apart = await omgeving.inbox.find_apart()
    tekst = omgeving.renderer.render("storingen", storingen=apart[:20], aantal=len(apart))
    return Stap(antwoord=Antwoord(tekst=tekst))


async def _set_block(vraag: Vraag, omgeving: Omgeving, wie: str, *, geblokkeerd: bool) -> Stap:
    mens = await _get_manageable(vraag.deelnemer, wie, omgeving)
    effect = BlokkadeGewijzigd(deelnemer=mens.id, geblokkeerd=geblokkeerd)
    stap = _show(replace(mens, geblokkeerd=geblokkeerd), vraag, omgeving)
    ended = (VervangingBeeindigd(vervanger=mens.id),) if geblokkeerd else ()
    return replace(stap, effecten=(effect, *ended))


def _show(mens: Deelnemer, vraag: Vraag, omgeving: Omgeving) -> Stap:
    tekst = omgeving.renderer.render(
        "mens",
        rol=omgeving.renderer.label("rol", naam=mens.rol.value),
        soort=omgeving.renderer.label("organisatiesoort", naam=mens.soort.value),
        organisatie=mens.organisatie,
        gemeente=omgeving.name_gebied(mens.gemeente),
        geblokkeerd=mens.geblokkeerd,
    )
    knoppen = _offer(mens, vraag.deelnemer, omgeving)
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen, vervangt=True))


def _offer(mens: Deelnemer, wie: Deelnemer, omgeving: Omgeving) -> Knoppen:
    label = omgeving.renderer.label
    door = ("los", "knop_deblokkeer") if mens.geblokkeerd else ("blok", "knop_blokkeer")
    rows: Knoppen = ((Knop(titel=label(door[1]), data=f"{door[0]}:{mens.id}"),),)
    if wie.rol is Rol.BEHEERDER:
        rows += lay_out(
            Knop(titel=label("knop_maak_rol", naam=rol.value), data=f"rol:{mens.id}:{rol.value}")
            for rol in Rol
            if rol is not mens.rol
        )
    return (*rows, (Knop(titel=label("knop_alle_mensen"), data="mensen:0"),))


async def _find_manageable(wie: Deelnemer, omgeving: Omgeving) -> tuple[Deelnemer, ...]:
    gemeente = None if wie.rol is Rol.BEHEERDER else wie.gemeente
    alle = await omgeving.deelnemers.find_all(gemeente)
    return tuple(mens for mens in alle if may_manage(wie, mens))


async def _get_manageable(wie: Deelnemer, mens: str, omgeving: Omgeving) -> Deelnemer:
    found = await omgeving.deelnemers.get(mens)
    if not may_manage(wie, found):
        raise DeelnemerNotFound(mens)
    return found


def _name(mens: Deelnemer, omgeving: Omgeving) -> str:
    return omgeving.renderer.label(
        "knop_mens",
        rol=omgeving.renderer.label("rol", naam=mens.rol.value),
        organisatie=mens.organisatie,
        geblokkeerd=mens.geblokkeerd,
    )
