"""Where each dialogue stands, so that no process needs to remember it."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlite_utils import Database

from knowledge.database import write_transaction


def find_stand(database: Database, sleutel: str) -> dict[str, Any] | None:
    """Return where a dialogue stands, as plain data; None for a new one."""
    row = database.execute("SELECT stand FROM dialoog WHERE sleutel = ?", [sleutel]).fetchone()
    if row is None:
        return None
    stand: dict[str, Any] = json.loads(row["stand"])
    return stand


def save_stand(database: Database, sleutel: str, stand: dict[str, Any], nu: datetime) -> None:
    """Write where a dialogue stands, inside the caller's transaction if there is one."""
    with write_transaction(database):
        database.execute(
            "INSERT INTO dialoog (sleutel, stand, op) VALUES (?, ?, ?)"
            " ON CONFLICT (sleutel) DO UPDATE SET stand = excluded.stand, op = excluded.op",
            [sleutel, json.dumps(stand, ensure_ascii=False), nu.astimezone(UTC).isoformat()],
        )


def forget_dialogen(database: Database, *, nu: datetime, dagen: int) -> int:
    """Erase the dialogues in which nothing was said for so many days, and return how many."""
    grens = (nu - timedelta(days=dagen)).astimezone(UTC).isoformat()
    with write_transaction(database):
        return int(database.execute("DELETE FROM dialoog WHERE op < ?", [grens]).rowcount)
