"""Every role and every action: what is allowed is done, what is not changes nothing."""

import pytest
from kantoor import Kantoor, read

from handlers.dispatch import DRUKKEN, GEBIEDEN, LEZERS, OPDRACHTEN
from handlers.rechten import find_invitable, find_opdrachten, may
from handlers.rechtentabel import ALLEEN_PRIVE, RECHTEN, VRAAG
from sociale_kaart.deelnemer import Rol

REFUSED = "Dit kan niet met jouw rol"
PRIVATE = "alleen als niemand meeleest"
ACTIES = sorted(RECHTEN)
PEOPLE_TABLES = ("deelnemer", "uitnodiging", "toegangsverzoek", "vertrokken")


@pytest.mark.parametrize("soort", ["OPDRACHTEN", "DRUKKEN"])
def test_no_two_areas_use_the_same_name(soort: str) -> None:
    names = [naam for gebied in GEBIEDEN for naam in getattr(gebied, soort)]
    whole = {"OPDRACHTEN": OPDRACHTEN, "DRUKKEN": DRUKKEN}[soort]
    own = whole.keys() - set(names)
    assert len(names) + len(own) == len(whole)
    assert len(names) == len(set(names))


def test_no_two_areas_wait_under_the_same_name() -> None:
    names = [naam for gebied in LEZERS for naam in gebied.WACHTENDEN]
    assert sorted(names) == sorted(set(names) - {"uitnodigen"})


def test_the_table_names_every_command_and_every_button_and_nothing_else() -> None:
    assert set(RECHTEN) == set(OPDRACHTEN) | set(DRUKKEN) | {VRAAG}
    assert set(RECHTEN) >= ALLEEN_PRIVE


# written out a second time, so that a slip of the pen in the table is seen
ALLEEN_VOOR = {
    frozenset({Rol.AANVOERDER, Rol.BEHEERDER}): {
        "/uitnodigen",
        "/mensen",
        "uit",
        "mensen",
        "mens",
        "blok",
        "los",
        "toelaten",
        "afwijzen",
        "/cijfers",
        "cijfers",
        "weekcijfers",
        "/beheer",
    },
    frozenset({Rol.BEHEERDER}): {"/storingen", "rol"},
    frozenset({Rol.AANVOERDER}): {
        "/uitvoer",
        "/invoer",
        "uitvoer",
        "inpub",
        "invoor",
        "inweg",
        "wl",
        "wm",
        "wv",
        "wg",
        "/geschiedenis",
        "zoek",
        "bewerk",
        "nieuw",
        "concept",
        "veld",
        "rij",
        "keus",
        "neem",
        "verder",
        "proef",
        "anders",
        "publiceer",
        "gaaf",
        "af",
        "kant",
        "bewaar",
        "wis",
        "einde",
        "volg",
        "versies",
        "oud",
        "zet",
        "meekijk",
        "eens",
        "oneens",
    },
    frozenset({Rol.AMBASSADEUR, Rol.AANVOERDER}): {"/waakvlammen", "vlam", "hw"},
}


def test_the_table_gives_people_and_faults_to_the_roles_that_keep_them_alone() -> None:
    found = {rollen: {a for a, r in RECHTEN.items() if r == rollen} for rollen in ALLEEN_VOOR}
    assert found == ALLEEN_VOOR
    rest = set(RECHTEN) - set().union(*ALLEEN_VOOR.values())
    assert {actie for actie in rest if RECHTEN[actie] != frozenset(Rol)} == set()


def do(kantoor: Kantoor, van: int, actie: str, **velden: object) -> str:
    if actie == VRAAG:
        return read(kantoor.say(van, "hoe regel ik een briefadres", **velden))
    if actie.startswith("/"):
        return read(kantoor.say(van, actie, **velden))
    return read(kantoor.press(van, f"{actie}:", **velden))


@pytest.mark.parametrize("rol", Rol)
@pytest.mark.parametrize("actie", ACTIES)
def test_a_role_does_what_the_table_allows_and_nothing_more(
    kantoor: Kantoor, rol: Rol, actie: str
) -> None:
    van = kantoor.add(rol)
    before = [kantoor.count(tabel) for tabel in PEOPLE_TABLES]
    refused = REFUSED in do(kantoor, van, actie)
    assert refused == (rol not in RECHTEN[actie])
    if refused:
        assert [kantoor.count(tabel) for tabel in PEOPLE_TABLES] == before


@pytest.mark.parametrize("actie", ACTIES)
def test_what_is_personal_is_refused_where_others_read_along(kantoor: Kantoor, actie: str) -> None:
    van = kantoor.add(next(rol for rol in (Rol.BEHEERDER, Rol.AANVOERDER) if may(rol, actie)))
    said = do(kantoor, van, actie, gesprek=-van, groep=True)
    assert (PRIVATE in said) == (actie in ALLEEN_PRIVE)


@pytest.mark.parametrize("actie", ACTIES)
def test_a_stranger_gets_the_door_whatever_he_sends(kantoor: Kantoor, actie: str) -> None:
    said = do(kantoor, kantoor.add_stranger(), actie)
    assert "uitnodiging nodig" in said


@pytest.mark.parametrize("actie", ACTIES)
def test_who_is_blocked_gets_nothing_but_that(kantoor: Kantoor, actie: str) -> None:
    van, beheerder = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.BEHEERDER)
    wie = kantoor.get(van)
    assert wie is not None
    kantoor.press(beheerder, f"blok:{wie.id}")
    assert "geen toegang meer" in do(kantoor, van, actie)


@pytest.mark.parametrize("rol", Rol)
def test_an_action_that_is_not_in_the_table_is_nobodys(rol: Rol) -> None:
    assert not may(rol, "/wis_alles")


def test_an_aanvoerder_invites_professionals_and_ambassadeurs_alone() -> None:
    assert find_invitable(Rol.AANVOERDER) == (Rol.PROFESSIONAL, Rol.AMBASSADEUR)
    assert find_invitable(Rol.PROFESSIONAL) == find_invitable(Rol.AMBASSADEUR) == ()
    assert set(find_invitable(Rol.BEHEERDER)) == set(Rol)


def test_a_menu_names_what_a_role_may_do_and_nothing_else() -> None:
    for rol in Rol:
        assert set(find_opdrachten(rol)) == {o for o in OPDRACHTEN if may(rol, o)}
    for groep in (True, False):
        everybody = find_opdrachten(None, groep=groep)
        assert all(may(rol, opdracht) for rol in Rol for opdracht in everybody)
    assert not set(find_opdrachten(None, groep=True)) & ALLEEN_PRIVE
