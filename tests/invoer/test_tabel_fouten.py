"""What is wrong with a table is said with its row and its column, in words."""

import io
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import Workbook

from handlers.render import Renderer
from knowledge.invoer.aanbod import Aanbod, read_aanbod
from knowledge.invoer.csv_bestand import write_csv
from knowledge.invoer.grenzen import MOST_ROWS
from knowledge.invoer.voorstel import Voorstel, make_voorstel
from knowledge.kennis import Kennis
from knowledge.privacy import PrivacyGuard
from sociale_kaart.errors import BestandGeweigerd
from sociale_kaart.folder import SHIPPED, read_valid_folder
from sociale_kaart.kaart import Kaart

GOED = {
    "slug": "proef-zwijndrecht",
    "naam": "Proef",
    "soort": "voorziening",
    "werkgebied": "zwijndrecht",
    "leefgebieden": "meedoen",
    "omschrijving": "Een proef.",
    "route": "Wijkteam | meldt aan",
    "status": "actueel",
    "bronnen": "rib-zorgmariniers-2021 | tabel | 2021",
}


@pytest.fixture(scope="module")
def shipped() -> Kaart:
    return read_valid_folder(SHIPPED)


def make_csv(*rijen: dict[str, str]) -> bytes:
    kolommen = list(dict.fromkeys(kolom for rij in rijen for kolom in rij))
    return write_csv([kolommen, *([rij.get(kolom, "") for kolom in kolommen] for rij in rijen)])


def make_excel(*rijen: list[object], **bladen: list[list[object]]) -> bytes:
    werkboek = Workbook()
    for rij in rijen:
        werkboek.active.append(rij)
    for naam, inhoud in bladen.items():
        blad = werkboek.create_sheet(naam)
        for rij in inhoud:
            blad.append(rij)
    out = io.BytesIO()
    werkboek.save(out)
    return out.getvalue()


def look(kaart: Kaart, inhoud: bytes, naam: str = "kaart.csv") -> Voorstel:
    return make_voorstel(read_aanbod(naam, inhoud, kaart), kaart, PrivacyGuard())


def say(voorstel: Voorstel) -> list[str]:
    return [Renderer().render_plain("invoer/fout", fout=fout) for fout in voorstel.fouten]


def test_a_good_row_is_new_and_has_no_fault(shipped: Kaart) -> None:
    voorstel = look(shipped, make_csv(GOED))
    assert [v.slug for v in voorstel.nieuw] == ["proef-zwijndrecht"]
    assert say(voorstel) == []


