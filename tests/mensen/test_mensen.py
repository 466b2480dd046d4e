"""The overview of people: who sees whom, and what can be done."""

from kantoor import Kantoor, find_data, read

from sociale_kaart.deelnemer import Deelnemer, Rol


def get(kantoor: Kantoor, van: int) -> Deelnemer:
    wie = kantoor.get(van)
    assert wie is not None
    return wie


def test_an_aanvoerder_sees_the_own_municipality_alone(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER, "zoetermeer")
    eigen, ander = (kantoor.add(Rol.PROFESSIONAL, g) for g in ("zoetermeer", "dordrecht"))
    shown = find_data(kantoor.say(aanvoerder, "/mensen"))
    assert f"mens:{get(kantoor, eigen).id}" in shown
    assert f"mens:{get(kantoor, ander).id}" not in shown
    said = read(kantoor.press(aanvoerder, f"blok:{get(kantoor, ander).id}"))
    assert "werkt niet meer" in said
    assert not get(kantoor, ander).geblokkeerd


def test_an_aanvoerder_cannot_block_an_aanvoerder_or_a_beheerder(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    for rol in (Rol.AANVOERDER, Rol.BEHEERDER):
        ander = kantoor.add(rol)
        kantoor.press(aanvoerder, f"blok:{get(kantoor, ander).id}")
        assert not get(kantoor, ander).geblokkeerd


def test_nobody_locks_the_door_behind_himself(kantoor: Kantoor) -> None:
    beheerder = kantoor.add(Rol.BEHEERDER)
    wie = get(kantoor, beheerder)
    kantoor.press(beheerder, f"blok:{wie.id}")
    kantoor.press(beheerder, f"rol:{wie.id}:professional")
    assert get(kantoor, beheerder) == wie


def test_blocking_takes_effect_at_once_and_can_be_undone(kantoor: Kantoor) -> None:
    beheerder, ander = kantoor.add(Rol.BEHEERDER), kantoor.add(Rol.PROFESSIONAL)
    wie = get(kantoor, ander)
    assert f"los:{wie.id}" in find_data(kantoor.press(beheerder, f"blok:{wie.id}"))
    assert "geen toegang" in read(kantoor.say(ander, "briefadres"))
    kantoor.press(beheerder, f"los:{wie.id}")
    assert "geen toegang" not in read(kantoor.say(ander, "briefadres"))


def test_a_beheerder_changes_a_role(kantoor: Kantoor) -> None:
    beheerder, ander = kantoor.add(Rol.BEHEERDER), kantoor.add(Rol.PROFESSIONAL)
    kantoor.press(beheerder, f"rol:{get(kantoor, ander).id}:ambassadeur")
    assert get(kantoor, ander).rol is Rol.AMBASSADEUR
    [menu] = kantoor.read_outbox(ander)
    assert (menu.soort, menu.inhoud) == ("menu", {"rol": "ambassadeur"})
    kantoor.press(beheerder, f"rol:{get(kantoor, ander).id}:keizer")
    assert get(kantoor, ander).rol is Rol.AMBASSADEUR


def test_too_many_messages_in_a_minute_get_a_friendly_sentence(kantoor: Kantoor) -> None:
    van = kantoor.add(Rol.PROFESSIONAL)
    said = [read(kantoor.say(van, "briefadres")) for _ in range(22)]
    assert "Wacht een minuut" not in said[18]
    assert "Wacht een minuut" in said[21]


def test_danger_is_answered_however_many_messages_came_before(kantoor: Kantoor) -> None:
    van = kantoor.add(Rol.PROFESSIONAL)
    for _ in range(22):
        kantoor.say(van, "briefadres")
    assert "112" in read(kantoor.say(van, "ze heeft net pillen geslikt en wil dood"))


def test_danger_leads_in_a_text_that_is_too_long(kantoor: Kantoor) -> None:
    van = kantoor.add(Rol.PROFESSIONAL)
    said = read(kantoor.say(van, "mw wil nu uit het raam springen. " + "a b c " * 800))
    assert said.index("112") < said.index("te lang")


def test_who_leaves_leaves_nothing_behind(kantoor: Kantoor) -> None:
    van = kantoor.add(Rol.PROFESSIONAL)
    wie = get(kantoor, van)
    kantoor.say(van, "thuisloze jongen geen adres")
    kantoor.say(van, "/vergeetmij")
    assert "gewist" in read(kantoor.press(van, "weg:"))
    kantoor.read_outbox(van)
    assert kantoor.get(van) is None
    rows = "\n".join(
        line
        for line in kantoor.wegwijzer.database.conn.iterdump()
        if str(van) in line or wie.id in line
    )
    assert rows.count("INSERT INTO") == 1
    assert '"vertrokken"' in rows


def test_what_is_kept_comes_in_a_file(kantoor: Kantoor) -> None:
    van = kantoor.add(Rol.PROFESSIONAL)
    kantoor.say(van, "thuisloze jongen geen adres")
    reply = kantoor.say(van, "/mijngegevens")
    inhoud = reply.inhoud["bijlage"]["inhoud"]
    for part in (get(kantoor, van).id, f"organisatie {van}", "thuisloze jongen"):
        assert part in inhoud
