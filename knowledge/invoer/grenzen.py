"""How large a file may be: smaller from a chat than from a command on the server."""

from dataclasses import dataclass

MEGA = 1_000_000
MOST_ROWS = 20_000  # of a table
MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """The bounds of one way in, in bytes but for the last."""

    bestand: int
    uitgepakt: int
    bestanden: int = 20_000  # in a zip


GESPREK = Grenzen(bestand=5 * MEGA, uitgepakt=50 * MEGA)
OPDRACHT = Grenzen(bestand=100 * MEGA, uitgepakt=500 * MEGA)  # by who keeps the server