FOUTEN = {
    "no name": ({"naam": ""}, "rij 2, kolom naam: het veld naam ontbreekt"),
    "a kind that is none": (
        {"soort": "tovenarij"},
        (
            "rij 2, kolom soort: soort is tovenarij. Kies uit: voorziening, regeling, werkafspraak, "
            "netwerk, toegang, escalatie, routekaart of spoed"
        ),
    ),
    "a slug with capitals": (
        {"slug": "Proef"},
        "rij 2, kolom slug: slug Proef mag alleen kleine letters, cijfers en streepjes bevatten",
    ),
    "an area that is none": (
        {"werkgebied": "atlantis"},
        "rij 2, kolom werkgebied: werkgebied atlantis bestaat niet",
    ),
    "a step without what is done": (
        {"route": "Wijkteam | meldt aan\nZorgmarinier"},
        "rij 2, kolom route: het veld route.2.doet ontbreekt",
    ),
    "too many parts": (
        {"route": "a | b | c | d"},
        (
            r"rij 2, kolom route: er staan te veel streepjes | in a | b | c | d. Er passen 3 delen op "
            r"een regel. Hoort het streepje bij de tekst, schrijf dan \|"
        ),
    ),
    "a contact that says what is not known": (
        {"contact": "Loket | fax: 078"},
        (
            "rij 2, kolom contact: fax: 078 begrijp ik niet. Schrijf het zo: naam | telefoon: 085 ... "
            "| website: ... Je kunt kiezen uit: telefoon, email, adres, website, beschikbaar, "
            "toelichting"
        ),
    ),
    "a telephone that is none": (
        {"contact": "Loket | telefoon: vraag maar"},
        "rij 2, kolom contact: telefoon vraag maar is geen telefoonnummer",
    ),
    "an age without a target group": (
        {"leeftijd_van": "18"},
        (
            "rij 2, kolom doelgroep: er staat wel een leeftijd of kenmerk, maar geen doelgroep. Vul de "
            "doelgroep in"
        ),
    ),
    "an age that is no number": (
        {"doelgroep": "Jongeren", "leeftijd_tot": "oud"},
        "rij 2, kolom leeftijd_tot: het veld doelgroep.leeftijd_tot heeft niet de goede vorm",
    ),
    "ages the wrong way round": (
        {"doelgroep": "Jongeren", "leeftijd_van": "27", "leeftijd_tot": "18"},
        "rij 2, kolom doelgroep: leeftijd_van (27) is hoger dan leeftijd_tot (18)",
    ),
    "a date that is none": (
        {"gecontroleerd_op": "gisteren"},
        (
            "rij 2, kolom gecontroleerd_op: het veld gecontroleerd_op is geen datum. Schrijf "
            "jaar-maand-dag, zoals 2026-11-22"
        ),
    ),
    "a document that is not there": (
        {"bronnen": "verzonnen | plaats"},
        "rij 2, kolom bronnen: bron verzonnen staat niet in bronnen.yaml",
    ),
    "no source": ({"bronnen": ""}, "rij 2, kolom bronnen: het veld bronnen ontbreekt"),
    "a link to nowhere": (
        {"zie_ook": "nergens"},
        "rij 2, kolom zie_ook: zie_ook noemt nergens, dat bestaat niet",
    ),
    "an alias of another": (
        {"aliassen": "postadres"},
        (
            "rij 2, kolom aliassen: alias postadres hoort ook bij briefadres-zwijndrecht. "
            "Een alias wijst één kaart aan"
        ),
    ),
    "a text that is too long": (
        {"omschrijving": "x" * 700},
        "rij 2, kolom omschrijving: het veld omschrijving is 700 tekens lang. Er passen er 600",
    ),
    "a column that is none": (
        {"telefoonnummer": "078"},
        (
            "rij 1, kolom telefoonnummer: deze kolom ken ik niet. Kijk in het sjabloon hoe de kolommen "
            "heten"
        ),
    ),
    "a bsn in any text": (
        {"omschrijving": "Bel over bsn 111222333."},
        "rij 2, kolom omschrijving: hier lijkt een burgerservicenummer te staan. Haal het weg",
    ),
    "an account in any text": (
        {"wachttijd": "Betaal op NL91ABNA0417164300."},
        "rij 2, kolom wachttijd: hier lijkt een rekeningnummer te staan. Haal het weg",
    ),
    "a mail address in a question": (
        {"voorbeeldvragen": "mail jan.devries@voorbeeld.nl over zijn post"},
        "rij 2, kolom voorbeeldvragen: hier lijkt een mailadres te staan. Haal het weg",
    ),
    "a telephone number in a question": (
        {"voorbeeldvragen": "bel haar op 06-12345678"},
        "rij 2, kolom voorbeeldvragen: hier lijkt een telefoonnummer te staan. Haal het weg",
    ),
}


@pytest.mark.parametrize(("anders", "zin"), FOUTEN.values(), ids=FOUTEN)
def test_a_fault_is_said_with_its_row_and_column(
    shipped: Kaart, anders: dict[str, str], zin: str
) -> None:
    assert say(look(shipped, make_csv(GOED | anders))) == [zin]


def test_a_telephone_number_and_a_mail_address_of_a_service_are_no_fault(shipped: Kaart) -> None:
    contact = {"contact": "Loket | telefoon: 078-7708910 | email: loket@gemeente.nl"}
    assert say(look(shipped, make_csv(GOED | contact))) == []


