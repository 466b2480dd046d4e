"""Who has it: taking up, giving back, handing over, escalating, withdrawing, old buttons."""

import pytest
from hulplijn import KAART, Hulplijn, at
from kantoor import find_data, read

from handlers.hulpvraag.wegen import DRUKKEN
from sociale_kaart.deelnemer import Rol

WEG = "gesloten, of je kunt er niets meer mee"


@pytest.fixture
def vrager(lijn: Hulplijn) -> int:
    return lijn.add(Rol.PROFESSIONAL)


@pytest.fixture
def helper(lijn: Hulplijn) -> int:
    return lijn.ambassadeur("corporatie")


@pytest.fixture
def ander(lijn: Hulplijn) -> int:
    return lijn.ambassadeur("gemeente")


def test_of_two_who_press_at_the_same_moment_one_has_it_and_the_other_hears_so(
    lijn: Hulplijn, vrager: int, helper: int, ander: int
) -> None:
    hulpvraag = lijn.ask(vrager)
    lijn.told(helper), lijn.told(ander), lijn.told(vrager)
    lijn.press_together((helper, f"hvp:{hulpvraag}"), (ander, f"hvp:{hulpvraag}"))
    first, second = (helper, ander) if lijn.has(hulpvraag) == helper else (ander, helper)
    assert "nu van jou" in lijn.told(first)[-1]
    assert [t for t in lijn.told(second) if "nu van jou" in t] == []
    assert "Opgepakt door" in read(lijn.press(second, f"hvp:{hulpvraag}"))
    assert len([t for t in lijn.told(vrager) if "is opgepakt" in t]) == 1


