"""Writes what the figures leave."""

from bot.schrijven.werk import Schrijfwerk
from handlers.effecten.cijfers import WeekberichtGekozen
from handlers.exchange import Effect
from scheduler.outbox import Uitgaand
from scheduler.weekberichten import choose_weekbericht


def write_cijfers(werk: Schrijfwerk, effect: Effect) -> list[Uitgaand] | None:
    """Write who wants the figures each Monday."""
    match effect:
        case WeekberichtGekozen():
            choose_weekbericht(werk.database, effect.deelnemer, werk.nu, aan=effect.aan)
        case _:
            return None
    return []
