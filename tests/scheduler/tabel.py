"""The tables in momenten/: what is typed at which moment, and what must come out."""

from dataclasses import dataclass
from pathlib import Path

TABELLEN = Path(__file__).parent / "momenten"
DAGEN = "ma di wo do vr za zo".split()


@dataclass(frozen=True, slots=True)
class Rij:
    """One row; `herhaling` and `rest` are None where there is nothing to expect."""

    nu: str
    tekst: str
    moment: str
    herhaling: str
    rest: str
    dagen: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.tekst} ({self.nu})"


def read_rijen(pad: Path) -> list[Rij]:
    """Return the rows of a table."""
    regels = pad.read_text(encoding="utf-8").splitlines()
    return [_read_rij(regel) for regel in regels if regel and not regel.startswith("#")]


def _read_rij(regel: str) -> Rij:
    velden, _, dagen = regel.rpartition("  # ")
    nu, tekst, moment, herhaling, rest = (veld.strip() for veld in velden.split(" | "))
    return Rij(nu, tekst, moment, herhaling, rest, tuple(dagen.split(", ")))


RIJEN = [rij for pad in sorted(TABELLEN.glob("*.txt")) for rij in read_rijen(pad)]