def test_who_takes_back_and_who_takes_up_at_the_same_moment_both_hear_how_it_stands(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    hulpvraag = lijn.ask(vrager)
    lijn.told(helper), lijn.told(vrager)
    lijn.press_together((helper, f"hvp:{hulpvraag}"), (vrager, f"hvw:{hulpvraag}:ja"))
    assert lijn.find(hulpvraag) is None
    assert "Ingetrokken" in " ".join(lijn.told(vrager))
    gezegd = " ".join(lijn.told(helper))
    assert "hoeft niet meer" in gezegd or WEG in gezegd


def test_both_who_write_at_the_same_moment_are_heard(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    lijn.press(helper, f"hvt:{hulpvraag}"), lijn.press(vrager, f"hvt:{hulpvraag}")
    lijn.told(helper), lijn.told(vrager)
    lijn.say_together((helper, "van de helper"), (vrager, "van de vrager"))
    assert "van de helper" in " ".join(lijn.told(vrager))
    assert "van de vrager" in " ".join(lijn.told(helper))


def test_a_double_press_changes_nothing_more(lijn: Hulplijn, vrager: int, helper: int) -> None:
    hulpvraag = lijn.ask(vrager)
    lijn.press(vrager, f"hvs:{hulpvraag}")
    assert len(lijn.told(helper)) == 1
    lijn.press(helper, f"hvp:{hulpvraag}")
    assert "Je hebt deze vraag opgepakt" in read(lijn.press(helper, f"hvp:{hulpvraag}"))
    lijn.told(vrager)
    lijn.press(helper, f"hvo:{hulpvraag}")
    lijn.press(helper, f"hvo:{hulpvraag}")
    assert len(lijn.told(vrager)) == 1
    lijn.press(vrager, f"hvj:{hulpvraag}:ja")
    assert WEG in read(lijn.press(vrager, f"hvj:{hulpvraag}:ja"))
    assert len(lijn.outcomes()) == 1


def test_who_is_not_in_it_sees_and_does_nothing(lijn: Hulplijn, vrager: int, helper: int) -> None:
    hulpvraag = lijn.ask(vrager, zin="een geheim van de vrager")
    vreemden = [
        lijn.add(Rol.PROFESSIONAL),
        lijn.add(Rol.BEHEERDER),
        lijn.ambassadeur("school"),
        lijn.add(Rol.AANVOERDER, "dordrecht"),
    ]
    before = lijn.find(hulpvraag)
    for mens in vreemden:
        for naam in DRUKKEN.keys() - {"vast", "hva", "hv", "open"}:
            for rest in (hulpvraag, f"{hulpvraag}:ja", f"{hulpvraag}:nee", f"{hulpvraag}:nieuw"):
                assert WEG in read(lijn.press(mens, f"{naam}:{rest}")), naam
        assert "een geheim" not in read(lijn.say(mens, "/open"))
    assert lijn.find(hulpvraag) == before


def test_who_was_asked_cannot_do_what_only_who_has_it_can(
    lijn: Hulplijn, vrager: int, helper: int, ander: int
) -> None:
    hulpvraag = lijn.ask(vrager, zin="er is geen plek")
    lijn.press(helper, f"hvp:{hulpvraag}")
    lijn.write(helper, hulpvraag, "woorden van de helper")
    before = lijn.find(hulpvraag)
    for naam in ("hvo", "hvb", "hvr", "hve", "hvd", "hvi", "hvj", "hvw", "hvt", "hvp", "hvk"):
        gezegd = read(lijn.press(ander, f"{naam}:{hulpvraag}"))
        assert "woorden van de helper" not in gezegd
        assert "er is geen plek" not in gezegd
    assert lijn.find(hulpvraag) == before


def test_the_asker_cannot_take_up_or_close_for_who_helps(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    before = lijn.find(hulpvraag)
    for naam in ("hvp", "hvo", "hvb", "hvr", "hve", "hvd", "hvi", "hvj"):
        assert "Dat kan nu niet meer" in read(lijn.press(vrager, f"{naam}:{hulpvraag}")) or (
            naam == "hvp"
        )
    assert lijn.find(hulpvraag) == before


def test_what_is_not_sent_is_nobodys_but_the_askers(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    aanvoerder = lijn.add(Rol.AANVOERDER)
    concept = lijn.draft(vrager)
    for mens in (helper, aanvoerder):
        assert WEG in read(lijn.press(mens, f"hvk:{concept}"))
        assert "niets open" in read(lijn.say(mens, "/open"))


def test_who_gives_it_back_is_not_asked_again_and_the_others_are(
    lijn: Hulplijn, vrager: int, helper: int, ander: int
) -> None:
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    lijn.told(ander), lijn.told(vrager), lijn.told(helper)
    assert "Teruggegeven" in read(lijn.press(helper, f"hvr:{hulpvraag}"))
    assert "komt er niet uit" in lijn.told(ander)[-1]
    assert "leg hem nu voor aan anderen" in lijn.told(vrager)[-1]
    assert lijn.told(helper) == []
    assert WEG in read(lijn.press(helper, f"hvp:{hulpvraag}"))


def test_without_anybody_else_it_cannot_be_given_back(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    assert "niemand anders" in read(lijn.press(helper, f"hvr:{hulpvraag}"))
    assert lijn.has(hulpvraag) == helper


def test_with_an_ambassadeur_of_another_kind_it_can_be_given_back(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    school = lijn.ambassadeur("school")
    hulpvraag = lijn.ask(vrager)
    assert lijn.told(school) == []
    lijn.press(helper, f"hvp:{hulpvraag}")
    assert "Teruggegeven" in read(lijn.press(helper, f"hvr:{hulpvraag}"))
    assert "komt er niet uit" in lijn.told(school)[-1]


def test_a_colleague_who_accepts_has_it_and_reads_what_was_said(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    hulpvraag = lijn.ask(vrager, zin="er is geen plek")
    school = lijn.ambassadeur("school")
    lijn.press(helper, f"hvp:{hulpvraag}")
    lijn.write(helper, hulpvraag, "ik vroeg het na")
    keuzes = find_data(lijn.press(helper, f"hvd:{hulpvraag}"))
    [kies] = [data for data in keuzes if data.startswith("hvd:")]
    assert "Ik vraag het je collega" in read(lijn.press(helper, kies))
    assert "vraagt of jij deze vraag overneemt" in lijn.told(school)[-1]
    lijn.told(vrager), lijn.told(helper)
    assert "nu van jou" in read(lijn.press(school, f"hvi:{hulpvraag}:ja"))
    assert lijn.has(hulpvraag) == school
    assert "neemt deze vraag over" in lijn.told(helper)[-1]
    assert "Je vraag is opgepakt" in lijn.told(vrager)[-1]
    assert "ik vroeg het na" in read(lijn.press(school, f"hvk:{hulpvraag}"))


@pytest.mark.parametrize("hoe", ["nee", "stil", "weg"])
def test_an_offer_that_is_not_taken_stays_where_it_was(
    lijn: Hulplijn, vrager: int, helper: int, hoe: str
) -> None:
    hulpvraag = lijn.ask(vrager)
    school = lijn.ambassadeur("school")
    collega = lijn.get(school)
    assert collega
    lijn.press(helper, f"hvp:{hulpvraag}")
    lijn.press(helper, f"hvd:{hulpvraag}:{collega.id}")
    if hoe == "nee":
        lijn.press(school, f"hvi:{hulpvraag}:nee")
    elif hoe == "weg":
        lijn.press(school, "weg:")
    else:
        lijn.ring(at(25, 10))
    assert "blijft bij jou" in lijn.told(helper)[-1]
    assert (lijn.get_staat(hulpvraag), lijn.has(hulpvraag)) == ("opgepakt", helper)


@pytest.mark.parametrize("wie", ["vrager", "zelf", "professional", "onzin", "dordrecht"])
def test_it_is_offered_to_no_one_who_cannot_have_it(
    lijn: Hulplijn, vrager: int, helper: int, wie: str
) -> None:
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    mensen = {
        "vrager": lijn.get(vrager),
        "zelf": lijn.get(helper),
        "professional": lijn.get(lijn.add(Rol.PROFESSIONAL)),
        "dordrecht": lijn.get(lijn.ambassadeur("politie", "dordrecht")),
    }
    mens = mensen.get(wie)
    lijn.press(helper, f"hvd:{hulpvraag}:{mens.id if mens else 'onzin'}")
    assert lijn.get_staat(hulpvraag) == "opgepakt"


def test_who_escalates_is_rid_of_it_and_the_aanvoerder_has_it(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    aanvoerder = lijn.add(Rol.AANVOERDER)
    hulpvraag = lijn.ask(vrager)
    lijn.press(helper, f"hvp:{hulpvraag}")
    lijn.told(helper), lijn.told(vrager)
    assert "bij de aanvoerder" in read(lijn.press(helper, f"hve:{hulpvraag}"))
    assert "vraagt je hulp" in lijn.told(aanvoerder)[-1]
    assert "Je vraag is opgeschaald" in lijn.told(vrager)[-1]
    assert lijn.told(helper) == []


def test_the_last_step_who_escalates_sees_where_to_go_instead(lijn: Hulplijn, vrager: int) -> None:
    aanvoerder = lijn.add(Rol.AANVOERDER)
    hulpvraag = lijn.ask(vrager)
    lijn.press(aanvoerder, f"hvp:{hulpvraag}")
    gezegd = lijn.press(aanvoerder, f"hve:{hulpvraag}")
    assert "geen aanvoerder boven jou" in read(gezegd)
    assert "kaart:zorgmarinier-zwijndrecht" in find_data(gezegd)
    assert lijn.has(hulpvraag) == aanvoerder


def test_who_needs_it_no_more_takes_it_back_and_everybody_hears_so(
    lijn: Hulplijn, vrager: int, helper: int, ander: int
) -> None:
    hulpvraag = lijn.ask(vrager)
    lijn.told(helper), lijn.told(ander)
    assert "Hoeft deze vraag niet meer?" in read(lijn.press(vrager, f"hvw:{hulpvraag}"))
    assert lijn.get_staat(hulpvraag) == "open"
    assert "Ingetrokken" in read(lijn.press(vrager, f"hvw:{hulpvraag}:ja"))
    for mens in (helper, ander):
        assert "hoeft niet meer" in lijn.told(mens)[-1]
    assert WEG in read(lijn.press(helper, f"hvp:{hulpvraag}"))
    assert [o["uitkomst"] for o in lijn.outcomes()] == ["ingetrokken"]


def test_who_did_not_hear_of_it_yet_hears_nothing_when_it_is_taken_back(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    lijn.clock.set(at(24, 22))
    hulpvraag = lijn.ask(vrager)
    lijn.press(vrager, f"hvw:{hulpvraag}:ja")
    lijn.ring(at(25, 8, 30))
    assert lijn.told(helper) == []


def test_a_question_to_the_aanvoerder_goes_there_straight_away(
    lijn: Hulplijn, vrager: int, helper: int
) -> None:
    aanvoerder = lijn.add(Rol.AANVOERDER)
    gezegd = lijn.say(vrager, "hoe laat gaat de trein naar Utrecht")
    [knop] = [data for data in find_data(gezegd) if data.startswith("hva:")]
    concept = lijn.press(vrager, knop)
    assert "hoe laat gaat de trein naar Utrecht" in read(concept)
    hulpvraag = lijn.ref(concept)
    assert "Verstuurd</b> naar de aanvoerder" in read(lijn.press(vrager, f"hvs:{hulpvraag}"))
    assert "rechtstreeks aan jou" in lijn.told(aanvoerder)[-1]
    assert lijn.told(helper) == []
    lijn.press(aanvoerder, f"hvp:{hulpvraag}")
    lijn.write(aanvoerder, hulpvraag, "dat weet ik niet")
    assert "dat weet ik niet" in lijn.told(vrager)[-1]


def test_a_question_to_the_aanvoerder_without_words_asks_for_them(
    lijn: Hulplijn, vrager: int
) -> None:
    lijn.add(Rol.AANVOERDER)
    concept = lijn.press(vrager, "hva:")
    assert "Zet erbij wat je wilt weten" in read(concept)
    assert [d for d in find_data(concept) if d.startswith("hvs:")] == []


def test_an_aanvoerder_who_is_stuck_never_gets_his_own_question(lijn: Hulplijn) -> None:
    aanvoerder = lijn.add(Rol.AANVOERDER)
    assert "niemand in Wegwijzer" in read(lijn.press(aanvoerder, f"vast:{KAART}"))
    land = lijn.add(Rol.AANVOERDER, "landelijk")
    hulpvraag = lijn.ask(aanvoerder)
    assert lijn.has(hulpvraag) == land


def test_nobody_there_is_said_at_once_with_the_escalation(lijn: Hulplijn, vrager: int) -> None:
    gezegd = lijn.press(vrager, f"vast:{KAART}")
    assert "niemand in Wegwijzer" in read(gezegd)
    assert "Zorgmarinier" in read(gezegd)
    assert lijn.count("hulpvraag") == 0


def test_who_vanishes_before_it_is_sent_leaves_a_clear_word(lijn: Hulplijn, vrager: int) -> None:
    helper = lijn.ambassadeur("corporatie")
    concept = lijn.draft(vrager)
    lijn.shut(helper)
    assert "Je vraag is niet verstuurd" in read(lijn.press(vrager, f"hvs:{concept}"))
    assert lijn.find(concept) is None
    assert [o["uitkomst"] for o in lijn.outcomes()] == ["niemand"]


def test_a_new_code_an_own_code_and_none(lijn: Hulplijn, vrager: int, helper: int) -> None:
    concept = lijn.draft(vrager)
    assert "ZWD-26-001" in read(lijn.press(vrager, f"hvc:{concept}:nieuw"))
    lijn.press(vrager, f"hvc:{concept}:typ")
    assert "geen zaakcode" in read(lijn.say(vrager, "mevrouw Jansen"))
    assert "DDR-25-1234" in read(lijn.say(vrager, " ddr-25-1234 "))
    assert "DDR" not in read(lijn.press(vrager, f"hvc:{concept}:geen"))
    lijn.press(vrager, f"hvc:{concept}:nieuw")
    lijn.press(vrager, f"hvs:{concept}")
    assert "ZWD-26-002" in lijn.told(helper)[-1]


def test_the_overview_groups_what_is_open_and_leads_to_each(
    lijn: Hulplijn, vrager: int, helper: int, ander: int
) -> None:
    aanvoerder = lijn.add(Rol.AANVOERDER)
    eerste, tweede = lijn.ask(vrager), lijn.ask(vrager, "fireva")
    lijn.press(ander, f"hvp:{eerste}")
    gezien = read(lijn.say(ander, "/open"))
    assert gezien.index("Bij jou") < gezien.index("Op te pakken")
    assert "wacht op jou" in gezien
    assert "wacht tot iemand het oppakt" in gezien
    assert "Door jou gevraagd" in read(lijn.say(vrager, "/open"))
    van_aanvoerder = lijn.say(aanvoerder, "/open")
    assert "Verder in je gemeente" in read(van_aanvoerder)
    assert set(find_data(van_aanvoerder)) == {f"hvk:{eerste}", f"hvk:{tweede}"}
    lijn.clock.set(at(26, 10))
    assert "2 dagen oud" in read(lijn.say(vrager, "/open"))


def test_a_long_overview_has_pages(lijn: Hulplijn, vrager: int, helper: int) -> None:
    refs = {lijn.ask(vrager) for _ in range(10)}
    first = lijn.say(vrager, "/open")
    second = lijn.press(vrager, "open:1")
    shown = [d for uit in (first, second) for d in find_data(uit) if d.startswith("hvk:")]
    assert set(shown) == {f"hvk:{ref}" for ref in refs}
    for rest in ("", "9", "-1", "²", "99999999", "x"):
        assert "Open: 10" in read(lijn.press(vrager, f"open:{rest}"))


def test_what_is_kept_of_someone_is_in_the_export(lijn: Hulplijn, vrager: int, helper: int) -> None:
    hulpvraag = lijn.ask(vrager, zin="er is geen plek")
    lijn.press(helper, f"hvp:{hulpvraag}")
    lijn.write(helper, hulpvraag, "bel de opvang")
    van_vrager, van_helper = (
        lijn.say(mens, "/mijngegevens").inhoud["bijlage"]["inhoud"] for mens in (vrager, helper)
    )
    assert "er is geen plek" in van_vrager
    assert "wachtlijst" in van_vrager
    assert "bel de opvang" in van_helper
    assert "er is geen plek" not in van_helper
