"""One step of a dialogue: mask, handle, and write all its effects in one transaction."""

from dataclasses import asdict, dataclass
from typing import Any

from bot.wiring import Wegwijzer
from handlers.dispatch import dispatch
from handlers.environment import Omgeving
from handlers.exchange import (
    Antwoord,
    Dialoog,
    DialoogVerandert,
    Effect,
    OordeelGegeven,
    Stap,
    Vraag,
    VraagGesteld,
)
from knowledge.database import write_transaction
from knowledge.dialogen import find_stand, save_stand
from knowledge.vraaglog import GelogdeVraag, GelogdOordeel, log_oordeel, log_vraag
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
        dialoog=_read_dialoog(find_stand(wegwijzer.database, binnen.dialoog)),
    )
    omgeving = Omgeving(kennis=kennis, renderer=wegwijzer.renderer, clock=wegwijzer.clock)
    stap = await dispatch(vraag, omgeving)
    write_effects(wegwijzer, binnen.dialoog, stap)
    return stap.antwoord


def write_effects(wegwijzer: Wegwijzer, sleutel: str, stap: Stap) -> None:
    """Write the effects of a step, all or nothing."""
    with write_transaction(wegwijzer.database):
        for effect in stap.effecten:
            _write(wegwijzer, sleutel, effect)


def _write(wegwijzer: Wegwijzer, sleutel: str, effect: Effect) -> None:
    database = wegwijzer.database
    match effect:
        case VraagGesteld():
            log_vraag(database, GelogdeVraag(**asdict(effect)))
        case OordeelGegeven():
            log_oordeel(database, GelogdOordeel(**asdict(effect)))
        case DialoogVerandert():
            save_stand(database, sleutel, asdict(effect.dialoog), wegwijzer.clock.get_nu())


def _read_dialoog(stand: dict[str, Any] | None) -> Dialoog:
    if stand is None:
        return Dialoog()
    return Dialoog(
        vraag=stand.get("vraag"),
        gemeente=stand.get("gemeente"),
        aanvullingen=tuple(stand.get("aanvullingen", ())),
    )
