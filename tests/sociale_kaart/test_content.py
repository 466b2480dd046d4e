"""The shipped kaart holds what it must: entries, areas, questions and sources."""

import csv
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

from content import find_by_slug

from sociale_kaart.folder import SHIPPED, read_folder
from sociale_kaart.voorziening import Soort, Status
from sociale_kaart.werkgebied import Werkgebieden

VEREIST = Path(__file__).with_name("vereist.csv")


def normalise(vraag: str) -> str:
    """Return a question without what two people might type differently."""
    letters = unicodedata.normalize("NFKD", vraag.casefold())
    return " ".join(re.sub(r"[^a-z0-9 ]", "", letters).split())


def test_the_shipped_kaart_has_no_faults():
    assert read_folder(SHIPPED)[1] == ()


def test_exactly_the_required_entries_are_there_under_their_own_names(shipped):
    with VEREIST.open(encoding="utf-8", newline="") as file:
        vereist = [tuple(row.values()) for row in csv.DictReader(file, delimiter=";")]

    found = [(v.slug, v.naam, v.soort.value, v.werkgebied) for v in shipped.voorzieningen]

    assert sorted(found) == sorted(vereist)


def test_the_three_municipalities_are_there_and_escalate_to_an_entry_of_kind_escalatie(shipped):
    voorzieningen = find_by_slug(shipped)

    escalaties = {g.slug: g.opschalen for g in Werkgebieden(shipped.werkgebieden).find_gemeenten()}

    assert escalaties.keys() == {"dordrecht", "zoetermeer", "zwijndrecht"}
    assert {voorzieningen[slug].soort for slug in escalaties.values()} == {Soort.ESCALATIE}
    assert {voorzieningen[slug].werkgebied for slug in escalaties.values()} == escalaties.keys()


def test_every_area_names_an_area_around_it_and_an_escalation_that_exist(shipped):
    gebieden = {gebied.slug for gebied in shipped.werkgebieden}
    voorzieningen = find_by_slug(shipped).keys()

    assert {g.ligt_in for g in shipped.werkgebieden} - {None} <= gebieden
    assert {g.opschalen for g in shipped.werkgebieden} - {None} <= voorzieningen


def test_every_entry_has_aliases_that_are_all_different(shipped):
    wrong = [
        v.slug
        for v in shipped.voorzieningen
        if not v.aliassen or len({a.casefold() for a in v.aliassen}) < len(v.aliassen)
    ]

    assert wrong == []


def test_every_entry_has_ten_example_questions_that_are_all_different(shipped):
    wrong = {
        v.slug: len(different)
        for v in shipped.voorzieningen
        if len(different := {normalise(vraag) for vraag in v.voorbeeldvragen})
        < max(10, len(v.voorbeeldvragen))
    }

    assert wrong == {}


def test_no_example_question_stands_at_two_entries_that_one_municipality_can_reach(shipped):
    boom = Werkgebieden(shipped.werkgebieden)
    by_vraag = defaultdict(set)
    for voorziening in shipped.voorzieningen:
        for vraag in voorziening.voorbeeldvragen:
            by_vraag[normalise(vraag)].add((voorziening.werkgebied, voorziening.slug))
    lineages = {
        gemeente.slug: boom.find_lineage(gemeente.slug) for gemeente in boom.find_gemeenten()
    }

    shared = {
        (gemeente, vraag): reached
        for vraag, places in by_vraag.items()
        for gemeente, lineage in lineages.items()
        if len(reached := sorted(slug for gebied, slug in places if gebied in lineage)) > 1
    }

    assert shared == {}


def test_every_source_names_its_place(shipped):
    bronnen = [bron for v in (*shipped.voorzieningen, *shipped.routekaarten) for bron in v.bronnen]

    assert [bron for bron in bronnen if not bron.plaats.strip()] == []


def test_every_source_document_is_used(shipped):
    used = {b.document for v in (*shipped.voorzieningen, *shipped.routekaarten) for b in v.bronnen}

    assert used == {document.id for document in shipped.brondocumenten}


def test_every_entry_of_a_municipality_escalates_to_the_escalation_of_its_own_lineage(shipped):
    boom = Werkgebieden(shipped.werkgebieden)
    gemeenten = {gemeente.slug for gemeente in boom.find_gemeenten()}
    voorzieningen = find_by_slug(shipped)
    wanted = [
        v
        for v in shipped.voorzieningen
        if v.werkgebied in gemeenten and v.soort is not Soort.ESCALATIE
    ]

    wrong = [
        v.slug
        for v in wanted
        if v.opschalen is None
        or voorzieningen[v.opschalen].soort is not Soort.ESCALATIE
        or voorzieningen[v.opschalen].werkgebied not in boom.find_lineage(v.werkgebied)
    ]

    assert wanted
    assert wrong == []


def test_only_an_entry_that_ended_is_replaced_and_never_by_one_that_ended(shipped):
    voorzieningen = find_by_slug(shipped)
    replaced = [v for v in shipped.voorzieningen if v.vervangen_door is not None]

    assert {v.status for v in replaced} <= {Status.BEEINDIGD}
    assert [
        v.slug for v in replaced if voorzieningen[v.vervangen_door].status is Status.BEEINDIGD
    ] == []