def test_what_is_published_already_and_does_not_change_is_not_held_against_the_file(
    shipped: Kaart,
) -> None:
    oud = replace(shipped.voorzieningen[0], voorbeeldvragen=("bel haar op 06-12345678",))
    kaart = replace(shipped, voorzieningen=(oud, *shipped.voorzieningen[1:]))
    rij = {"slug": oud.slug, "voorbeeldvragen": "bel haar op 06-12345678"}
    assert say(look(kaart, make_csv(rij))) == []
    changed = rij | {"wachttijd": "een week"}
    assert "telefoonnummer" in say(look(kaart, make_csv(changed)))[0]


def test_a_change_that_breaks_another_entry_is_said(shipped: Kaart) -> None:
    naar = next(
        v
        for v in shipped.voorzieningen
        if v.werkgebied == "zwijndrecht"
        and any(
            v.slug in a.zie_ook and a.werkgebied == "zwijndrecht" for a in shipped.voorzieningen
        )
    )
    zinnen = say(look(shipped, make_csv({"slug": naar.slug, "werkgebied": "zoetermeer"})))
    assert any(f"noemt {naar.slug}, dat ligt in een ander gebied" in zin for zin in zinnen)


def test_the_same_slug_twice_is_said_at_the_second(shipped: Kaart) -> None:
    zinnen = say(look(shipped, make_csv(GOED, GOED | {"naam": "Anders"})))
    assert zinnen == ["rij 3, kolom slug: slug proef-zwijndrecht komt vaker voor"]


def test_a_column_that_is_missing_leaves_what_was_and_an_empty_cell_empties(
    shipped: Kaart,
) -> None:
    oud = next(v for v in shipped.voorzieningen if v.contact and v.wanneer)
    voorstel = look(shipped, make_csv({"slug": oud.slug, "wachttijd": "zes weken", "contact": ""}))
    assert say(voorstel) == []
    assert voorstel.gewijzigd == (replace(oud, wachttijd="zes weken", contact=()),)
    assert voorstel.wijzigingen[0].velden == ("contact", "wachttijd")


def test_remarks_and_empty_rows_are_passed_over(shipped: Kaart) -> None:
    uitleg = {"slug": "# vaste naam", "naam": "de titel"}
    voorstel = look(shipped, make_csv(uitleg, GOED, {}, {"slug": "#weg", "naam": "x"}))
    assert ([v.slug for v in voorstel.nieuw], say(voorstel)) == (["proef-zwijndrecht"], [])


def test_text_beside_the_columns_is_a_fault(shipped: Kaart) -> None:
    inhoud = make_csv(GOED).rstrip() + b';"en nog iets"'
    assert say(look(shipped, inhoud)) == [
        "rij 2: hier staat tekst in een kolom zonder naam: en nog iets"
    ]


def test_a_name_of_a_column_may_have_capitals_and_spaces(shipped: Kaart) -> None:
    rijen = [[" Slug ", "Gecontroleerd op"], [shipped.voorzieningen[0].slug, "22-11-2026"]]
    [nieuw] = look(shipped, write_csv(rijen)).gewijzigd
    assert nieuw.gecontroleerd_op == date(2026, 11, 22)


def test_html_and_control_signs_in_a_fault_stay_on_one_line(shipped: Kaart) -> None:
    [zin] = say(look(shipped, make_csv(GOED | {"soort": "<b>x\n\n</b>\\u001b[31m"})))
    assert "\n" not in zin
    assert "\x1b" not in zin


@pytest.mark.parametrize("inhoud", [b"", b";;;\r\n", b"naam;soort\r\nx;y\r\n", b"zomaar tekst"])
def test_a_table_without_slugs_is_refused(shipped: Kaart, inhoud: bytes) -> None:
    with pytest.raises(BestandGeweigerd) as fout:
        look(shipped, inhoud)
    assert fout.value.reden in {"geen_kolommen", "leeg"}


