"""The shipped kaart gives no telephone number but those of the national list."""

import csv
import re

import pytest
from content import find_texts

from sociale_kaart.folder import SHIPPED
from sociale_kaart.schema import dump
from sociale_kaart.voorziening import Soort

# Digits with the separators that telephone numbers are written with.
CIJFERS = re.compile(r"(?<![\w+-])(?:\+|\(0|0|[1-9])[\d ()./-]*\d(?![\w])")
JAREN = re.compile(r"(?:19|20)\d\d[-/](?:19|20)\d\d")
DATUM = re.compile(r"20\d\d-\d\d-\d\d")  # of controleer_voor and gecontroleerd_op
KORT = re.compile(r"11[0-9]|14 ?0\d{2,3}|116 ?\d{3}")  # 112, 14 078, 116 000
MIN_CIJFERS = 7  # the shortest Dutch number that is not one of KORT


def find_nummers(text: str) -> set[str]:
    """Return what looks like a telephone number in a text, as digits alone."""
    found = (match for match in CIJFERS.findall(text) if not JAREN.fullmatch(match))
    return {
        re.sub(r"\D", "", match)
        for match in found
        if KORT.fullmatch(match) or len(re.sub(r"\D", "", match)) >= MIN_CIJFERS
    }


def read_lijnen() -> dict[str, str]:
    """Return the national numbers by the name of their line."""
    with (SHIPPED / "landelijke_nummers.csv").open(encoding="utf-8", newline="") as file:
        return {row["lijn"]: row["nummer"] for row in csv.DictReader(file, delimiter=";")}


def read_bekende_nummers() -> set[str]:
    """Return every number in the list of national numbers, those in its remarks too."""
    return find_nummers((SHIPPED / "landelijke_nummers.csv").read_text(encoding="utf-8"))


def test_no_telephone_number_stands_anywhere_that_is_not_on_the_national_list(shipped):
    bekend = read_bekende_nummers()
    values = (
        *shipped.voorzieningen,
        *shipped.routekaarten,
        *shipped.werkgebieden,
        *shipped.brondocumenten,
    )

    wrong = {
        (value.slug if hasattr(value, "slug") else value.id, veld, nummer)
        for value in values
        for veld, text in find_texts(dump(value))
        if not DATUM.fullmatch(text)
        for nummer in find_nummers(text) - bekend
    }

    assert wrong == set()


@pytest.mark.parametrize(
    ("text", "nummers"),
    [
        ("Bel 078-1234567.", {"0781234567"}),
        ("Bel (078) 123 45 67 of 06 12345678", {"0781234567", "0612345678"}),
        ("tel. +31 78 123 4567", {"31781234567"}),
        ("bel 14 078 of 14078", {"14078"}),
        ("Bel bij gevaar 112.", {"112"}),
        ("0800-0113 en 113.nl", {"08000113", "113"}),
        ("team 18-/18+, 16-27 jaar, 0-100", set()),
        ("in de schooljaren 2020-2021 en 2021/2022", set()),
        ("24/7 bereikbaar, 75 tot 20.000 euro, 1200 deelnemers, 140 kilo", set()),
        ("noodnummer-112 en rib-zorgmariniers-2021", set()),
        ("19-2-2021 tot 5 maart 2021", {"1922021"}),  # a date in digits is not written in the kaart
    ],
)
def test_telephone_numbers_are_told_from_years_ages_and_codes(text, nummers):
    assert find_nummers(text) == nummers


def test_the_safety_entries_have_exactly_the_number_of_the_national_list(shipped):
    lijnen = read_lijnen()

    spoed = {
        v.slug: [contact.telefoon for contact in v.contact]
        for v in shipped.voorzieningen
        if v.soort is Soort.SPOED
    }

    assert spoed == {
        "noodnummer-112": [lijnen["Spoed (politie, brandweer, ambulance)"]],
        "veilig-thuis": [lijnen["Veilig Thuis"]],
        "zelfmoordpreventie-113": [lijnen["113 Zelfmoordpreventie"]],
    }


def test_no_telephone_of_an_entry_is_missing_from_the_national_list(shipped):
    nummers = set(read_lijnen().values())

    wrong = [
        (v.slug, contact.telefoon)
        for v in shipped.voorzieningen
        for contact in v.contact
        if contact.telefoon is not None and contact.telefoon not in nummers
    ]

    assert wrong == []
