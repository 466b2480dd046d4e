import pytest

from knowledge.privacy import Gegevenssoort, PrivacyGuard

GUARD = PrivacyGuard()

ADRES, POSTCODE = Gegevenssoort.ADRES, Gegevenssoort.POSTCODE
EMAIL, GEBOORTEDATUM = Gegevenssoort.EMAIL, Gegevenssoort.GEBOORTEDATUM


def find(tekst):
    return [(gegeven.soort, gegeven.waarde) for gegeven in GUARD.find(tekst)]


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("ze woont op Lindelaan 12", "Lindelaan 12"),
        ("woont lindelaan 12", "lindelaan 12"),
        ("op de Van Goghstraat 3b is lekkage", "Van Goghstraat 3b"),
        ("laan van walburg 45", "laan van walburg 45"),
        ("Burgemeester de Raadtsingel 61", "Burgemeester de Raadtsingel 61"),
        ("Burg. Bruins Slotsingel 12", "Burg. Bruins Slotsingel 12"),
        ("melding over karel doormanweg 112", "karel doormanweg 112"),
        ("Prins Bernhardlaan 3-II", "Prins Bernhardlaan 3-II"),
        ("in de Hoofdstraat nr 8", "Hoofdstraat nr 8"),
        ("het pand Markt 10 staat leeg", "Markt 10"),
        ("woonachtig Zomerlust 5", "Zomerlust 5"),
        ("adres: Rietlanden 24", "Rietlanden 24"),
        ("een kelderbox aan de Abel Tasmanstraat 16", "Abel Tasmanstraat 16"),
        ("zij is verhuisd naar Zomerlust 8", "Zomerlust 8"),
    ],
)
def test_a_street_with_a_house_number_is_an_address(tekst, waarde):
    assert find(tekst) == [(ADRES, waarde)]


@pytest.mark.parametrize(
    "tekst",
    [
        "overlast in de Lindelaan",
        "jongeren op het Erasmusplein",
        "bewoners van de Van Goghstraat klagen",
        "12 meldingen in de Hoofdstraat, 3 per week",
        "in de Dorpsstraat 5 gezinnen met schulden",
        "onderweg 3 uur kwijt, via de snelweg 16 minuten",
        "het gemeentehuis, Raadhuisplein 3, is open",
        "Raadhuisplein 3 is het gemeentehuis",
        "de bibliotheek (Europaweg 190) doet mee",
        "onze school staat aan de Fazantweg 5",
        "hij staat op straat 3 nachten lang",
        "woont in Zoetermeer 3 jaar",
    ],
)
def test_a_street_alone_or_a_public_building_is_no_address(tekst):
    assert find(tekst) == []


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("postcode 3331 AB", "3331 AB"),
        ("in 3331ab wonen", "3331ab"),
        ("3311 gg nummer 4", "3311 gg"),
        ("hij zit op 3331TX", "3331TX"),
    ],
)
def test_a_postcode_is_found(tekst, waarde):
    assert find(tekst) == [(POSTCODE, waarde)]


@pytest.mark.parametrize(
    "tekst",
    [
        "in 2021 en 2022",
        "vanaf 2023 is het anders",
        "1500 in de pot",
        "1200 kg",
        "1500 KM",
        "2026 ZO",
        "ruim 2000 MB",
    ],
)
def test_a_year_or_a_size_is_no_postcode(tekst):
    assert find(tekst) == []


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("mail jan.devries@gmail.com.", "jan.devries@gmail.com"),
        ("k.bakker@zwijndrecht.nl is haar begeleider", "k.bakker@zwijndrecht.nl"),
        ("r.dewit [at] ziggo.nl", "r.dewit [at] ziggo.nl"),
        ("<sannedb@live.nl>", "sannedb@live.nl"),
        ("info@gmail.com is van een bewoner", "info@gmail.com"),
        ("lisa punt bakker at gmail punt com", "lisa punt bakker at gmail punt com"),
        ("schrijf p.smit apenstaartje kpn.nl", "p.smit apenstaartje kpn.nl"),
    ],
)
def test_the_mail_address_of_a_person_is_found(tekst, waarde):
    assert find(tekst) == [(EMAIL, waarde)]