def test_too_many_rows_are_refused(shipped: Kaart) -> None:
    with pytest.raises(BestandGeweigerd, match="te_veel_rijen"):
        look(shipped, b"slug\r\n" + b"#x\r\n" * (MOST_ROWS + 1))
    assert look(shipped, b"slug\r\n" + b"#x\r\n" * MOST_ROWS).te_publiceren == ()


def test_a_formula_in_a_workbook_is_text_and_is_not_worked_out(shipped: Kaart) -> None:
    rij = GOED | {"wachttijd": "=1+1", "wanneer": "=HYPERLINK(A1)"}
    voorstel = look(shipped, make_excel(list(rij), list(rij.values())), "kaart.xlsx")
    assert say(voorstel) == []
    assert (voorstel.nieuw[0].wachttijd, voorstel.nieuw[0].wanneer) == (
        "=1+1",
        ("=HYPERLINK(A1)",),
    )


def test_what_a_spreadsheet_makes_of_a_cell_is_read_as_a_person_does(shipped: Kaart) -> None:
    rij: dict[str, object] = GOED | {
        "doelgroep": "Jongeren",
        "leeftijd_van": 18,
        "leeftijd_tot": 27.0,
        "gecontroleerd_op": datetime(2026, 11, 22),  # noqa: DTZ001 (a cell has no time zone)
        "controleer_voor": date(2027, 1, 1),
        "wachttijd": True,
    }
    [nieuw] = look(shipped, make_excel(list(rij), list(rij.values())), "kaart.xlsx").nieuw
    assert nieuw.doelgroep is not None
    assert (nieuw.doelgroep.leeftijd_van, nieuw.doelgroep.leeftijd_tot) == (18, 27)
    assert (nieuw.gecontroleerd_op, nieuw.controleer_voor) == (date(2026, 11, 22), date(2027, 1, 1))
    assert nieuw.wachttijd == "ja"


def test_a_new_document_comes_along_and_one_that_differs_is_told(shipped: Kaart) -> None:
    rij = GOED | {"bronnen": "gesprek-2026 | geheel | 2026"}
    documenten = [
        ["id", "titel", "uitgever", "jaar"],
        ["gesprek-2026", "Gesprek", "gemeente", 2026],
        ["rib-zorgmariniers-2021", "Anders", "gemeente Zwijndrecht", 2021],
    ]
    inhoud = make_excel(list(rij), list(rij.values()), documenten=documenten)
    voorstel = look(shipped, inhoud, "kaart.xlsx")
    assert say(voorstel) == []
    assert [document.id for document in voorstel.documenten] == ["gesprek-2026"]
    assert {(w.slug, w.velden) for w in voorstel.overig} == {
        ("gesprek-2026", ()),
        ("rib-zorgmariniers-2021", ("titel",)),
    }


def test_a_fault_in_the_sheet_of_documents_names_the_sheet(shipped: Kaart) -> None:
    documenten = [["id", "titel", "jaar"], ["x-2026", "X", "ooit"]]
    inhoud = make_excel(list(GOED), list(GOED.values()), documenten=documenten)
    assert set(say(look(shipped, inhoud, "kaart.xlsx"))) == {
        "blad documenten, rij 2, kolom uitgever: het veld uitgever ontbreekt",
        "blad documenten, rij 2, kolom jaar: het veld jaar heeft niet de goede vorm",
    }


def test_the_entries_stand_in_the_sheet_of_that_name_wherever_it_is(shipped: Kaart) -> None:
    rijen = [list(GOED), list(GOED.values())]
    inhoud = make_excel(["iets", "anders"], voorzieningen=rijen)
    assert len(look(shipped, inhoud, "kaart.xlsx").nieuw) == 1


def test_reading_changes_nothing_in_the_published_kaart(shipped: Kaart, kennis: Kennis) -> None:
    before = dict(kennis.voorzieningen)
    aanbod = read_aanbod("kaart.csv", make_csv(GOED), shipped)
    assert isinstance(aanbod, Aanbod)
    assert dict(kennis.voorzieningen) == before
