"""What every writer gets."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from handlers.exchange import Effect
from scheduler.berichten import Opmaker
from scheduler.outbox import Uitgaand

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True, slots=True, kw_only=True)
class Schrijfwerk:
    """The database with its transaction open, the moment, and the dialogue of the step."""

    database: Database
    nu: datetime
    dialoog: str  # key
    maak: Opmaker  # of what somebody is to be told


# Writes an effect and returns the messages to others that it brings; None for an effect that is
# not of its area.
Schrijver = Callable[[Schrijfwerk, Effect], list[Uitgaand] | None]


def read_velden(regel: "DataclassInstance") -> dict[str, Any]:
    """Return the fields of a record by name, as they are; `asdict` would copy each deeply."""
    return {field.name: getattr(regel, field.name) for field in fields(regel)}
