"""'Klopt niet': from the button on a card to what the reporter hears of it."""

import asyncio

import pytest
from kantoor import Kantoor, find_data, read
from lezen import druk, dump, find_titels, later, lees

from bot.steps import Binnengekomen, take_step
from sociale_kaart.deelnemer import Rol

SLUG = "briefadres-zwijndrecht"


def melden(kantoor: Kantoor, van: int, tekst: str | None = None, slug: str = SLUG) -> str:
    gevraagd = kantoor.press(van, f"kloptniet:{slug}")
    if tekst is None:
        return lees(druk(kantoor, van, gevraagd, "Zonder toelichting"))
    return lees(kantoor.say(van, tekst))


def test_a_report_goes_to_the_aanvoerder_and_the_reporter_hears_that_it_was_fixed(
    kantoor: Kantoor,
) -> None:
    melder, aanvoerder = kantoor.add(Rol.PROFESSIONAL), kantoor.add(Rol.AANVOERDER)
    assert "Wat klopt er niet bij Lokaal briefadres" in lees(
        kantoor.press(melder, f"kloptniet:{SLUG}")
    )
    assert "Dit geef ik door: het loket is verhuisd" in lees(
        kantoor.say(melder, "het loket is verhuisd")
    )
    [gemeld] = kantoor.read_outbox(aanvoerder)
    assert "Lokaal briefadres" in lees(gemeld)
    assert "verhuisd" not in lees(gemeld)
    melding = druk(kantoor, aanvoerder, gemeld, "Meldingen")
    assert "het loket is verhuisd" in lees(melding)
    assert f"bewerk:{SLUG}" in find_data(melding)
    assert "krijgt nu bericht" in lees(druk(kantoor, aanvoerder, melding, "Opgelost"))
    [uitkomst] = kantoor.read_outbox(melder)
    assert "heeft het opgelost" in lees(uitkomst)
    assert "Meldingen" not in find_titels(kantoor.say(aanvoerder, "/beheer"))


@pytest.mark.parametrize("reden", ["De kaart klopt", None])
def test_a_report_is_rejected_with_a_reason_that_the_reporter_reads(
    kantoor: Kantoor, reden: str | None
) -> None:
    melder, aanvoerder = kantoor.add(Rol.PROFESSIONAL), kantoor.add(Rol.AANVOERDER)
    melden(kantoor, melder)
    waarom = druk(kantoor, aanvoerder, kantoor.press(aanvoerder, "wl:m:0"), "Niet nodig")
    if reden:
        druk(kantoor, aanvoerder, waarom, reden)
    else:
        kantoor.say(aanvoerder, "Het loket zit <b>nog</b> op dezelfde plek")
    [uitkomst] = kantoor.read_outbox(melder)
    assert "verandert niets aan de kaart" in lees(uitkomst)
    expected = "ging het na en de kaart klopt" if reden else "Het loket zit &lt;b&gt;nog"
    assert expected in read(uitkomst)


def test_the_aanvoerder_is_told_once_while_a_report_waits_and_once_an_hour_at_most(
    kantoor: Kantoor,
) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    een, twee, drie, vier = (kantoor.add(Rol.PROFESSIONAL) for _ in range(4))
    melden(kantoor, een)
    assert len(kantoor.read_outbox(aanvoerder)) == 1
    melden(kantoor, twee)
    assert kantoor.read_outbox(aanvoerder) == []
    for _ in range(2):
        druk(kantoor, aanvoerder, kantoor.press(aanvoerder, "wl:m:0"), "Opgelost")
    later(kantoor, minutes=59)
    melden(kantoor, drie)
    assert kantoor.read_outbox(aanvoerder) == []
    druk(kantoor, aanvoerder, kantoor.press(aanvoerder, "wl:m:0"), "Opgelost")
    later(kantoor, minutes=2)
    melden(kantoor, vier)
    assert len(kantoor.read_outbox(aanvoerder)) == 1


def test_a_report_about_another_entry_is_told_of_at_once(kantoor: Kantoor) -> None:
    aanvoerder, melder = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.PROFESSIONAL)
    melden(kantoor, melder)
    melden(kantoor, melder, slug="vivera-sociaal-wijkteam")
    assert len(kantoor.read_outbox(aanvoerder)) == 2


def test_pressing_twice_makes_one_report(kantoor: Kantoor) -> None:
    kantoor.add(Rol.AANVOERDER)
    melder = kantoor.add(Rol.PROFESSIONAL)
    kantoor.press(melder, f"kloptniet:{SLUG}")
    for _ in range(2):
        kantoor.press(melder, f"meld:{SLUG}")
    melden(kantoor, melder, "het loket is verhuisd")
    melden(kantoor, melder, "het loket is verhuisd")
    assert kantoor.count("melding") == 1
    assert kantoor.count("oordeel") == 1
    [row] = kantoor.wegwijzer.database["melding"].rows
    assert row["toelichting"] == "het loket is verhuisd"


