"""The stuck questions as handlers read them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Protocol

from sqlite_utils import Database

from scheduler.beschikbaar import Mens, read_mens
from scheduler.hulpvraag.bericht import describe
from scheduler.hulpvraag.bestemming import (
    Bestemming,
    find_aanvoerder,
    find_bestemming,
    read_gevraagden,
)
from scheduler.hulpvraag.hulpvraag import Hulpvraag
from scheduler.hulpvraag.opslag import find_hulpvraag, find_hulpvragen, is_in_gesprek
from scheduler.hulpvraag.woorden import Bericht, read_berichten
from scheduler.werktijd import move_to_werktijd

LOPEND = "staat <> 'concept'"


class HulpvraagStore(Protocol):
    """The stuck questions that are open."""

    async def find(self, hulpvraag: str) -> Hulpvraag | None:
        """Return a stuck question; None where there is none, or it has closed."""

    async def find_berichten(self, hulpvraag: str) -> tuple[Bericht, ...]:
        """Return what was said in it, oldest first."""

    async def find_gevraagden(self, hulpvraag: str) -> tuple[str, ...]:
        """Return who was asked to take it up, and has not given it up."""

    async def find_bestemming(self, hulpvraag: Hulpvraag, nu: datetime) -> Bestemming:
        """Return whom it would go to now."""

    async def find_aanvoerder(self, hulpvraag: Hulpvraag, nu: datetime) -> Mens | None:
        """Return the last step for it; who has it already only where there is nobody else."""

    async def find_leesmoment(
        self, hulpvraag: str, mensen: Iterable[str], nu: datetime
    ) -> datetime | None:
        """Return when the first of these people reads of it; None for nobody."""

    async def describe(self, hulpvraag: Hulpvraag) -> dict[str, Any]:
        """Return what is shown of it, with the people as each other sees them."""

    async def find_gesteld(self, vrager: str) -> tuple[Hulpvraag, ...]:
        """Return what someone asked and is open, by urgency and age."""

    async def find_bij(self, deelnemer: str) -> tuple[Hulpvraag, ...]:
        """Return what lies with someone, or was offered to that one, by urgency and age."""

    async def find_op_te_pakken(self, deelnemer: str) -> tuple[Hulpvraag, ...]:
        """Return what waits for someone among others, by urgency and age."""

    async def find_gemeente(self, gemeente: str | None) -> tuple[Hulpvraag, ...]:
        """Return what is open in a municipality, by urgency and age."""

    async def find_collegas(self, hulpvraag: Hulpvraag, behalve: str) -> tuple[Mens, ...]:
        """Return the ambassadeurs and aanvoerders who can be asked to take it over."""


class SqliteHulpvraagStore:
    """The stuck questions in SQLite."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, hulpvraag: str) -> Hulpvraag | None:
        """Return a stuck question."""
        return find_hulpvraag(self._database, hulpvraag)

    async def find_berichten(self, hulpvraag: str) -> tuple[Bericht, ...]:
        """Return what was said in it, oldest first."""
        return read_berichten(self._database, hulpvraag)

    async def find_gevraagden(self, hulpvraag: str) -> tuple[str, ...]:
        """Return who was asked to take it up."""
        return read_gevraagden(self._database, hulpvraag)

    async def find_bestemming(self, hulpvraag: Hulpvraag, nu: datetime) -> Bestemming:
        """Return whom it would go to now."""
        return find_bestemming(self._database, hulpvraag, nu)

    async def find_aanvoerder(self, hulpvraag: Hulpvraag, nu: datetime) -> Mens | None:
        """Return the last step for it."""
        return find_aanvoerder(self._database, hulpvraag, nu)

    async def find_leesmoment(
        self, hulpvraag: str, mensen: Iterable[str], nu: datetime
    ) -> datetime | None:
        """Return when the first of these people reads of it."""
        moments = [
            nu
            if is_in_gesprek(self._database, hulpvraag, mens.id, nu)
            else move_to_werktijd(nu, mens.werktijd)
            for wie in mensen
            if (mens := read_mens(self._database, wie)) is not None
        ]
        return min(moments, default=None)

    async def describe(self, hulpvraag: Hulpvraag) -> dict[str, Any]:
        """Return what is shown of it."""
        return describe(self._database, hulpvraag)

    async def find_gesteld(self, vrager: str) -> tuple[Hulpvraag, ...]:
        """Return what someone asked and is open."""
        return self._find(f"{LOPEND} AND vrager = ?", vrager)

    async def find_bij(self, deelnemer: str) -> tuple[Hulpvraag, ...]:
        """Return what lies with someone, or was offered to that one."""
        return self._find(f"{LOPEND} AND ?1 IN (bij, aangeboden)", deelnemer)

    async def find_op_te_pakken(self, deelnemer: str) -> tuple[Hulpvraag, ...]:
        """Return what waits for someone among others."""
        return self._find(
            "staat = 'open' AND EXISTS (SELECT 1 FROM hulpvraag_gevraagd g"
            " WHERE g.hulpvraag = h.id AND g.deelnemer = ? AND g.afgezien = 0)",
            deelnemer,
        )

    async def find_gemeente(self, gemeente: str | None) -> tuple[Hulpvraag, ...]:
        """Return what is open in a municipality."""
        return self._find(f"{LOPEND} AND gemeente = ?", gemeente)

    async def find_collegas(self, hulpvraag: Hulpvraag, behalve: str) -> tuple[Mens, ...]:
        """Return the ambassadeurs and aanvoerders who can be asked to take it over."""
        rows = self._database.execute(
            "SELECT id FROM deelnemer WHERE gemeente = ? AND rol IN ('ambassadeur', 'aanvoerder')"
            " AND id NOT IN (?, ?) ORDER BY organisatie, soort, rol, id",
            [hulpvraag.gemeente, behalve, hulpvraag.vrager or ""],
        ).fetchall()
        found = (read_mens(self._database, row["id"]) for row in rows)
        return tuple(mens for mens in found if mens is not None and mens.bereikbaar)

    def _find(self, where: str, *waarden: object) -> tuple[Hulpvraag, ...]:
        return tuple(find_hulpvragen(self._database, where, *waarden))
