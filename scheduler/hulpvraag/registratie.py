"""What stays of a stuck question for the figures: its kind and how it ended, and no person."""

from datetime import datetime

from sqlite_utils import Database

from scheduler.clock import AMSTERDAM
from scheduler.hulpvraag.hulpvraag import Hulpvraag, Uitkomst


def register(database: Database, hulpvraag: Hulpvraag, uitkomst: Uitkomst) -> None:
    """Keep the kind and the outcome of a stuck question that closes.

    The week is that in which it was asked; days are whole days, None for what never happened.
    """
    database.execute(
        "INSERT INTO hulpvraag_registratie (week, gemeente, leefgebied, knelpunt,"
        " organisatiesoort, uitkomst, dagen_tot_opgepakt, dagen_tot_opgelost)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            format_week(hulpvraag.gemaakt),
            hulpvraag.gemeente,
            hulpvraag.leefgebied,
            hulpvraag.knelpunt,
            hulpvraag.organisatiesoort,
            uitkomst,
            _count_days(hulpvraag, hulpvraag.opgepakt),
            _count_days(hulpvraag, _find_opgelost(hulpvraag, uitkomst)),
        ],
    )


def format_week(moment: datetime) -> str:
    """Return the week of a moment, as 2026-W48."""
    jaar, week, _ = moment.astimezone(AMSTERDAM).isocalendar()
    return f"{jaar}-W{week:02d}"


def _find_opgelost(hulpvraag: Hulpvraag, uitkomst: Uitkomst) -> datetime | None:
    solved = uitkomst in {Uitkomst.OPGELOST, Uitkomst.NIET_BEVESTIGD}
    return hulpvraag.opgelost if solved else None


def _count_days(hulpvraag: Hulpvraag, moment: datetime | None) -> int | None:
    return (moment - hulpvraag.gemaakt).days if moment else None
