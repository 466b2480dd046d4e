"""A file that a channel brings: whose may be fetched, and what is kept of it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from bot.wiring import Wegwijzer
from handlers.invoer.wegen import INVOER
from handlers.rechten import may
from knowledge.deelnemers import Adres
from knowledge.invoer.aanbod import find_vorm
from knowledge.invoer.grenzen import GESPREK
from knowledge.invoer.opslag import Bestand
from knowledge.privacy import PrivacyGuard
from sociale_kaart.deelnemer import Deelnemer

LONGEST_NAME = 60  # signs of the name of a file
TE_GROOT, SOORT, LEEG, NIET_GELUKT = "te_groot", "soort", "leeg", "niet_gelukt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aangekondigd:
    """A file before it is fetched: what it is called, and how large it says it is."""

    naam: str
    bytes: int | None

    def find_bezwaar(self) -> str | None:
        """Return why it is not worth fetching; None where it is."""
        if find_vorm(self.naam) is None:
            return SOORT
        return TE_GROOT if self.bytes is not None and self.bytes > GESPREK.bestand else None


async def find_inzender(wegwijzer: Wegwijzer, adres: Adres) -> Deelnemer | None:
    """Return who writes from an address, if that one may send files; else None."""
    deelnemer = await wegwijzer.deelnemers.find_by_adres(adres)
    if deelnemer is None or deelnemer.geblokkeerd or not may(deelnemer.rol, INVOER):
        return None
    return deelnemer


def make_bestand(
    bron: str, deelnemer: Deelnemer, naam: str, inhoud: bytes, guard: PrivacyGuard
) -> Bestand:
    """Return what is kept of a file.

    Args:
        bron: the message it came with, so that the same message keeps the same file.
        deelnemer: who sent it.
        naam: as the sender called it; masked here.
        inhoud: its bytes.
        guard: masks the name.
    """
    return Bestand(
        id=hashlib.sha256(f"{deelnemer.id}\n{bron}".encode()).hexdigest()[:16],
        deelnemer=deelnemer.id,
        naam=clean_naam(naam, guard),
        inhoud=inhoud,
    )


def clean_naam(naam: str, guard: PrivacyGuard) -> str:
    """Return the name of a file without its folders, without personal data, and not too long."""
    own = Path(naam.replace("\\", "/")).name
    stam = " ".join("".join(t for t in Path(own).stem if t.isprintable()).split())
    try:
        gemaskeerd = guard.mask(stam.replace("_", " ")[:LONGEST_NAME]).tekst
    except Exception:  # noqa: BLE001 (edge: a fault of the guard may not let a raw name through)
        gemaskeerd = ""
    return f"{gemaskeerd or 'bestand'}{find_vorm(own) or ''}"
