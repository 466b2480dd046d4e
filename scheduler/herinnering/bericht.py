"""What somebody is told about a reminder."""

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