def test_two_aanvoerders_at_one_report_give_the_reporter_one_outcome(kantoor: Kantoor) -> None:
    melder = kantoor.add(Rol.PROFESSIONAL)
    een, twee = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.AANVOERDER)
    melden(kantoor, melder)
    getoond = [kantoor.press(wie, "wl:m:0") for wie in (een, twee)]
    druk(kantoor, een, getoond[0], "Opgelost")
    assert "al behandeld" in lees(druk(kantoor, twee, getoond[1], "Niet nodig"))
    assert "al behandeld" in lees(druk(kantoor, een, getoond[0], "Opgelost"))
    assert len(kantoor.read_outbox(melder)) == 1


def test_a_reason_that_is_typed_too_late_changes_nothing(kantoor: Kantoor) -> None:
    melder = kantoor.add(Rol.PROFESSIONAL)
    een, twee = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.AANVOERDER)
    melden(kantoor, melder)
    druk(kantoor, een, kantoor.press(een, "wl:m:0"), "Niet nodig")
    druk(kantoor, twee, kantoor.press(twee, "wl:m:0"), "Opgelost")
    assert "al behandeld" in lees(kantoor.say(een, "de kaart klopt"))
    assert len(kantoor.read_outbox(melder)) == 1
    assert "briefadres" in lees(kantoor.say(een, "hoe regel ik een briefadres")).casefold()


@pytest.mark.parametrize("afbreken", ["lijst", "later"])
def test_a_question_is_not_taken_for_the_reason_of_a_rejection(
    kantoor: Kantoor, afbreken: str
) -> None:
    melder, aanvoerder = kantoor.add(Rol.PROFESSIONAL), kantoor.add(Rol.AANVOERDER)
    melden(kantoor, melder)
    gevraagd = druk(kantoor, aanvoerder, kantoor.press(aanvoerder, "wl:m:0"), "Niet nodig")
    if afbreken == "lijst":
        druk(kantoor, aanvoerder, gevraagd, "Te doen")
    else:
        later(kantoor, minutes=31)
    assert "Eerste stap" in lees(kantoor.say(aanvoerder, "hoe regel ik een briefadres"))
    assert kantoor.read_outbox(melder) == []


def test_an_aanvoerder_of_another_area_can_do_nothing_with_a_report(kantoor: Kantoor) -> None:
    melder, ander = kantoor.add(Rol.PROFESSIONAL), kantoor.add(Rol.AANVOERDER, "dordrecht")
    melden(kantoor, melder, "het loket is verhuisd")
    [row] = kantoor.wegwijzer.database["melding"].rows
    assert "verhuisd" not in lees(kantoor.press(ander, "wl:m:0"))
    for keuze in ("h", "a", "r"):
        said = lees(kantoor.press(ander, f"wm:{keuze}:{row['id']}:0"))
        assert "al behandeld" in said
    [row] = kantoor.wegwijzer.database["melding"].rows
    assert row["staat"] == "open"
    assert kantoor.read_outbox(melder) == kantoor.read_outbox(ander) == []


def test_somebody_elses_report_cannot_be_withdrawn_or_read(kantoor: Kantoor) -> None:
    melder, ander = kantoor.add(Rol.PROFESSIONAL), kantoor.add(Rol.PROFESSIONAL)
    melden(kantoor, melder, "het loket is verhuisd")
    [row] = kantoor.wegwijzer.database["melding"].rows
    for knop in ("meldweg", "meldvraag"):
        assert "staat niet meer open" in lees(kantoor.press(ander, f"{knop}:{row['id']}"))
    [after] = kantoor.wegwijzer.database["melding"].rows
    assert after == row


def test_a_report_can_be_withdrawn_and_what_was_said_goes(kantoor: Kantoor) -> None:
    melder, aanvoerder = kantoor.add(Rol.PROFESSIONAL), kantoor.add(Rol.AANVOERDER)
    kantoor.press(melder, f"kloptniet:{SLUG}")
    gemeld = kantoor.say(melder, "het loket is verhuisd")
    assert "niets gemeld" in lees(druk(kantoor, melder, gemeld, "Trek in"))
    assert "niets meer te doen" in lees(kantoor.press(aanvoerder, "wl:m:0"))
    [row] = kantoor.wegwijzer.database["melding"].rows
    assert row["toelichting"] is None


def test_a_question_that_was_taken_for_a_remark_is_answered_after_all(kantoor: Kantoor) -> None:
    melder, aanvoerder = kantoor.add(Rol.PROFESSIONAL), kantoor.add(Rol.AANVOERDER)
    kantoor.press(melder, f"kloptniet:{SLUG}")
    gemeld = kantoor.say(melder, "hoe regel ik een briefadres")
    said = lees(druk(kantoor, melder, gemeld, "Dit was een vraag"))
    assert "Eerste stap" in said
    assert "niets meer te doen" in lees(kantoor.press(aanvoerder, "wl:m:0"))


@pytest.mark.parametrize("afbreken", ["toch niet", "later", "andere opdracht"])
def test_who_breaks_off_reports_nothing(kantoor: Kantoor, afbreken: str) -> None:
    melder = kantoor.add(Rol.PROFESSIONAL)
    gevraagd = kantoor.press(melder, f"kloptniet:{SLUG}")
    if afbreken == "toch niet":
        druk(kantoor, melder, gevraagd, "Toch niet")
    elif afbreken == "later":
        later(kantoor, minutes=31)
    else:
        kantoor.say(melder, "/start")
    assert "Eerste stap" in lees(kantoor.say(melder, "hoe regel ik een briefadres"))
    assert kantoor.count("melding") == kantoor.count("oordeel") == 0


