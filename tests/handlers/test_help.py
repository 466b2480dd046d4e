"""The explanation: what one may do, in groups that a phone can show."""

import re

import pytest

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
