"""Questions without a good answer: who sees them, and what an aanvoerder does with them."""

import pytest
from behoeften import BEHOEFTEN
from kantoor import Kantoor, find_data, read
from lezen import druk, dump, find_titels, get_versie, later, lees, vraag_gesteld

from bot.wiring import forget
from handlers.exchange import Dialoog
from handlers.merk import make_merk
from knowledge.vraaglog import GelogdOordeel, log_oordeel
from knowledge.vragenset import read_werkset
from knowledge.werklijst.kenmerk import make_kenmerk
from sociale_kaart.deelnemer import Rol

# asked in Zwijndrecht, where the kaart has no answer to them and an entry might
POST = (
    "de bank wil een postbus zien, hij bivakkeert in zijn bus",
    "postbus voor een man die bivakkeert",
)
LATER = "postbus gezocht, cliënt bivakkeert in een bus"
SLUG = "briefadres-zwijndrecht"
NAAM = "Lokaal briefadres"


def stel(kantoor: Kantoor, *teksten: str, gemeente: str | None = "zwijndrecht") -> None:
    for tekst in teksten:
        vraag_gesteld(kantoor, tekst, gemeente)


def leer(kantoor: Kantoor, van: int, kaart: str = SLUG) -> str:
    """Couple the first group to an entry, whether or not that was offered."""
    anker = find_anker(kantoor, van)
    return lees(kantoor.press(van, f"wv:k:{anker}:{make_kenmerk(kaart)}"))


def find_anker(kantoor: Kantoor, van: int, nummer: int = 0) -> str:
    data = find_titels(kantoor.press(van, f"wl:v:{nummer}"))["Niet van ons"]
    return data.split(":")[2]


def test_what_was_taught_works_at_once_for_the_same_question_in_other_words(
    kantoor: Kantoor,
) -> None:
    aanvoerder, vrager = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.PROFESSIONAL)
    before = lees(kantoor.say(vrager, LATER))
    assert NAAM not in before
    stel(kantoor, *POST, POST[1])
    getoond = kantoor.press(aanvoerder, "wl:v:0")
    assert "(4 keer gevraagd)" in lees(getoond)
    said = leer(kantoor, aanvoerder)
    assert "Geleerd. Deze 4 vragen krijgen nu Lokaal briefadres" in said
    assert "De vragenset blijft gelijk: 537 van 552 goed" in said
    assert NAAM in lees(kantoor.say(vrager, "iemand bivakkeert, waar mag zijn postbus staan"))
    assert "niets meer te doen" in lees(kantoor.press(aanvoerder, "wl:v:0"))
    assert get_versie(kantoor, SLUG).voorbeeldvragen[-1] in {*POST, LATER}


def test_the_same_question_later_gets_the_entry_and_is_no_question_without_answer(
    kantoor: Kantoor,
) -> None:
    aanvoerder, vrager = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.PROFESSIONAL)
    stel(kantoor, *POST)
    leer(kantoor, aanvoerder)
    kantoor.say(vrager, POST[0])
    [*_, row] = kantoor.wegwijzer.database["vraaglog"].rows
    assert (row["besluit"], row["slug"]) == ("antwoord", SLUG)
    assert "niets meer te doen" in lees(kantoor.press(aanvoerder, "wl:v:0"))


def test_a_short_question_can_become_a_name_of_the_entry(kantoor: Kantoor) -> None:
    aanvoerder, vrager = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.PROFESSIONAL)
    stel(kantoor, "bivakpostbus")
    anker = find_anker(kantoor, aanvoerder)
    geleerd = kantoor.press(aanvoerder, f"wv:k:{anker}:{make_kenmerk(SLUG)}")
    assert "heet nu ook 'bivakpostbus'" in lees(
        druk(kantoor, aanvoerder, geleerd, "Ook als andere naam")
    )
    assert "bivakpostbus" in get_versie(kantoor, SLUG).aliassen
    assert NAAM in lees(kantoor.say(vrager, "bivakpostbus"))
    again = find_titels(geleerd)["Ook als andere naam"]
    assert "kent de naam 'bivakpostbus' al" in lees(kantoor.press(aanvoerder, again))


def test_pressing_twice_teaches_once(kantoor: Kantoor) -> None:
    aanvoerder, ander = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.AANVOERDER)
    stel(kantoor, *POST)
    data = f"wv:k:{find_anker(kantoor, aanvoerder)}:{make_kenmerk(SLUG)}"
    kantoor.press(aanvoerder, data)
    learned = get_versie(kantoor, SLUG)
    for wie in (aanvoerder, ander):
        assert "al behandeld" in lees(kantoor.press(wie, data))
    assert get_versie(kantoor, SLUG) == learned
    assert kantoor.gemeld == []


