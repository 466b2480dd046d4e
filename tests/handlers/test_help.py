"""The explanation in groups that a phone can show, and nothing that is said twice."""

import re

import pytest

from handlers.rechten import may
from handlers.rechtentabel import WAAKVLAMMERS
from handlers.render import Renderer
from sociale_kaart.deelnemer import Rol

LANGST = 1500


@pytest.mark.parametrize("rol", Rol)
def test_the_help_is_in_groups_of_at_most_eight_commands(rol: Rol) -> None:
    text = Renderer().render("help", rol=rol.value)
    groups = [re.findall("^/", group, re.MULTILINE) for group in text.split("<b>")]
    assert max(map(len, groups)) <= 8
    assert len(text) <= LANGST


@pytest.mark.parametrize("rol", [Rol.AANVOERDER, Rol.BEHEERDER])
def test_the_help_begins_with_what_the_role_alone_may_do(rol: Rol) -> None:
    text = Renderer().render("help", rol=rol.value)
    assert text.index("/beheer:") < text.index("/kaart:") < text.index("/vergeetmij:")


@pytest.mark.parametrize(("aantal", "gezegd"), [(1, False), (2, True)])
def test_the_next_waakvlam_is_named_only_where_there_are_more(aantal: int, gezegd: bool) -> None:
    regel = {"stand": "Rustig", "wat": "bellen", "moment": "maandag", "bij": None}
    text = Renderer().render(
        "herinnering/waakvlammen",
        gebied=None,
        aantal=aantal,
        standen=[],
        regels=[regel] * aantal,
        eerste="maandag",
    )
    assert ("De eerstvolgende is" in text) is gezegd


@pytest.mark.parametrize(("tekst", "einde"), [("bellen", "bellen."), ("lukt het?", "lukt het?")])
def test_what_is_repeated_keeps_its_own_full_stop(tekst: str, einde: str) -> None:
    text = Renderer().render(
        "herinnering/vraag",
        wat="wanneer",
        reden=None,
        grens=0,
        tekst=tekst,
        moment=None,
        weggehaald=(),
    )
    assert f"Het gaat over: {einde}\n" in text


@pytest.mark.parametrize("rol", [*Rol, None])
def test_the_first_words_name_no_command_that_the_role_may_not_give(rol: Rol | None) -> None:
    text = Renderer().render("start", gemeente=None, nood="112", rol=rol and rol.value)
    named = re.findall(r"/[a-z]+\b(?!>)", text)
    assert [naam for naam in named if not may(rol or Rol.PROFESSIONAL, naam)] == []
    assert ({"/herinner", "/open", "/waakvlammen"} <= set(named)) is (rol in WAAKVLAMMERS)
    assert ("/beheer" in named) is (rol is Rol.AANVOERDER)
