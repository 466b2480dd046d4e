"""Who is no ambassadeur any more reads and takes up nothing that came for one."""

from hulplijn import Hulplijn
from kantoor import read

from sociale_kaart.deelnemer import Rol

ZIN = "De woning is over tien dagen leeg."


def take_rol(lijn: Hulplijn, van: int) -> None:
    wie = lijn.get(van)
    assert wie
    lijn.press(lijn.add(Rol.BEHEERDER, None), f"rol:{wie.id}:professional")


def test_an_old_button_gives_the_words_to_nobody_whose_role_was_taken_away(lijn: Hulplijn) -> None:
    vrager, was = lijn.add(Rol.PROFESSIONAL), lijn.ambassadeur()
    blijft = lijn.ambassadeur()
    hulpvraag = lijn.ask(vrager, zin=ZIN)
    take_rol(lijn, was)
    for knop in ("hvp", "hvb", "hvt", "hvi"):
        assert ZIN not in read(lijn.press(was, f"{knop}:{hulpvraag}"))
    assert lijn.has(hulpvraag) is None
    assert ZIN in read(lijn.press(blijft, f"hvp:{hulpvraag}"))


def test_what_only_that_one_was_asked_goes_to_the_aanvoerder_at_once(lijn: Hulplijn) -> None:
    vrager, was = lijn.add(Rol.PROFESSIONAL), lijn.ambassadeur()
    aanvoerder = lijn.add(Rol.AANVOERDER)
    lijn.ask(vrager, zin=ZIN)
    take_rol(lijn, was)
    lijn.read_outbox(aanvoerder)
    lijn.ring(lijn.clock.get_nu())
    assert any("vraag" in gezegd for gezegd in lijn.told(aanvoerder))
