"""One step of a dialogue: mask, handle, and write all its effects in one transaction."""

from dataclasses import dataclass
from typing import Any

from bot.unit_of_work import Werk
from bot.wiring import Wegwijzer, make_unit_of_work
from handlers.dispatch import dispatch
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Dialoog, Vraag
from knowledge.dialogen import find_stand
from knowledge.kennis import Kennis
from sociale_kaart.deelnemer import Deelnemer


@dataclass(frozen=True, slots=True, kw_only=True)
class Binnengekomen:
    """What a channel received, as it was typed or pressed."""

    deelnemer: Deelnemer
    dialoog: str  # key of the dialogue
    tekst: str = ""
    druk: str | None = None


async def take_step(wegwijzer: Wegwijzer, binnen: Binnengekomen) -> Antwoord:
    """Handle what came in and return the one reply, after its effects are written."""
    kennis = await wegwijzer.keeper.get_current()
    gemaskeerd = kennis.vraagbaak.guard.mask(binnen.tekst)
    vraag = Vraag(
        deelnemer=binnen.deelnemer,
        tekst=gemaskeerd.tekst,
        druk=binnen.druk,
        weggehaald=tuple(gegeven.soort.value for gegeven in gemaskeerd.gevonden),
        dialoog=read_dialoog(wegwijzer, binnen.dialoog),
    )
    stap = await dispatch(vraag, make_omgeving(wegwijzer, kennis))
    work = make_unit_of_work(wegwijzer)
    work.write(Werk(dialoog=binnen.dialoog, effecten=stap.effecten))
    return stap.antwoord


def make_omgeving(wegwijzer: Wegwijzer, kennis: Kennis) -> Omgeving:
    """Return what a handler has at hand, at this state of the kaart."""
    return Omgeving(
        kennis=kennis,
        deelnemers=wegwijzer.deelnemers,
        uitnodigingen=wegwijzer.uitnodigingen,
        sleutels=wegwijzer.sleutels,
        toegang=wegwijzer.toegang,
        gegevens=wegwijzer.gegevens,
        herinneringen=wegwijzer.herinneringen,
        beschikbaarheid=wegwijzer.beschikbaarheid,
        weekoverzichten=wegwijzer.weekoverzichten,
        agendaadressen=wegwijzer.agendaadressen,
        zaken=wegwijzer.zaken,
        kaarten=wegwijzer.repository,
        concepten=wegwijzer.concepten,
        hulpvragen=wegwijzer.hulpvragen,
        inbox=wegwijzer.inbox,
        cijfers=wegwijzer.cijfers,
        weekberichten=wegwijzer.weekberichten,
        tekenaar=wegwijzer.tekenaar,
        meldingen=wegwijzer.meldingen,
        vragen=wegwijzer.vragen,
        nagaan=wegwijzer.nagaan,
        invoer=wegwijzer.invoer,
        renderer=wegwijzer.renderer,
        clock=wegwijzer.clock,
        adressen=wegwijzer.find_adressen(),
        termijnen=wegwijzer.settings.make_termijnen(),
        afspraken=wegwijzer.settings.make_afspraken(),
    )


def read_dialoog(wegwijzer: Wegwijzer, sleutel: str) -> Dialoog:
    """Return where a dialogue stands."""
    stand: dict[str, Any] | None = find_stand(wegwijzer.database, sleutel)
    if stand is None:
        return Dialoog()
    return Dialoog(
        vraag=stand.get("vraag"),
        gemeente=stand.get("gemeente"),
        aanvullingen=tuple(stand.get("aanvullingen", ())),
        wacht=stand.get("wacht"),
        concept=stand.get("concept"),
    )
