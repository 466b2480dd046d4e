"""One person cannot fill the chats of all who help."""

import pytest
from hulplijn import KAART, Hulplijn
from kantoor import read

from handlers.hulpvraag import beginnen
from sociale_kaart.deelnemer import Rol


def test_who_has_as_many_questions_open_as_there_can_be_hears_so_and_others_go_on(
    lijn: Hulplijn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beginnen, "MOST_OPEN", 2)
    vol, ander = lijn.add(Rol.PROFESSIONAL), lijn.add(Rol.PROFESSIONAL)
    lijn.ambassadeur()
    eerste = lijn.ask(vol)
    lijn.ask(vol)
    assert "al 2 vragen open" in read(lijn.press(vol, f"hv:wowawe:{KAART}"))
    assert lijn.count("hulpvraag") == 2
    lijn.ask(ander)
    lijn.press(vol, f"hvw:{eerste}:ja")
    lijn.ask(vol)
    assert lijn.count("hulpvraag") == 3