@pytest.mark.parametrize(
    "tekst",
    [
        "mail info@wijkteam.nl of loket@zwijndrecht.nl",
        "wijkteam-noord@diverz.nl",
        "gemeente@dordrecht.nl",
        "zie www.zwijndrecht.nl/kevin of dordrecht.nl/jansen",
        "https://example.org/Fatima?tel=0612345678",
    ],
)
def test_a_general_mail_box_or_a_website_is_left_alone(tekst):
    assert find(tekst) == []


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("geb. 12-03-2009", "12-03-2009"),
        ("geb 3-4-88", "3-4-88"),
        ("geb.dat. 03041988", "03041988"),
        ("geboren op 3 april 1988 te Rotterdam", "3 april 1988"),
        ("geboren te Rotterdam op 3 april 1988", "3 april 1988"),
        ("geb.datum 12 december '85", "12 december '85"),
        ("is 4-5-1944 geboren", "4-5-1944"),
        ("2001-05-17 geboren", "2001-05-17"),
        ("jarig op 12 mei 2010", "12 mei 2010"),
        ("cliënt (12-05-1990) is dakloos", "12-05-1990"),
        ("mw, 3-4-1955, valt vaak", "3-4-1955"),
    ],
)
def test_a_date_of_birth_is_found(tekst, waarde):
    assert find(tekst) == [(GEBOORTEDATUM, waarde)]


def test_a_full_date_beside_a_name_is_a_date_of_birth():
    assert find("Kevin de Boer, 03-11-2004, zoekt een kamer") == [
        (Gegevenssoort.NAAM, "Kevin de Boer"),
        (GEBOORTEDATUM, "03-11-2004"),
    ]


@pytest.mark.parametrize(
    "tekst",
    [
        "sinds 1 januari 2021 in zorg",
        "afspraak op 3 december 2026 om 10.00 uur",
        "het bewind is uitgesproken op 12-06-2019",
        "indicatie van 01-01-2019 t/m 31-12-2020",
        "uiterlijk 31-12-2026 indienen",
        "cliënt is sinds 3-4-2019 dakloos",
        "d.d. 14-09-2018 is het besluit genomen",
        "uitgerekend op 3 februari 2027",
    ],
)
def test_any_other_date_is_left_alone(tekst):
    assert find(tekst) == []


def test_a_unit_of_measure_is_a_postcode_behind_an_address():
    assert find("Lindelaan 33, 3331TB Zwijndrecht") == [
        (ADRES, "Lindelaan 33"),
        (POSTCODE, "3331TB"),
    ]


def test_who_lives_in_a_street_is_no_part_of_it():
    assert find("Noor van rozenstraat 7 is ziek") == [
        (Gegevenssoort.NAAM, "Noor"),
        (ADRES, "rozenstraat 7"),
    ]


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("1990-12-05 en alleenstaand, wie helpt", "1990-12-05"),
        ("28 feb. 1982, psychose gehad", "28 feb. 1982"),
        ("hij is van 8-8-88 en dakloos", "8-8-88"),
        ("zijn broer, 30-1-07, wil weg", "30-1-07"),
        ("een vrouw (17 oktober '96) zoekt hulp", "17 oktober '96"),
        ("een cliënt (24111971) zoekt hulp", "24111971"),
        ("hij is geboren in augustus 1975", "augustus 1975"),
        ("geboren op eerste kerstdag 2010", "eerste kerstdag 2010"),
    ],
)
def test_a_date_beside_a_person_or_apart_is_a_date_of_birth(tekst, waarde):
    assert find(tekst) == [(GEBOORTEDATUM, waarde)]


@pytest.mark.parametrize(
    "tekst",
    [
        "het besluit van 3 april 2009 geldt nog",
        "zijn broer komt 30-1-26 langs",
        "de cliënt, 12-03-26, is niet geweest",
        "sinds 01-07-2011 geen inkomen",
        "1-10-2026 gaat het in",
    ],
)
def test_the_date_of_something_else_is_left_alone(tekst):
    assert find(tekst) == []
