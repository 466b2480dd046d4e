"""What somebody is told about a reminder."""

from sqlite_utils import Database

from scheduler.beschikbaar import read_collega
from scheduler.herinnering.herinnering import Herinnering
from scheduler.melding import Melding, Meldingsoort


def make_melding(
    herinnering: Herinnering, aan: str, soort: Meldingsoort, *, direct: bool = False
) -> Melding:
    """Return a message about a reminder as it stands."""
    return Melding(
        aan=aan,
        soort=soort,
        onderwerp=herinnering.id,
        versie=herinnering.versie,
        direct=direct,
        gegevens={
            "tekst": herinnering.tekst,
            "zaak": herinnering.zaak,
            "soort": herinnering.soort,
            "gemaakt": herinnering.gemaakt.isoformat(),
            "afgesproken": herinnering.afgesproken.isoformat(),
            "herhaling": herinnering.herhaling,
        },
    )


def describe_collega(database: Database, deelnemer: str | None) -> dict[str, str] | None:
    """Return a colleague by organisation and role, as others may know; None for one who left."""
    wie = read_collega(database, deelnemer) if deelnemer else None
    return {"organisatie": wie.organisatie, "rol": wie.rol.value} if wie else None
