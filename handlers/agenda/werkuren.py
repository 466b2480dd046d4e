"""On which days and at which hours someone works, in buttons and in words."""

import re
from dataclasses import replace
from datetime import datetime, time, timedelta

from handlers.agenda.stand import Stand, change, read_stand
from handlers.effecten.gesprek import DialoogVerandert
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knop, Stap, Vraag
from handlers.uitnodigen import lay_out
from scheduler.clock import AMSTERDAM
from scheduler.moment.wanneer import read_wanneer
from scheduler.werktijd import Werktijd

WACHT = "uren"
DAGEN = range(7)
GANGBAAR = ("0800-1630", "0830-1700", "0830-1730", "0900-1700", "0900-1300", "1200-1730")
CIJFERS = 4  # of a time in a button
_TOT = re.compile(r"\s*(?:\btot\b(?:\s+en\s+met\b)?|[-–—])\s*", re.IGNORECASE)
_VAN = re.compile(r"^\s*van\b", re.IGNORECASE)


async def show_dagen(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Show the days with a button for each; `keuze` is `<dag>:<0|1>`, which sets that day."""
    stand = await read_stand(vraag, omgeving)
    dag, _, aan = keuze.partition(":")
    if not _is_dag(dag) or aan not in {"0", "1"}:
        return _ask_dagen(stand, omgeving)
    werktijd = stand.beschikbaarheid.werktijd
    dagen = werktijd.dagen | {int(dag)} if aan == "1" else werktijd.dagen - {int(dag)}
    if not dagen:
        return _ask_dagen(stand, omgeving, leeg=True)
    return await _keep(vraag, omgeving, stand, replace(werktijd, dagen=dagen))


async def show_uren(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Ask for the hours; `keuze` is `<HHMM>-<HHMM>`, which sets them."""
    stand = await read_stand(vraag, omgeving)
    begin, _, eind = keuze.partition("-")
    werktijd = _make_werktijd(stand, _read_cijfers(begin), _read_cijfers(eind))
    if werktijd is None:
        return _ask_uren(vraag, omgeving, fout=False)
    return await change(vraag, omgeving, _with(stand, werktijd))


async def read_uren(vraag: Vraag, omgeving: Omgeving, _: str) -> Stap:
    """Set the hours that were typed, such as 'van 9 tot half 6'."""
    stand = await read_stand(vraag, omgeving)
    delen = _TOT.split(_VAN.sub("", vraag.tekst), maxsplit=1)
    tijden = [_read_tijd(deel) for deel in delen]
    werktijd = _make_werktijd(stand, tijden[0], tijden[-1]) if len(tijden) > 1 else None
    if werktijd is None:
        return _ask_uren(vraag, omgeving, fout=True)
    return await change(vraag, omgeving, _with(stand, werktijd))


async def _keep(vraag: Vraag, omgeving: Omgeving, stand: Stand, werktijd: Werktijd) -> Stap:
    """Keep the days and show them again, so that the next can be set."""
    new = _with(stand, werktijd)
    stap = await change(vraag, omgeving, new)
    return replace(stap, antwoord=_ask_dagen(new, omgeving).antwoord)


def _with(stand: Stand, werktijd: Werktijd) -> Stand:
    return replace(stand, beschikbaarheid=replace(stand.beschikbaarheid, werktijd=werktijd))


def _ask_dagen(stand: Stand, omgeving: Omgeving, *, leeg: bool = False) -> Stap:
    label, dagen = omgeving.renderer.label, stand.beschikbaarheid.werktijd.dagen
    knoppen = lay_out(
        Knop(
            titel=label("knop_dag", dag=dag, aan=dag in dagen),
            data=f"inst:dagen:{dag}:{int(dag not in dagen)}",
        )
        for dag in DAGEN
    )
    rij = label("dagenrij", dagen=sorted(dagen))
    tekst = omgeving.renderer.render("agenda/werkuren", wat="dagen", rij=rij, leeg=leeg)
    klaar = (Knop(titel=label("knop_werkdagen_klaar"), data="inst:"),)
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=(*knoppen, klaar), vervangt=True))


def _ask_uren(vraag: Vraag, omgeving: Omgeving, *, fout: bool) -> Stap:
    label = omgeving.renderer.label
    knoppen = lay_out(
        Knop(titel=f"{uren[:2]}:{uren[2:4]} – {uren[5:7]}:{uren[7:]}", data=f"inst:uren:{uren}")
        for uren in GANGBAAR
    )
    tekst = omgeving.renderer.render("agenda/werkuren", wat="uren", fout=fout)
    niet = (Knop(titel=label("knop_toch_niet"), data="inst:"),)
    wacht = DialoogVerandert(dialoog=replace(vraag.dialoog, wacht=WACHT))
    antwoord = Antwoord(tekst=tekst, knoppen=(*knoppen, niet), vervangt=vraag.druk is not None)
    return Stap(antwoord=antwoord, effecten=(wacht,))


def _make_werktijd(stand: Stand, begin: time | None, eind: time | None) -> Werktijd | None:
    """Return the days of now with other hours; None where these are no hours to work."""
    if begin is None or eind is None or begin >= eind:
        return None
    return replace(stand.beschikbaarheid.werktijd, begin=begin, eind=eind)


def _is_dag(dag: str) -> bool:
    return dag in set(map(str, DAGEN))


def _read_cijfers(tijd: str) -> time | None:
    """Return the time in a button; None for what is none."""
    if len(tijd) != CIJFERS or not (tijd.isascii() and tijd.isdigit()):
        return None
    try:
        return time(int(tijd[:2]), int(tijd[2:]))
    except ValueError:
        return None


def _read_tijd(tekst: str) -> time | None:
    """Return the time that someone typed, by docs/tijd.md; None where there is none."""
    nacht = datetime(2026, 1, 4, tzinfo=AMSTERDAM)  # some midnight: the day does not matter
    gelezen = read_wanneer(f"morgen om {tekst.strip()}", nacht)
    if gelezen.moment is None or gelezen.herhaling or gelezen.rest:
        return None
    same_day = gelezen.moment.date() == (nacht + timedelta(days=1)).date()
    return gelezen.moment.time() if same_day else None