def test_not_ours_does_not_come_back_in_other_words_until_it_is_ours_after_all(
    kantoor: Kantoor,
) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    stel(kantoor, *BEHOEFTEN["zwemles"][1:])
    weg = druk(kantoor, aanvoerder, kantoor.press(aanvoerder, "wl:v:0"), "Niet van ons")
    assert "komen niet meer op je lijst" in lees(weg)
    stel(kantoor, *BEHOEFTEN["zwemles"][:2], *BEHOEFTEN["muizen"][:1])
    getoond = lees(kantoor.press(aanvoerder, "wl:v:0"))
    assert "muizen" in getoond
    assert "van 2" not in getoond
    druk(kantoor, aanvoerder, weg, "Toch van ons")
    assert "(4 keer gevraagd)" in lees(kantoor.press(aanvoerder, "wl:v:0"))
    assert "zwemles" not in str(list(kantoor.wegwijzer.database["niet_van_ons"].rows))


def test_what_is_not_ours_here_may_be_theirs_elsewhere(kantoor: Kantoor) -> None:
    hier, daar = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.AANVOERDER, "dordrecht")
    stel(kantoor, "vergoeding zwemles")
    stel(kantoor, "vergoeding zwemles", gemeente="dordrecht")
    druk(kantoor, hier, kantoor.press(hier, "wl:v:0"), "Niet van ons")
    assert "zwemles" in lees(kantoor.press(daar, "wl:v:0"))


@pytest.mark.parametrize(
    ("aanvoerder", "gemeente", "ziet"),
    [
        ("zwijndrecht", "zwijndrecht", True),
        ("zwijndrecht", "dordrecht", False),
        ("zwijndrecht", None, False),
        ("zwijndrecht", "rotterdam", False),
        ("landelijk", None, True),
        ("landelijk", "zwijndrecht", False),
    ],
)
def test_a_question_is_shown_where_it_was_asked_alone(
    kantoor: Kantoor, aanvoerder: str, gemeente: str | None, ziet: bool
) -> None:
    van = kantoor.add(Rol.AANVOERDER, aanvoerder)
    stel(kantoor, "tolk nodig voor een gesprek", gemeente=gemeente)
    assert ("tolk nodig" in lees(kantoor.press(van, "wl:v:0"))) == ziet
    assert ("1 vraag zonder goed antwoord" in lees(kantoor.say(van, "/beheer"))) == ziet
    for doen in "ktazwnud":
        said = lees(kantoor.press(van, f"wv:{doen}:v1:{make_kenmerk(SLUG)}"))
        assert ziet or "tolk" not in said


def test_a_beheerder_sees_no_question_and_no_count_of_them(kantoor: Kantoor) -> None:
    beheerder = kantoor.add(Rol.BEHEERDER)
    kantoor.add(Rol.AANVOERDER)
    stel(kantoor, "tolk nodig voor een gesprek", "muizen in de woning")
    said = lees(kantoor.say(beheerder, "/beheer"))
    assert "vraag" not in said
    assert "vragen" not in said
    assert "niet met jouw rol" in lees(kantoor.press(beheerder, "wl:v:0"))


def test_nothing_says_who_asked(kantoor: Kantoor) -> None:
    aanvoerder, vrager = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.PROFESSIONAL)
    kantoor.say(vrager, "wie repareert een fiets voor weinig geld")
    wie = kantoor.get(vrager)
    assert wie
    getoond = str(kantoor.press(aanvoerder, "wl:v:0").inhoud)
    assert wie.id not in getoond
    assert wie.organisatie not in getoond
    assert str(vrager) not in getoond


def test_a_question_back_waits_for_nobody_once_something_was_chosen(kantoor: Kantoor) -> None:
    aanvoerder, vrager = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.PROFESSIONAL)
    tekst = find_twijfel(kantoor, vrager)
    assert tekst in lees(kantoor.press(aanvoerder, "wl:v:0"))
    kantoor.press(vrager, f"kaart:{SLUG}:{make_merk(Dialoog(vraag=tekst))}")
    assert "niets meer te doen" in lees(kantoor.press(aanvoerder, "wl:v:0"))


@pytest.mark.parametrize("merk", ["", f":{make_merk(Dialoog(vraag='een andere vraag'))}"])
def test_a_card_that_was_offered_at_another_question_closes_nothing(
    kantoor: Kantoor, merk: str
) -> None:
    aanvoerder, vrager = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.PROFESSIONAL)
    tekst = find_twijfel(kantoor, vrager)
    kantoor.press(vrager, f"kaart:{SLUG}{merk}")
    assert tekst in lees(kantoor.press(aanvoerder, "wl:v:0"))


