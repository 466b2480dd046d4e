"""What moves a stuck question from one state to another: all of it, written out a second time."""

import pytest

from scheduler.hulpvraag.hulpvraag import LOPEND, Staat
from scheduler.hulpvraag.overgangen import (
    OVERGANGEN,
    Gebeurtenis,
    HulpvraagVeranderd,
    find_staat,
)

# per state: what can happen, and where it stands then; what is not here cannot happen
VERWACHT = {
    "concept": "aangevuld>concept verstuurd>open naar_aanvoerder>opgeschaald"
    " ingetrokken>gesloten niemand>gesloten",
    "open": "opgepakt>opgepakt naar_aanvoerder>opgeschaald stil>open"
    " ingetrokken>gesloten vrager_weg>gesloten niemand>gesloten",
    "opgepakt": "geschreven>opgepakt bezig>opgepakt nagevraagd>nagevraagd naar_vervanger>doorgezet"
    " naar_aanvoerder>opgeschaald teruggegeven>open helper_weg>open aangeboden>aangeboden"
    " opgelost>voorgelegd ingetrokken>gesloten vrager_weg>gesloten niemand>gesloten",
    "nagevraagd": "stil>nagevraagd geschreven>opgepakt bezig>opgepakt naar_vervanger>doorgezet"
    " naar_aanvoerder>opgeschaald teruggegeven>open helper_weg>open aangeboden>aangeboden"
    " opgelost>voorgelegd ingetrokken>gesloten vrager_weg>gesloten niemand>gesloten",
    "doorgezet": "stil>doorgezet opgepakt>opgepakt"
    " naar_aanvoerder>opgeschaald teruggegeven>open helper_weg>open aangeboden>aangeboden"
    " opgelost>voorgelegd ingetrokken>gesloten vrager_weg>gesloten niemand>gesloten",
    "opgeschaald": "opgepakt>opgepakt stil>opgeschaald"
    " naar_aanvoerder>opgeschaald teruggegeven>open helper_weg>open aangeboden>aangeboden"
    " opgelost>voorgelegd ingetrokken>gesloten vrager_weg>gesloten niemand>gesloten",
    "aangeboden": "geschreven>aangeboden aanvaard>opgepakt geweigerd>opgepakt"
    " naar_aanvoerder>opgeschaald teruggegeven>open helper_weg>open aangeboden>aangeboden"
    " opgelost>voorgelegd ingetrokken>gesloten vrager_weg>gesloten niemand>gesloten",
    "voorgelegd": "geschreven>voorgelegd nog_niet>opgepakt bevestigd>gesloten"
    " niet_bevestigd>gesloten helper_weg>voorgelegd ingetrokken>gesloten vrager_weg>gesloten",
    "gesloten": "",
}


@pytest.mark.parametrize("gebeurtenis", Gebeurtenis)
@pytest.mark.parametrize("van", Staat)
def test_each_thing_that_happens_leads_where_it_should_or_cannot_happen(
    van: Staat, gebeurtenis: Gebeurtenis
) -> None:
    expected = dict(regel.split(">") for regel in VERWACHT[van.value].split())
    if gebeurtenis.value in expected:
        assert find_staat(van, gebeurtenis).value == expected[gebeurtenis.value]
    else:
        with pytest.raises(HulpvraagVeranderd):
            find_staat(van, gebeurtenis)


def test_every_state_can_be_reached_and_left_but_the_last() -> None:
    reached = {Staat.CONCEPT}
    while more := {naar for (van, _), naar in OVERGANGEN.items() if van in reached} - reached:
        reached |= more
    assert reached == set(Staat)
    for staat in set(Staat) - {Staat.GESLOTEN}:
        assert Staat.GESLOTEN in {naar for (van, _), naar in OVERGANGEN.items() if van is staat}


def test_an_asker_can_always_take_it_back_and_can_always_go() -> None:
    for staat in LOPEND:
        assert find_staat(staat, Gebeurtenis.INGETROKKEN) is Staat.GESLOTEN
        assert find_staat(staat, Gebeurtenis.VRAGER_WEG) is Staat.GESLOTEN
