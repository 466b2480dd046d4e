"""One person cannot fill the place of all."""

import pytest
from bureau import Bureau
from kantoor import read

from handlers.herinnering import bevestigen
from sociale_kaart.deelnemer import Rol


def test_who_has_as_many_open_as_there_can_be_hears_so_and_others_go_on(
    bureau: Bureau, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bevestigen, "MOST_OPEN", 2)
    vol, ander = bureau.add(Rol.PROFESSIONAL), bureau.add(Rol.PROFESSIONAL)
    bureau.agree(vol)
    eerste = bureau.agree(vol)
    zin = bureau.say(vol, "/herinner over 3 weken bellen")
    assert "al 2 herinneringen open" in read(bureau.tap(vol, zin, "Ja"))
    bureau.agree(ander)
    assert len(bureau.list_open()) == 3
    bureau.press(vol, f"hx:{eerste}:ja")
    bureau.agree(vol, "/herinner over 3 weken bellen")
    assert len(bureau.list_open()) == 3