@pytest.mark.parametrize("titel", ["Niet wat ik zocht", "Dit hielp"])
@pytest.mark.parametrize("via", ["", "Hele route"])
def test_a_verdict_under_an_older_answer_is_never_kept_with_the_later_question(
    kantoor: Kantoor, titel: str, via: str
) -> None:
    vrager = kantoor.add(Rol.PROFESSIONAL)
    gezegd = kantoor.say(vrager, "hoe regel ik een briefadres")
    later = kantoor.say(vrager, "wie helpt bij dakloosheid van een gezin in Zwijndrecht")
    if via:
        terug = druk(kantoor, vrager, druk(kantoor, vrager, gezegd, via), "Terug naar de kaart")
        assert titel not in find_titels(terug)
        assert "hielp" not in {data.partition(":")[0] for data in find_titels(terug).values()}
    assert later.inhoud["tekst"] != gezegd.inhoud["tekst"]
    druk(kantoor, vrager, gezegd, titel)
    [row] = kantoor.wegwijzer.database["oordeel"].rows
    assert (row["slug"], row["vraag"]) == (SLUG, None)


@pytest.mark.parametrize("naam", ["hielp", "pastniet"])
def test_a_verdict_of_before_buttons_were_marked_is_kept_without_a_question(
    kantoor: Kantoor, naam: str
) -> None:
    vrager = kantoor.add(Rol.PROFESSIONAL)
    kantoor.say(vrager, "hoe regel ik een briefadres")
    kantoor.press(vrager, f"{naam}:{SLUG}")
    [row] = kantoor.wegwijzer.database["oordeel"].rows
    assert (row["slug"], row["vraag"]) == (SLUG, None)


def test_a_question_back_to_which_nothing_fits_stays_on_the_list(kantoor: Kantoor) -> None:
    aanvoerder, vrager = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.PROFESSIONAL)
    tekst = find_twijfel(kantoor, vrager)
    kantoor.press(vrager, "geen:")
    assert tekst in lees(kantoor.press(aanvoerder, "wl:v:0"))


def find_twijfel(kantoor: Kantoor, vrager: int) -> str:
    """Ask something that is asked back."""
    for tekst in ("jongere zonder dagbesteding", "jongere zonder daginvulling", "maatje gezocht"):
        kantoor.say(vrager, tekst)
        [*_, row] = kantoor.wegwijzer.database["vraaglog"].rows
        if row["besluit"] == "verduidelijk":
            return tekst
        kantoor.wegwijzer.database["vraaglog"].delete(row["id"])
    raise AssertionError("geen vraag waarop wordt doorgevraagd")


def test_an_answer_that_did_not_fit_stands_on_the_list_once_however_often_it_was_pressed(
    kantoor: Kantoor,
) -> None:
    aanvoerder, vrager = kantoor.add(Rol.AANVOERDER), kantoor.add(Rol.PROFESSIONAL)
    gezegd = kantoor.say(vrager, "hoe regel ik een briefadres")
    for _ in range(3):
        druk(kantoor, vrager, gezegd, "Niet wat ik zocht")
    getoond = kantoor.press(aanvoerder, "wl:v:0")
    assert "(1 keer gevraagd)" in lees(getoond)
    assert "Wegwijzer antwoordt hier nu mee: Lokaal briefadres" in lees(getoond)
    druk(kantoor, aanvoerder, getoond, "Klaar")
    assert "niets meer te doen" in lees(kantoor.press(aanvoerder, "wl:v:0"))


