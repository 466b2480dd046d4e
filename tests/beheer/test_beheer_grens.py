"""One person cannot fill the database with drafts."""

import pytest
from aanvoerder import Aanvoerder, let_in
from kantoor import Kantoor

from handlers.beheer import zoeken


def test_who_has_as_many_new_entries_in_hand_as_there_can_be_hears_so(
    kantoor: Kantoor, anna: Aanvoerder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zoeken, "MOST_NIEUW", 2)
    for naam in ("Eerste", "Tweede"):
        anna.stuur("nieuw:")
        anna.zeg(naam)
    assert "al 2 nieuwe kaarten" in anna.stuur("nieuw:")
    assert kantoor.count("concept") == 2
    anna.stuur("bewerk:briefadres-zwijndrecht")
    assert kantoor.count("concept") == 3, "een kaart die er al is, kan altijd"
    assert "Naam" in let_in(kantoor).stuur("nieuw:")
