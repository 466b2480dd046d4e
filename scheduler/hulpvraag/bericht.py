"""What people are told of a stuck question: a code and plain data."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from scheduler.hulpvraag.hulpvraag import Hulpvraag
from scheduler.hulpvraag.opslag import is_in_gesprek
from scheduler.hulpvraag.woorden import read_berichten
from scheduler.melding import Melding


class Hulpmelding(StrEnum):
    """What a message is about."""

    NIEUW = "hulp_nieuw"  # to who can take it up
    DOORGEZET = "hulp_doorgezet"  # to the deputy of who was silent
    OPGESCHAALD = "hulp_opgeschaald"  # to the aanvoerder
    HERHAALD = "hulp_herhaald"  # the same, once more
    AANBOD = "hulp_aanbod"  # to a colleague who is asked to take it over
    NAVRAAG = "hulp_navraag"  # to who has it: how does it stand?
    VOORGELEGD = "hulp_voorgelegd"  # to the asker: is it solved?
    WOORDEN = "hulp_woorden"  # what the other side said
    OPGEPAKT = "hulp_opgepakt"  # to the asker
    ANDER = "hulp_ander"  # to the others who were asked: somebody has it
    AANVAARD = "hulp_aanvaard"  # to who offered it
    GEWEIGERD = "hulp_geweigerd"  # to who offered it
    VERDER = "hulp_verder"  # to who was silent: it went on
    TERUGGENOMEN = "hulp_teruggenomen"  # to who was silent: it went back to the others
    AANVOERDER = "hulp_aanvoerder"  # to the asker: it lies with the aanvoerder
    WEER_OPEN = "hulp_weer_open"  # to the asker: it went back to the others
    VERTRAAGD = "hulp_vertraagd"  # to the asker: nobody reacted yet
    NIEMAND = "hulp_niemand"  # to the asker: there is nobody, it closed
    BEVESTIGD = "hulp_bevestigd"  # to who helped: it is solved
    NOG_NIET = "hulp_nog_niet"  # to who helped: it is not
    NIET_BEVESTIGD = "hulp_niet_bevestigd"  # to both: it closed without word of the asker
    INGETROKKEN = "hulp_ingetrokken"  # to who had it, or was asked
    VRAGER_WEG = "hulp_vrager_weg"  # to who had it
    BUNDEL = "hulp_bundel"  # several that can be taken up


# asks somebody to do something, and is no longer sent when the question has moved on
VRAAGT = frozenset(
    {
        Hulpmelding.NIEUW,
        Hulpmelding.DOORGEZET,
        Hulpmelding.OPGESCHAALD,
        Hulpmelding.HERHAALD,
        Hulpmelding.AANBOD,
        Hulpmelding.NAVRAAG,
        Hulpmelding.VOORGELEGD,
    }
)
# shows what the asker wrote with the question, to who did not see it yet
MET_TOELICHTING = VRAAGT - {Hulpmelding.NAVRAAG, Hulpmelding.VOORGELEGD}


def make_melding(
    database: Database,
    hulpvraag: Hulpvraag,
    aan: str,
    soort: Hulpmelding,
    nu: datetime,
    **gegevens: Any,  # noqa: ANN401 (plain data)
) -> Melding:
    """Return a message about a stuck question as it stands.

    It goes at once to who did something with this question just now, and so is there.
    """
    data = {**describe(database, hulpvraag), **gegevens}
    if soort in MET_TOELICHTING:
        said = read_berichten(database, hulpvraag.id)
        data["toelichting"] = next((b.tekst for b in said if b.van_vrager), None)
    return Melding(
        aan=aan,
        soort=soort,
        onderwerp=hulpvraag.id,
        versie=hulpvraag.versie if soort in VRAAGT else None,
        gegevens=data,
        direct=is_in_gesprek(database, hulpvraag.id, aan, nu),
    )


def describe(database: Database, hulpvraag: Hulpvraag) -> dict[str, Any]:
    """Return what is told of a stuck question, without what was said in it."""
    return {
        "gemeente": hulpvraag.gemeentenaam,
        "leefgebied": hulpvraag.leefgebied,
        "knelpunt": hulpvraag.knelpunt,
        "haast": hulpvraag.haast,
        "zaak": hulpvraag.zaak,
        "kaartnaam": hulpvraag.kaartnaam,
        "escalatie": hulpvraag.escalatie,
        "escalatienaam": hulpvraag.escalatienaam,
        "gemaakt": hulpvraag.gemaakt.isoformat(),
        "vrager": describe_mens(database, hulpvraag.vrager),
        "helper": describe_mens(database, hulpvraag.bij),
    }


def describe_mens(database: Database, deelnemer: str | None) -> dict[str, str] | None:
    """Return what one side sees of the other: never who it is."""
    row = database.execute(
        "SELECT rol, organisatie, soort FROM deelnemer WHERE id = ?", [deelnemer]
    ).fetchone()
    return dict(row) if row else None
