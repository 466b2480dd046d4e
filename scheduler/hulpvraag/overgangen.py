"""The states of a stuck question and what moves between them: all of it, in one table."""

from collections.abc import Mapping
from enum import StrEnum

from scheduler.hulpvraag.hulpvraag import LOPEND, Staat
from sociale_kaart.errors import WegwijzerError


class HulpvraagVeranderd(WegwijzerError, ValueError):
    """A stuck question in this state knows no such step, or it was changed in the meantime."""


class Gebeurtenis(StrEnum):
    """What can happen to a stuck question."""

    BEGONNEN = "begonnen"
    AANGEVULD = "aangevuld"  # with a sentence or a code, before it goes
    VERSTUURD = "verstuurd"  # to those who can take it up
    NAAR_AANVOERDER = "naar_aanvoerder"
    OPGEPAKT = "opgepakt"
    GESCHREVEN = "geschreven"  # by who has it
    BEZIG = "bezig"  # who has it says so
    NAGEVRAAGD = "nagevraagd"  # it was silent, and who has it was asked
    NAAR_VERVANGER = "naar_vervanger"
    STIL = "stil"  # nobody reacted, and it is asked again
    TERUGGEGEVEN = "teruggegeven"
    HELPER_WEG = "helper_weg"  # who has it cannot be reached, left or was blocked
    AANGEBODEN = "aangeboden"
    AANVAARD = "aanvaard"
    GEWEIGERD = "geweigerd"  # or not answered
    OPGELOST = "opgelost"  # says who has it
    NOG_NIET = "nog_niet"  # says the asker
    BEVESTIGD = "bevestigd"  # by the asker
    NIET_BEVESTIGD = "niet_bevestigd"  # the asker did not say so within its term
    INGETROKKEN = "ingetrokken"
    VRAGER_WEG = "vrager_weg"
    NIEMAND = "niemand"  # nobody is left who could take it up


G, S = Gebeurtenis, Staat
BIJ_HELPER = (S.OPGEPAKT, S.NAGEVRAAGD)
OP_TE_PAKKEN = (S.OPEN, S.DOORGEZET, S.OPGESCHAALD)
IN_HANDEN = (*BIJ_HELPER, S.DOORGEZET, S.OPGESCHAALD, S.AANGEBODEN)

OVERGANGEN: Mapping[tuple[Staat, Gebeurtenis], Staat] = {
    (S.CONCEPT, G.AANGEVULD): S.CONCEPT,
    (S.CONCEPT, G.VERSTUURD): S.OPEN,
    **{(van, G.NAAR_AANVOERDER): S.OPGESCHAALD for van in (S.CONCEPT, S.OPEN, *IN_HANDEN)},
    **{(van, G.OPGEPAKT): S.OPGEPAKT for van in OP_TE_PAKKEN},
    **{(van, G.GESCHREVEN): S.OPGEPAKT for van in BIJ_HELPER},
    **{(van, G.GESCHREVEN): van for van in (S.AANGEBODEN, S.VOORGELEGD)},
    **{(van, G.BEZIG): S.OPGEPAKT for van in BIJ_HELPER},
    (S.OPGEPAKT, G.NAGEVRAAGD): S.NAGEVRAAGD,
    **{(van, G.NAAR_VERVANGER): S.DOORGEZET for van in BIJ_HELPER},
    **{(van, G.STIL): van for van in (S.OPEN, S.NAGEVRAAGD, S.DOORGEZET, S.OPGESCHAALD)},
    **{(van, G.TERUGGEGEVEN): S.OPEN for van in IN_HANDEN},
    **{(van, G.HELPER_WEG): S.OPEN for van in IN_HANDEN},
    (S.VOORGELEGD, G.HELPER_WEG): S.VOORGELEGD,
    **{(van, G.AANGEBODEN): S.AANGEBODEN for van in IN_HANDEN},
    (S.AANGEBODEN, G.AANVAARD): S.OPGEPAKT,
    (S.AANGEBODEN, G.GEWEIGERD): S.OPGEPAKT,
    **{(van, G.OPGELOST): S.VOORGELEGD for van in IN_HANDEN},
    (S.VOORGELEGD, G.NOG_NIET): S.OPGEPAKT,
    (S.VOORGELEGD, G.BEVESTIGD): S.GESLOTEN,
    (S.VOORGELEGD, G.NIET_BEVESTIGD): S.GESLOTEN,
    **{(van, G.INGETROKKEN): S.GESLOTEN for van in (S.CONCEPT, *LOPEND)},
    **{(van, G.VRAGER_WEG): S.GESLOTEN for van in LOPEND},
    **{(van, G.NIEMAND): S.GESLOTEN for van in (S.CONCEPT, S.OPEN, *IN_HANDEN)},
}


def find_staat(van: Staat, gebeurtenis: Gebeurtenis) -> Staat:
    """Return the state after something happened.

    Raises:
        HulpvraagVeranderd: it cannot happen in this state.
    """
    try:
        return OVERGANGEN[van, gebeurtenis]
    except KeyError as error:
        raise HulpvraagVeranderd(f"{gebeurtenis} in {van}") from error