def test_a_verdict_without_its_question_asks_nothing(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    log_oordeel(
        kantoor.wegwijzer.database,
        GelogdOordeel(
            op=kantoor.wegwijzer.clock.get_nu(),
            slug=SLUG,
            oordeel="past_niet",
            vraag=None,
            gemeente="zwijndrecht",
        ),
    )
    assert "niets meer te doen" in lees(kantoor.press(aanvoerder, "wl:v:0"))


def test_another_entry_is_found_by_words_and_taught(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    stel(kantoor, *POST)
    gevraagd = druk(kantoor, aanvoerder, kantoor.press(aanvoerder, "wl:v:0"), "Andere kaart")
    assert "Typ een paar woorden" in lees(gevraagd)
    assert NAAM in find_titels(kantoor.say(aanvoerder, "briefadres"))
    niets = kantoor.say(aanvoerder, "hoe regel ik een briefadres")
    assert "Eerste stap" in lees(niets), "na het antwoord wacht er niets meer"
    found = kantoor.press(aanvoerder, "wl:v:0")
    druk(kantoor, aanvoerder, found, "Andere kaart")
    gekozen = kantoor.say(aanvoerder, "briefadres")
    assert "Geleerd" in lees(druk(kantoor, aanvoerder, gekozen, NAAM))


def test_words_of_another_area_find_no_entry_of_it(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER, "zoetermeer")
    stel(kantoor, "vergoeding zwemles", gemeente="zoetermeer")
    druk(kantoor, aanvoerder, kantoor.press(aanvoerder, "wl:v:0"), "Andere kaart")
    shown = find_data(kantoor.say(aanvoerder, "briefadres zwijndrecht"))
    assert not [data for data in shown if data.endswith(make_kenmerk(SLUG))]


def test_an_entry_of_another_area_is_not_taught(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    stel(kantoor, *POST)
    assert "al behandeld" in leer(kantoor, aanvoerder, "briefadres-dordrecht")


def test_where_four_eyes_are_agreed_a_lesson_changes_nothing(gedeeld_kantoor: Kantoor) -> None:
    aanvoerder = gedeeld_kantoor.add(Rol.AANVOERDER, "dordrecht")
    stel(gedeeld_kantoor, *POST, gemeente="dordrecht")
    before = get_versie(gedeeld_kantoor, "briefadres-dordrecht")
    assert "tweede aanvoerder" in leer(gedeeld_kantoor, aanvoerder, "briefadres-dordrecht")
    assert get_versie(gedeeld_kantoor, "briefadres-dordrecht") == before


def test_a_lesson_that_breaks_other_questions_is_asked_first(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    stel(kantoor, *find_breaking(kantoor))
    slug = "lokaal-zorgnetwerk-zwijndrecht"
    before = get_versie(kantoor, slug)
    anker = find_anker(kantoor, aanvoerder)
    gevraagd = kantoor.press(aanvoerder, f"wv:k:{anker}:{make_kenmerk(slug)}")
    assert "Nog niet geleerd" in lees(gevraagd)
    assert "Gaat hierdoor fout" in lees(gevraagd)
    assert get_versie(kantoor, slug) == before
    assert "Geleerd" in lees(druk(kantoor, aanvoerder, gevraagd, "Toch leren"))
    assert get_versie(kantoor, slug) != before


def find_breaking(kantoor: Kantoor) -> list[str]:
    """Return a question of the shipped sets that belongs to another entry."""
    [found] = [v.vraag for v in read_werkset() if v.id == "a-ddr-003"]
    return [found]


@pytest.mark.parametrize(
    "tekst",
    [
        "<b>hoi</b> & <script>x</script> zwemles",
        "zwemles " * 125,
        "😀😀😀",
        "Де отримати адресу",
        "[naam] zwemles",
    ],
)
def test_a_hostile_question_stays_text_and_can_be_dealt_with(kantoor: Kantoor, tekst: str) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    stel(kantoor, tekst, tekst.upper())
    getoond = kantoor.press(aanvoerder, "wl:v:0")
    assert "<script>" not in read(getoond)
    assert len(lees(getoond)) < 1500
    assert "(2 keer gevraagd)" in lees(getoond)
    said = leer(kantoor, aanvoerder)
    assert "Geleerd" in said or "Er is niets veranderd" in said
    if "Geleerd" not in said:
        druk(kantoor, aanvoerder, getoond, "Niet van ons")
    assert "niets meer te doen" in lees(kantoor.press(aanvoerder, "wl:v:0"))
    assert "[naam]" not in str(get_versie(kantoor, SLUG).voorbeeldvragen)


def test_a_new_entry_begins_with_the_questions_of_the_group(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    stel(kantoor, *BEHOEFTEN["uitvaart"])
    nieuw = druk(kantoor, aanvoerder, kantoor.press(aanvoerder, "wl:v:0"), "Nieuwe kaart")
    assert "Hoe heet het?" in lees(nieuw)
    [row] = kantoor.wegwijzer.database.query("SELECT inhoud FROM concept")
    assert all(tekst in row["inhoud"] for tekst in BEHOEFTEN["uitvaart"])


def test_most_asked_comes_first_and_the_list_goes_round(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    stel(kantoor, *BEHOEFTEN["muizen"][:1], *BEHOEFTEN["zwemles"])
    eerste = kantoor.press(aanvoerder, "wl:v:0")
    assert "zwemles" in lees(eerste)
    assert "(3 keer gevraagd) · 1 van 2" in lees(eerste)
    tweede = druk(kantoor, aanvoerder, eerste, "Volgende")
    assert "muizen" in lees(tweede)
    assert lees(druk(kantoor, aanvoerder, tweede, "Volgende")) == lees(eerste)


def test_what_is_forgotten_leaves_the_list(kantoor: Kantoor) -> None:
    aanvoerder = kantoor.add(Rol.AANVOERDER)
    stel(kantoor, *POST)
    leer(kantoor, aanvoerder)
    stel(kantoor, "vergoeding zwemles")
    later(kantoor, days=91)
    forget(kantoor.wegwijzer.database, kantoor.wegwijzer.clock, kantoor.wegwijzer.settings)
    assert "niets meer te doen" in lees(kantoor.press(aanvoerder, "wl:v:0"))
    assert kantoor.count("vraagafloop") == 0
    assert "zwemles" not in "".join(
        line for line in dump(kantoor).splitlines() if "vraaglog" in line
    )
