"""The texts of the shipped kaart are short, calm, and claim nothing that no source gives."""

import re
import unicodedata
from itertools import pairwise

from content import find_texts

from sociale_kaart.schema import dump
from sociale_kaart.voorziening import Status

GESTOPT = re.compile(r"\b(is|zijn|was|werd) (gestopt|beëindigd|opgeheven|afgelopen|gesloten)\b")
# The longest text of each field that still leaves room for the others on one card.
GRENZEN = {
    "naam": 80,
    "aliassen": 80,
    "afkortingen": 20,
    "omschrijving": 300,
    "doelgroep": 200,
    "wanneer": 160,
    "niet_voor": 160,
    "route": 240,
    "nodig": 160,
    "contact": 160,
    "wachttijd": 160,
    "aanmeldstop": 160,
    "verwijscriteria": 160,
    "wet": 60,
    "status_toelichting": 200,
    "bronnen": 200,
}
ONGELEZEN = {"voorbeeldvragen"}  # what people type; the assistant never says it


def test_nothing_says_that_a_person_checked_it(shipped):
    checked = [v.slug for v in shipped.voorzieningen if v.gecontroleerd_op is not None]

    assert checked == []


def test_an_entry_that_runs_is_not_explained_as_one_that_stopped(shipped):
    wrong = [
        (v.slug, v.status_toelichting)
        for v in shipped.voorzieningen
        if v.status is Status.ACTUEEL and GESTOPT.search(v.status_toelichting or "")
    ]

    assert wrong == []


def test_an_entry_that_ended_or_is_unsure_says_why(shipped):
    silent = [
        v.slug
        for v in shipped.voorzieningen
        if v.status is not Status.ACTUEEL and not v.status_toelichting
    ]

    assert silent == []


def test_every_text_fits_on_a_card(shipped):
    too_long = [
        (v.slug, veld, len(text))
        for v in shipped.voorzieningen
        for veld, text in find_texts(dump(v))
        if veld in GRENZEN and len(text) > GRENZEN[veld]
    ]

    assert too_long == []


def test_the_texts_are_calm_and_plain(shipped):
    """No exclamation mark in what the assistant says, no emoji or odd space anywhere."""
    wrong = [
        (value.slug, veld, text)
        for value in (*shipped.voorzieningen, *shipped.routekaarten)
        for veld, text in find_texts(dump(value))
        if ("!" in text and veld not in ONGELEZEN)
        or any(unicodedata.category(char) in {"So", "Sk", "Cs", "Co", "Cc", "Cf"} for char in text)
        or text != text.strip()
        or "  " in text
    ]

    assert wrong == []


def test_no_sentence_stands_twice_in_one_entry(shipped):
    wrong = [
        (v.slug, one)
        for v in shipped.voorzieningen
        for one, other in pairwise(sorted(v.wanneer))
        if one == other
    ]

    assert wrong == []
