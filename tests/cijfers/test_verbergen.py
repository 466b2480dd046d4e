"""What is too small is not shown, and cannot be found by subtraction either."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.cijfers.overzicht import ONBEKEND, Overzicht, add_overzichten, make_kader
from knowledge.cijfers.periode import Weektotaal
from knowledge.cijfers.verbergen import (
    MINSTE,
    Deel,
    Verdeling,
    divide,
    join_small,
    pick_large,
    pick_most,
)
from knowledge.cijfers.week import WEEK, find_blok, find_blokken, find_weken
from sociale_kaart.deelnemer import Organisatiesoort

BANDEN = ("antwoord", "verduidelijk", "geen_antwoord")
SLUGS = {"a": "wonen", "b": "wonen", "c": "financien", "d": "zorg"}
SOORTEN = (*(soort.value for soort in Organisatiesoort), ONBEKEND)
KADER = 6200
WEKEN = [week for blok in find_blokken(KADER) for week in find_weken(blok)]

# one kind of question of one week: the finest that is counted
Atoom = tuple[date, str, str, str]  # week, band, kind of organisation, entry
ATOMEN: list[Atoom] = [
    (week, band, soort, slug)
    for week in WEKEN
    for band in BANDEN
    for soort in SOORTEN
    for slug in (SLUGS if band == "antwoord" else ("",))
]
PLEK = {atoom: number for number, atoom in enumerate(ATOMEN)}


@pytest.mark.parametrize(
    ("aantallen", "shown", "rest"),
    [
        ({"a": 20, "b": 9, "c": 3}, ["a"], 12),  # c alone could be subtracted
        ({"a": 20, "b": 9, "c": 3, "d": 1}, ["a"], 13),  # together less than five
        ({"a": 20, "b": 9, "c": 3, "d": 2}, ["a", "b"], 5),
        ({"a": 20, "b": 9, "c": 0}, ["a", "b"], 0),
        ({"a": 3, "b": 4}, [], 7),
        ({"a": 6, "b": 4}, [], 10),
        ({"a": 2, "b": 2}, [], 0),  # the total is too small as well
        ({}, [], 0),
    ],
)
def test_a_second_part_is_hidden_where_one_alone_could_be_subtracted(
    aantallen: dict[str, int], shown: list[str], rest: int
) -> None:
    verdeling = divide(aantallen, aantallen)
    assert [deel.sleutel for deel in verdeling.delen] == shown
    assert verdeling.rest == rest


def test_of_people_it_may_not_be_known_that_there_was_nothing() -> None:
    verdeling = divide({"a": 20, "b": 9}, "abc", over_mensen=True)
    assert verdeling == Verdeling(delen=(Deel(sleutel="a", aantal=20),), rest=9)


@pytest.mark.parametrize(
    ("totalen", "joined"),
    [
        ([7, 0, 3, 2], [7, None, None, 5]),
        ([1, 1, 1, 1], [None] * 4),  # too few in four weeks: they count nowhere
        ([4, 1, 9, 4], [None, 5, 9, None]),
        ([0, 0, 0, 0], [None] * 4),
    ],
)
def test_a_small_week_counts_with_the_next(totalen: list[int], joined: list[int | None]) -> None:
    assert list(join_small(totalen)) == joined


def test_most_asked_leaves_no_remainder_that_is_small() -> None:
    shown = pick_most([{"a": 20, "b": 9, "c": 3}, {"d": 12}], 5)
    assert [(deel.sleutel, deel.aantal) for deel in shown] == [("a", 20), ("d", 12)]


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 30)), st.booleans())
def test_nothing_small_is_shown_and_no_small_remainder(
    aantallen: dict[str, int], over_mensen: bool
) -> None:
    verdeling = divide(aantallen, "abcdefgh", over_mensen=over_mensen)
    assert all(deel.aantal >= MINSTE for deel in verdeling.delen)
    assert verdeling.rest == 0 or verdeling.rest >= MINSTE
    if over_mensen and verdeling.delen and len(verdeling.delen) < 8:
        assert verdeling.rest >= MINSTE
    assert all(deel.aantal >= MINSTE for deel in pick_large(aantallen).delen)
    sums = [sum(aantallen.values()), sum(d.aantal for d in verdeling.delen) + verdeling.rest]
    assert sums[0] == sums[1] or sums[0] < MINSTE


@dataclass
class Bekend:
    """Every number that somebody who keeps all figures comes to know, as sums of atoms."""

    rijen: set[tuple[bool, ...]] = field(default_factory=set)
    waarden: dict[Atoom, int] = field(default_factory=dict)

    def learn(self, aantal: int, cel: set[Atoom]) -> None:
        assert aantal == self.count(cel)
        self.rijen.add(tuple(atoom in cel for atoom in ATOMEN))

    def count(self, cel: set[Atoom]) -> int:
        return sum(self.waarden.get(atoom, 0) for atoom in cel)

    def find_derivable(self, cellen: list[set[Atoom]]) -> list[set[Atoom]]:
        """Return the cells that follow from what is known by adding and subtracting."""
        if not self.rijen:
            return []
        known = np.array(sorted(self.rijen), dtype=float)
        _, size, basis = np.linalg.svd(known, full_matrices=False)
        basis = basis[size > 1e-9]
        wanted = np.array([[atoom in cel for atoom in ATOMEN] for cel in cellen], dtype=float)
        left = np.linalg.norm(wanted - wanted @ basis.T @ basis, axis=1)
        return [cel for cel, rest in zip(cellen, left, strict=True) if rest < 1e-6]


def select(weken: set[date], **waar: set[str]) -> set[Atoom]:
    fields = ("band", "soort", "slug")
    return {
        atoom
        for atoom in ATOMEN
        if atoom[0] in weken
        and all(atoom[1 + fields.index(naam)] in waarden for naam, waarden in waar.items())
    }


def make_telling(waarden: dict[Atoom, int]) -> Counter[tuple[date, str, str]]:
    telling: Counter[tuple[date, str, str]] = Counter()
    for (week, band, soort, slug), aantal in waarden.items():
        telling[week, "besluit", band] += aantal
        telling[week, "organisatie", soort] += aantal
        if slug:
            telling[week, "kaart", slug] += aantal
    return telling


def find_runs(weken: tuple[Weektotaal, ...]) -> Iterator[tuple[set[date], int]]:
    """Yield the weeks that a total is of."""
    waiting: set[date] = set()
    for number, week in enumerate(weken):
        if number and find_blok(week.week) != find_blok(weken[number - 1].week):
            waiting = set()
        waiting.add(week.week)
        if week.aantal is not None:
            yield waiting, week.aantal
            waiting = set()


def learn_weken(bekend: Bekend, weken: tuple[Weektotaal, ...]) -> set[date]:
    counted: set[date] = set()
    for run, aantal in find_runs(weken):
        assert aantal >= MINSTE
        bekend.learn(aantal, select(run))
        counted |= run
    for week in weken:
        for band, aantal in week.besluiten.items():
            bekend.learn(aantal, select({week.week}, band={band}))
    return counted


def learn_periode(bekend: Bekend, periode: Overzicht) -> set[date]:
    geteld = learn_weken(bekend, periode.weken)
    for deel in periode.besluiten.delen:
        bekend.learn(deel.aantal, select(geteld, band={deel.sleutel}))
    for deel in periode.organisaties.delen:
        bekend.learn(deel.aantal, select(geteld, soort={deel.sleutel}))
    for deel in periode.leefgebieden.delen:
        slugs = {slug for slug, naam in SLUGS.items() if naam == deel.sleutel}
        bekend.learn(deel.aantal, select(geteld, slug=slugs))
    if periode.leefgebieden.delen:  # the others together complete the answers
        bekend.learn(
            sum(deel.aantal for deel in periode.leefgebieden.delen) + periode.leefgebieden.rest,
            select(geteld, band={"antwoord"}),
        )
    for deel in periode.kaarten:
        bekend.learn(deel.aantal, select(geteld, slug={deel.sleutel}))
    return geteld


def find_small(bekend: Bekend, perioden: list[set[date]]) -> list[set[Atoom]]:
    """Return the cells of which nothing may be known."""
    spans = [{week} for week in WEKEN]
    spans += [set(find_weken(blok)) for blok in find_blokken(KADER)]
    spans += [geteld for geteld in perioden if geteld]
    cellen = [select(span) for span in spans]
    cellen += [select(span, band={band}) for span in spans for band in BANDEN]
    cellen += [select(span, slug={slug}) for span in spans for slug in SLUGS]
    cellen += [select(span, slug={"a", "b"}) for span in spans]
    small = [cel for cel in cellen if 0 < bekend.count(cel) < MINSTE]
    mensen = [select(span, soort={soort}) for span in spans for soort in SOORTEN]
    return small + [cel for cel in mensen if bekend.count(cel) < MINSTE]


atomen = st.sampled_from([a for a in ATOMEN if a[2] in {"wijkteam", "politie", "huisarts"}])
weinig = st.dictionaries(atomen, st.integers(1, 6), max_size=40)
veel = st.fixed_dictionaries(
    {a: st.integers(0, 9) for a in ATOMEN if a[2] == "wijkteam" and a[3] in {"", "a", "c"}}
)


@settings(max_examples=40, deadline=None)
@given(weinig, st.one_of(st.just({}), veel))
def test_nothing_hidden_follows_from_all_that_was_ever_shown(
    weinig: dict[Atoom, int], veel: dict[Atoom, int]
) -> None:
    waarden = dict(Counter(weinig) + Counter(veel))
    bekend, telling = Bekend(waarden=waarden), make_telling(waarden)
    perioden: list[set[date]] = []
    for tot in [*WEKEN[1:], WEKEN[-1] + WEEK]:  # somebody looks each week, and keeps it all
        kader = make_kader(
            {sleutel: n for sleutel, n in telling.items() if sleutel[0] < tot}, KADER, tot, SLUGS
        )
        learn_weken(bekend, kader.later)
        perioden += [learn_periode(bekend, periode) for periode in kader.perioden]
    small = find_small(bekend, perioden)
    assert [(sorted(c)[:2], bekend.count(c)) for c in bekend.find_derivable(small)] == []


def test_a_sum_of_figures_is_the_sum_of_what_each_shows() -> None:
    een = Overzicht(
        weken=(Weektotaal(week=WEKEN[0], aantal=20),),
        organisaties=divide({"school": 12, "politie": 8}, SOORTEN, over_mensen=True),
    )
    twee = Overzicht(
        weken=(Weektotaal(week=WEKEN[0], aantal=None),),
        organisaties=divide({"school": 2, "politie": 2}, SOORTEN, over_mensen=True),
    )
    samen = add_overzichten([een, twee])
    assert samen.totaal == een.totaal == 20
    assert samen.organisaties == een.organisaties


def test_answers_are_not_told_apart_where_their_number_would_tell_another() -> None:
    [een, *_] = WEKEN
    telling = Counter(
        {
            (een, "besluit", "geen_antwoord"): 12,
            (een, "besluit", "antwoord"): 6,
            (een, "besluit", "verduidelijk"): 3,  # 21 - 12 - 6
            (een, "kaart", "a"): 6,
        }
    )
    [periode] = make_kader(telling, KADER, WEKEN[-1] + WEEK, SLUGS).perioden
    assert [deel.sleutel for deel in periode.besluiten.delen] == ["geen_antwoord"]
    assert periode.leefgebieden == Verdeling()
    assert periode.kaarten == ()