@pytest.mark.parametrize(
    "tekst", ["<b>kapot</b> & <script>x</script>", "x" * 4000, "😀" * 300, "Немає адреси", "a\n\nb"]
)
def test_hostile_text_stays_text(kantoor: Kantoor, tekst: str) -> None:
    melder, aanvoerder = kantoor.add(Rol.PROFESSIONAL), kantoor.add(Rol.AANVOERDER)
    kantoor.press(melder, f"kloptniet:{SLUG}")
    gemeld = kantoor.say(melder, tekst)
    getoond = kantoor.press(aanvoerder, "wl:m:0")
    for bericht in (gemeld, getoond):
        assert "<script>" not in read(bericht)
        assert len(lees(bericht)) < 1500
    assert "eerste 1000 tekens" in lees(gemeld) or len(tekst) <= 1000


def test_personal_data_in_a_remark_is_masked(kantoor: Kantoor) -> None:
    wie = kantoor.get(kantoor.add(Rol.PROFESSIONAL))
    assert wie
    for velden in ({"druk": f"kloptniet:{SLUG}"}, {"tekst": "bel 06-12345678, dat klopt niet"}):
        binnen = Binnengekomen(deelnemer=wie, dialoog="telegram:proef", **velden)
        asyncio.run(take_step(kantoor.wegwijzer, binnen))
    [row] = kantoor.wegwijzer.database["melding"].rows
    assert row["toelichting"] == "bel [telefoon], dat klopt niet"
    assert "12345678" not in dump(kantoor)


def test_danger_in_a_remark_is_answered_first(kantoor: Kantoor) -> None:
    melder = kantoor.add(Rol.PROFESSIONAL)
    kantoor.press(melder, f"kloptniet:{SLUG}")
    assert "112" in lees(
        kantoor.say(melder, "mw zegt dat ze vanavond een eind aan haar leven maakt")
    )


def test_in_a_group_nothing_is_asked_that_others_would_read(kantoor: Kantoor) -> None:
    melder = kantoor.add(Rol.PROFESSIONAL)
    gevraagd = kantoor.press(melder, f"kloptniet:{SLUG}", gesprek=-5, groep=True)
    assert "lezen anderen mee" in lees(gevraagd)
    assert "Typ het" not in lees(gevraagd)
    kantoor.press(melder, find_titels(gevraagd)["Zonder toelichting"], gesprek=-5, groep=True)
    assert kantoor.count("melding") == 1


def test_where_nobody_keeps_the_area_the_reporter_hears_so_and_the_beheerder_sees_a_count(
    kantoor: Kantoor,
) -> None:
    melder, beheerder = kantoor.add(Rol.PROFESSIONAL), kantoor.add(Rol.BEHEERDER)
    assert "geen aanvoerder" in melden(kantoor, melder, "het loket is verhuisd")
    stand = lees(kantoor.say(beheerder, "/beheer"))
    assert "Zwijndrecht: geen aanvoerder voor" in stand
    assert "1 melding wacht" in stand
    assert "verhuisd" not in stand


def test_a_shared_area_goes_to_who_keeps_it_by_agreement(gedeeld_kantoor: Kantoor) -> None:
    melder = gedeeld_kantoor.add(Rol.PROFESSIONAL, "dordrecht")
    eigen, ander = (gedeeld_kantoor.add(Rol.AANVOERDER, g) for g in ("zwijndrecht", "dordrecht"))
    melden(gedeeld_kantoor, melder, slug="maatschappelijke-opvang-drechtsteden")
    assert len(gedeeld_kantoor.read_outbox(eigen)) == 1
    assert gedeeld_kantoor.read_outbox(ander) == []


def test_who_left_or_is_blocked_hears_nothing_and_the_report_stays(kantoor: Kantoor) -> None:
    melder, aanvoerder = kantoor.add(Rol.PROFESSIONAL), kantoor.add(Rol.AANVOERDER)
    melden(kantoor, melder, "het loket is verhuisd")
    kantoor.press(melder, "weg:")
    kantoor.read_outbox(melder)
    [row] = kantoor.wegwijzer.database["melding"].rows
    assert (row["melder"], row["toelichting"]) == (None, "het loket is verhuisd")
    getoond = kantoor.press(aanvoerder, "wl:m:0")
    assert "krijgt nu bericht" not in lees(druk(kantoor, aanvoerder, getoond, "Opgelost"))


def test_what_i_reported_stands_in_my_data(kantoor: Kantoor) -> None:
    melder = kantoor.add(Rol.PROFESSIONAL)
    melden(kantoor, melder, "het loket is verhuisd")
    inhoud = kantoor.say(melder, "/mijngegevens").inhoud["bijlage"]["inhoud"]
    assert "het loket is verhuisd" in inhoud
