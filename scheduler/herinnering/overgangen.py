"""The states of a reminder and what moves between them: all of it, in one table."""

from collections.abc import Mapping
from enum import StrEnum

from scheduler.herinnering.herinnering import OPEN, Staat
from sociale_kaart.errors import WegwijzerError


class OvergangOnmogelijk(WegwijzerError, ValueError):
    """A reminder in this state knows no such step, or it was changed in the meantime."""


class Gebeurtenis(StrEnum):
    """What can happen to a reminder."""

    GEZET = "gezet"
    VALT_TOE = "valt_toe"  # its moment is there
    STIL = "stil"  # no reaction to the first message
    NAAR_VERVANGER = "naar_vervanger"  # no reaction, absent or out of reach
    NAAR_AANVOERDER = "naar_aanvoerder"  # nor of the deputy
    GEDAAN = "gedaan"
    NIEUWE_RONDE = "nieuwe_ronde"  # done for this time, it returns by its rhythm
    UITKOMST = "uitkomst"  # whether it worked
    UITGESTELD = "uitgesteld"
    AANGEBODEN = "aangeboden"
    AANVAARD = "aanvaard"
    TERUG = "terug"  # refused, or not answered by the one it was offered to
    TERUG_OP_TIJD = "terug_op_tijd"  # the same, while its moment is still to come
    OPGESCHAALD = "opgeschaald"  # asked for by the receiver
    VERVALLEN = "vervallen"
    VERTROKKEN = "vertrokken"  # who had it is gone


G, S = Gebeurtenis, Staat
BIJ_IEMAND = (S.VERSTUURD, S.HERHAALD, S.DOORGEZET, S.OPGESCHAALD)
WACHT = (S.GEPLAND, S.UITGESTELD)

OVERGANGEN: Mapping[tuple[Staat, Gebeurtenis], Staat] = {
    **{(van, G.VALT_TOE): S.VERSTUURD for van in WACHT},
    (S.VERSTUURD, G.STIL): S.HERHAALD,
    (S.OPGESCHAALD, G.STIL): S.OPGESCHAALD,
    **{(van, G.NAAR_VERVANGER): S.DOORGEZET for van in (*WACHT, S.VERSTUURD, S.HERHAALD)},
    **{(van, G.NAAR_AANVOERDER): S.OPGESCHAALD for van in (*WACHT, *BIJ_IEMAND)},
    **{(van, G.GEDAAN): S.GEDAAN for van in OPEN},
    **{(van, G.NIEUWE_RONDE): S.GEPLAND for van in OPEN},
    (S.GEDAAN, G.UITKOMST): S.GEDAAN,
    (S.GEPLAND, G.UITKOMST): S.GEPLAND,
    **{(van, G.UITGESTELD): S.UITGESTELD for van in OPEN},
    **{(van, G.AANGEBODEN): S.AANGEBODEN for van in OPEN},
    **{(van, G.AANVAARD): S.GEPLAND for van in OPEN},  # offered, or left without a keeper
    (S.AANGEBODEN, G.TERUG): S.VERSTUURD,
    (S.AANGEBODEN, G.TERUG_OP_TIJD): S.GEPLAND,
    **{(van, G.OPGESCHAALD): S.OPGESCHAALD for van in OPEN},
    **{(van, G.VERVALLEN): S.VERVALLEN for van in OPEN},
    **{(van, G.VERTROKKEN): van for van in (*WACHT, S.AANGEBODEN)},
    **{(van, G.VERTROKKEN): S.OPGESCHAALD for van in BIJ_IEMAND},
}


def find_staat(van: Staat, gebeurtenis: Gebeurtenis) -> Staat:
    """Return the state after something happened.

    Raises:
        OvergangOnmogelijk: it cannot happen in this state.
    """
    try:
        return OVERGANGEN[van, gebeurtenis]
    except KeyError as error:
        raise OvergangOnmogelijk(f"{gebeurtenis} in {van}") from error
