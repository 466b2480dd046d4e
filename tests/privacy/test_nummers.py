import pytest

from knowledge.privacy import Gegevenssoort, PrivacyGuard
from knowledge.privacy.nummer import passes_elfproef, passes_mod97

GUARD = PrivacyGuard()

BSN, IBAN = Gegevenssoort.BSN, Gegevenssoort.IBAN
TELEFOON, KENTEKEN = Gegevenssoort.TELEFOON, Gegevenssoort.KENTEKEN
DOSSIER = Gegevenssoort.DOSSIERNUMMER


def find(tekst):
    return [(gegeven.soort, gegeven.waarde) for gegeven in GUARD.find(tekst)]


@pytest.mark.parametrize(
    ("tekst", "soort", "waarde"),
    [
        ("zijn nummer: 123456782", BSN, "123456782"),
        ("1234.56.782 staat niet ingeschreven", BSN, "1234.56.782"),
        ("het gaat om 123 456 782", BSN, "123 456 782"),
        ("bsn 123456789, klopt dat?", BSN, "123456789"),
        ("BSN van de moeder is 987654321", BSN, "987654321"),
        ("haar burgerservicenummer is 12345678", BSN, "12345678"),
        ("sofinummer 111.222.333", BSN, "111.222.333"),
        ("123456782 (bsn) kwijt", BSN, "123456782"),
        ("bel 06-12345678", TELEFOON, "06-12345678"),
        ("bel 06 12 34 56 78 maar", TELEFOON, "06 12 34 56 78"),
        ("0612345678.", TELEFOON, "0612345678"),
        ("+31 6 12345678", TELEFOON, "+31 6 12345678"),
        ("0031612345678", TELEFOON, "0031612345678"),
        ("+31(0)6-12345678", TELEFOON, "+31(0)6-12345678"),
        ("thuis 078-1234567", TELEFOON, "078-1234567"),
        ("via (079) 123 45 67 graag", TELEFOON, "(079) 123 45 67"),
        ("hij (06-12345678) belt", TELEFOON, "06-12345678"),
        ("tel: 6123456", TELEFOON, "6123456"),
        ("+32 475 12 34 56", TELEFOON, "+32 475 12 34 56"),
        ("NL91ABNA0417164300", IBAN, "NL91ABNA0417164300"),
        ("naar nl91 abna 0417 1643 00 graag", IBAN, "nl91 abna 0417 1643 00"),
        ("BE68 5390 0754 7034 en dan", IBAN, "BE68 5390 0754 7034"),
        ("iban NL00BANK0123456780", IBAN, "NL00BANK0123456780"),
        ("rekeningnummer 1234567890", IBAN, "1234567890"),
        ("een busje, AB-123-C, stond er", KENTEKEN, "AB-123-C"),
        ("12-abc-3 gezien", KENTEKEN, "12-abc-3"),
        ("GX-88-ZZ geparkeerd", KENTEKEN, "GX-88-ZZ"),
        ("kenteken 12ABC3", KENTEKEN, "12ABC3"),
        ("een Duits kenteken M-AB 1234", KENTEKEN, "M-AB 1234"),
        ("zijn scooter, f123ab, is gestolen", KENTEKEN, "f123ab"),
        ("kenteken is TX TX 12", KENTEKEN, "TX TX 12"),
        ("dossiernummer: 2025/1189", DOSSIER, "2025/1189"),
        ("dossier D-2021-445 ligt stil", DOSSIER, "D-2021-445"),
        ("zaaknr Z-2026/00123", DOSSIER, "Z-2026/00123"),
        ("ons kenmerk: ZK-2025-1187", DOSSIER, "ZK-2025-1187"),
        ("cliëntnummer 445566", DOSSIER, "445566"),
        ("PL1700-2026123456-1 gelezen", DOSSIER, "PL1700-2026123456-1"),
        ("BVH 2026123456", DOSSIER, "2026123456"),
        ("parketnummer 10/123456-25", DOSSIER, "10/123456-25"),
        ("melding M26011234", DOSSIER, "M26011234"),
    ],
)
def test_a_number_of_a_person_is_found_with_its_exact_piece(tekst, soort, waarde):
    assert find(tekst) == [(soort, waarde)]


@pytest.mark.parametrize(
    "tekst",
    [
        "zaak ZWD-26-014 kan dicht",
        "herinner mij aan DDR-26-101 en ZTM-25-233",
        "bel 112, anders 0900-8844 of 0800-2000",
        "de luisterlijn is 088-0767000",
        "bel 14 078 of 14079",
        "bel 113",
        "een huur van € 1.234,56 per maand",
        "het kost 123456781 euro",  # fails the 11-proef
        "in de tabel staat 142 204 171 180 331",
        "route E33 via de A16",
        "06-11-2026 14:30 uur",
        "van 08.30 - 17.00 uur",
        "code 12/16 en 6-8 weken",
        "3-mei-88 was een zondag",
        "KvK 24456789",
        "ECLI:NL:CRVB:2016:1491",
        "kamerstuk 34 880, rib 2021-00123",
        "artikel 1:441 BW en art. 2.3.5",
        "dossier 2021 en casus 3",
        "www.dordrecht.nl/wmo?id=123456782",
        "aan het wijkteam 0-100",
        "het nummer 0800-2000 was in gesprek",
        "ons algemene nummer is 0900-1462",
        "het nummer is 088 123 4567",
        "verordening nummer 2021-118 over urgentie",
    ],
)
def test_a_number_for_everyone_is_left_alone(tekst):
    assert find(tekst) == []


def test_the_elfproef_knows_right_from_wrong():
    assert passes_elfproef("123456782")
    assert not passes_elfproef("123456789")
    assert not passes_elfproef("000000000")


def test_mod97_knows_right_from_wrong():
    assert passes_mod97("NL91ABNA0417164300")
    assert not passes_mod97("NL91ABNA0417164301")
