"""The life of a stuck question, as the people in it see it."""

from hulplijn import KAART, Hulplijn
from kantoor import find_data, read

from sociale_kaart.deelnemer import Rol


def test_from_being_stuck_to_solved(lijn: Hulplijn) -> None:
    vrager = lijn.add(Rol.PROFESSIONAL)
    helper, ander = lijn.ambassadeur("corporatie"), lijn.ambassadeur("gemeente")
    begonnen = lijn.press(vrager, f"vast:{KAART}")
    assert "Waar zit het vast?" in read(begonnen)
    assert f"hv:wo:{KAART}" in find_data(begonnen)
    knopen = lijn.press(vrager, f"hv:wo:{KAART}")
    assert f"hv:wowa:{KAART}" in find_data(knopen)
    haast = lijn.press(vrager, f"hv:wowa:{KAART}")
    assert f"hv:wowawe:{KAART}" in find_data(haast)
    concept = lijn.press(vrager, f"hv:wowawe:{KAART}")
    assert "2 ambassadeurs" in read(concept)
    hulpvraag = lijn.ref(concept)
    assert lijn.told(helper) == []

    lijn.press(vrager, f"hvz:{hulpvraag}")
    assert "geen plek" in read(lijn.say(vrager, "er is geen plek in de opvang"))
    assert "Verstuurd" in read(lijn.press(vrager, f"hvs:{hulpvraag}"))
    [nieuw] = lijn.told(helper)
    assert "komt er niet uit" in nieuw
    assert "er is geen plek in de opvang" in nieuw
    assert "Wachtlijst of stop" in nieuw

    assert "nu van jou" in read(lijn.press(helper, f"hvp:{hulpvraag}"))
    assert "Je vraag is opgepakt" in lijn.told(vrager)[-1]
    assert "is opgepakt door" in lijn.told(ander)[-1]
    assert "Verstuurd" in lijn.write(helper, hulpvraag, "bel de opvang, er is <b>plek</b>")
    [woorden] = lijn.told(vrager)
    assert "bel de opvang, er is &lt;b&gt;plek&lt;/b&gt;" in woorden
    lijn.write(vrager, hulpvraag, "dank, dat ga ik doen")
    assert "dank, dat ga ik doen" in lijn.told(helper)[-1]

    lijn.press(helper, f"hvo:{hulpvraag}")
    assert "Is het opgelost?" in lijn.told(vrager)[-1]
    lijn.press(vrager, f"hvj:{hulpvraag}:nee")
    assert "nog niet opgelost" in lijn.told(helper)[-1]
    lijn.press(helper, f"hvo:{hulpvraag}")
    lijn.told(vrager)
    assert "gesloten" in read(lijn.press(vrager, f"hvj:{hulpvraag}:ja"))
    assert "Opgelost" in lijn.told(helper)[-1]
    assert lijn.find(hulpvraag) is None
    for tabel in ("hulpvraag", "hulpvraag_bericht", "hulpvraag_gebeurtenis", "hulpvraag_gevraagd"):
        assert lijn.count(tabel) == 0
    assert lijn.outcomes() == [
        {
            "week": "2026-W48",
            "gemeente": "zwijndrecht",
            "leefgebied": "wonen",
            "knelpunt": "wachtlijst",
            "organisatiesoort": "wijkteam",
            "uitkomst": "opgelost",
            "dagen_tot_opgepakt": 0,
            "dagen_tot_opgelost": 0,
        }
    ]
    assert lijn.gemeld == []
