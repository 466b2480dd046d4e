"""Monday's overview: once a week, as each person's own week begins."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from agendakantoor import Agendakantoor, at
from kantoor import find_data

from knowledge.database import write_transaction
from knowledge.deelnemers import Adres, block, mark_bereikbaar
from scheduler.agenda.weekplan import find_weekmoment, name_week, write_aan
from scheduler.beschikbaar import Beschikbaarheid, Mens, write_beschikbaarheid
from scheduler.herinnering.herinnering import Soort
from scheduler.werktijd import Werktijd
from sociale_kaart.deelnemer import Rol

HEEL = Werktijd()
DI_DO = Werktijd(dagen=frozenset({1, 2, 3}))
MAANDAG = Werktijd(dagen=frozenset({0}))
WEEK = "Jouw week"


def make_mens(werktijd: Werktijd = HEEL, tot: date | None = None) -> Mens:
    beschikbaarheid = Beschikbaarheid(werktijd=werktijd, afwezig_tot=tot)
    return Mens(id="x", gemeente=None, bereikbaar=True, beschikbaarheid=beschikbaarheid)


@pytest.mark.parametrize(
    ("mens", "nu", "gehad", "moment"),
    [
        # Tuesday of week 48, which was had: Monday of week 49
        (make_mens(), at(24, 10), "2026-W48", at(30, 8, 30)),
        # Monday morning before the day begins
        (make_mens(), at(30, 7), "2026-W48", at(30, 8, 30)),
        # in the middle of a day of a week that was not had
        (make_mens(), at(30, 11), "2026-W48", at(30, 11)),
        # Saturday: next week, which is not had
        (make_mens(), at(28, 10), "2026-W48", at(30, 8, 30)),
        # who works from Tuesday to Thursday
        (make_mens(DI_DO), at(27, 10), "2026-W48", at(1, 8, 30, 12)),
        # second Easter day is a Monday: Tuesday
        (make_mens(), at(29, 9, 0, 3, 2027), "2027-W12", at(30, 8, 30, 3, 2027)),
        # ... and who works on Mondays alone has no overview that week
        (make_mens(MAANDAG), at(25, 9, 0, 3, 2027), "2027-W12", at(5, 8, 30, 4, 2027)),
        # week 53, and the first of the year after it
        (make_mens(), at(27, 10, 0, 12), "2026-W52", at(28, 8, 30, 12)),
        (make_mens(), at(28, 10, 0, 12), "2026-W53", at(4, 8, 30, 1, 2027)),
        # away until Tuesday: Wednesday; away for the whole week: the week after it
        (make_mens(tot=date(2026, 12, 1)), at(27, 10), "2026-W48", at(2, 8, 30, 12)),
        (make_mens(tot=date(2026, 12, 6)), at(27, 10), "2026-W48", at(7, 8, 30, 12)),
        # over the change of the clock, both ways
        (make_mens(), at(23, 10, 0, 10), "2026-W43", at(26, 8, 30, 10)),
        (make_mens(), at(26, 10, 0, 3, 2027), "2027-W12", at(30, 8, 30, 3, 2027)),
    ],
)
def test_the_first_working_moment_of_a_week(
    mens: Mens, nu: datetime, gehad: str, moment: datetime
) -> None:
    assert find_weekmoment(mens, nu, gehad) == moment


def test_the_names_of_weeks_sort_as_the_weeks_do() -> None:
    days = [at(1, 12, 0, 1, 2026) + timedelta(days=n) for n in range(800)]
    names = [name_week(day) for day in days]
    assert names == sorted(names)
    assert "2026-W53" in names


def begin(bureau: Agendakantoor, rol: Rol = Rol.AMBASSADEUR) -> int:
    """Let someone take part since last week."""
    van = bureau.add(rol)
    bureau.ring(at(24, 9))
    return van


def count(bureau: Agendakantoor, van: int) -> int:
    return sum(WEEK in tekst for tekst in bureau.hear_texts(van))


def set_werktijd(bureau: Agendakantoor, van: int, **velden: object) -> None:
    with write_transaction(bureau.database):
        write_beschikbaarheid(bureau.database, bureau.know(van), Beschikbaarheid(**velden))


def test_it_comes_as_the_day_begins_and_once(bureau: Agendakantoor) -> None:
    van = begin(bureau)
    bureau.set(van, at(2, 10, 0, 12))
    bureau.ring(at(30, 8, 29))
    assert count(bureau, van) == 0
    bureau.ring(at(30, 8, 30))
    assert count(bureau, van) == 1
    for uur in range(9, 18):
        bureau.ring(at(30, uur))
    assert count(bureau, van) == 0


def test_it_names_what_is_late_asked_and_of_this_week_and_counts_the_rest(
    bureau: Agendakantoor,
) -> None:
    van, ander = begin(bureau), begin(bureau)
    laat = bureau.set(van, at(25, 9), tekst="laat", volgend=at(1, 9, 0, 12))
    week = bureau.set(van, at(3, 9, 0, 12), tekst="deze week", soort=Soort.WAAKVLAM)
    bureau.set(van, at(9, 9, 0, 12), tekst="volgende week")
    gevraagd = bureau.set(ander, at(20, 9, 0, 12), tekst="neem over", aangeboden=bureau.know(van))
    bureau.ring(at(30, 8, 30))
    [bericht] = [b for b in bureau.hear(van) if WEEK in b.inhoud["tekst"]]
    tekst = bericht.inhoud["tekst"]
    assert tekst.index("Te laat") < tekst.index("Een collega vraagt") < tekst.index("deze week")
    assert "waakvlam" in tekst
    assert "volgende week" not in tekst
    assert "Na deze week staat er nog 1." in tekst
    data = find_data(bericht)
    assert data[:3] == [f"hr:{laat}", f"hr:{gevraagd}", f"hr:{week}"]
    assert "agenda:" in data


def test_a_long_week_is_one_message_that_fits(bureau: Agendakantoor) -> None:
    van = begin(bureau)
    for minuut in range(40):
        bureau.set(van, at(1, 9, minuut, 12), tekst="x" * 300)
    bureau.ring(at(30, 8, 30))
    [bericht] = bureau.hear(van)
    assert len(bericht.inhoud["tekst"]) < 1200
    assert "Deze week staan er nog 32 in je agenda." in bericht.inhoud["tekst"]


def test_who_has_nothing_open_gets_none_and_none_later_that_week(bureau: Agendakantoor) -> None:
    van = begin(bureau)
    bureau.ring(at(30, 8, 30))
    bureau.set(van, at(2, 10, 0, 12))
    bureau.ring(at(30, 12))
    assert count(bureau, van) == 0


def test_who_switched_it_off_gets_none(bureau: Agendakantoor) -> None:
    van = begin(bureau)
    bureau.set(van, at(2, 10, 0, 12))
    with write_transaction(bureau.database):
        write_aan(bureau.database, bureau.know(van), aan=False)
    bureau.ring(at(30, 8, 30))
    assert count(bureau, van) == 0
    with write_transaction(bureau.database):
        write_aan(bureau.database, bureau.know(van), aan=True)
    bureau.ring(at(30, 12))
    assert count(bureau, van) == 0  # not in the middle of the week that has begun
    bureau.ring(at(7, 8, 30, 12))
    assert count(bureau, van) == 1


def test_who_only_gave_something_away_gets_none(bureau: Agendakantoor) -> None:
    van, ander = begin(bureau), begin(bureau)
    bureau.set(van, at(2, 10, 0, 12), ontvanger=bureau.know(ander))
    bureau.ring(at(30, 8, 30))
    assert count(bureau, van) == 0
    assert count(bureau, ander) == 1


def test_who_cannot_be_reached_gets_none(bureau: Agendakantoor) -> None:
    van, weg = begin(bureau), begin(bureau)
    bureau.set(van, at(2, 10, 0, 12))
    bureau.set(weg, at(2, 10, 0, 12))
    mark_bereikbaar(bureau.database, Adres(kanaal="telegram", adres=str(weg)), bereikbaar=False)
    block(bureau.database, bureau.know(van), geblokkeerd=True)
    bureau.ring(at(30, 8, 30))
    assert count(bureau, van) == count(bureau, weg) == 0


def test_after_a_stop_it_comes_late_in_the_same_week_and_not_twice(bureau: Agendakantoor) -> None:
    van = begin(bureau)
    bureau.set(van, at(10, 10, 0, 12))
    bureau.ring(at(1, 11, 0, 12))  # nothing rang since last Tuesday
    assert count(bureau, van) == 1
    bureau.ring(at(4, 8, 30, 12))
    assert count(bureau, van) == 0
    bureau.ring(at(7, 8, 30, 12))
    assert count(bureau, van) == 1


def test_after_a_stop_that_ends_in_the_weekend_it_comes_once_on_monday(
    bureau: Agendakantoor,
) -> None:
    van = begin(bureau)
    bureau.set(van, at(20, 10, 0, 12))
    bureau.ring(at(5, 11, 0, 12))  # Saturday, after a week of silence
    assert count(bureau, van) == 0
    bureau.ring(at(7, 8, 30, 12))
    bureau.ring(at(7, 8, 31, 12))
    assert count(bureau, van) == 1


def test_other_days_and_absence_hold_at_once(bureau: Agendakantoor) -> None:
    van, weg = begin(bureau), begin(bureau)
    for wie in (van, weg):
        bureau.set(wie, at(10, 10, 0, 12))
    set_werktijd(bureau, van, werktijd=DI_DO)
    set_werktijd(bureau, weg, afwezig_tot=date(2026, 12, 2))
    bureau.ring(at(30, 8, 30))
    assert count(bureau, van) == count(bureau, weg) == 0
    bureau.ring(at(1, 8, 30, 12))
    assert (count(bureau, van), count(bureau, weg)) == (1, 0)
    bureau.ring(at(3, 8, 30, 12))
    assert (count(bureau, van), count(bureau, weg)) == (0, 1)


def test_changing_the_hours_after_it_came_brings_no_second(bureau: Agendakantoor) -> None:
    van = begin(bureau)
    bureau.set(van, at(10, 10, 0, 12))
    bureau.ring(at(30, 8, 30))
    assert count(bureau, van) == 1
    set_werktijd(bureau, van, werktijd=replace(HEEL, dagen=frozenset(range(1, 7))))
    bureau.ring(at(1, 8, 30, 12))
    assert count(bureau, van) == 0


def test_who_enters_in_the_week_has_the_first_one_next_week(bureau: Agendakantoor) -> None:
    bureau.ring(at(30, 8, 30))
    van = bureau.add(Rol.PROFESSIONAL)
    bureau.set(van, at(15, 10, 0, 12))
    bureau.ring(at(30, 9))
    bureau.ring(at(1, 8, 30, 12))
    assert count(bureau, van) == 0
    bureau.ring(at(7, 8, 30, 12))
    assert count(bureau, van) == 1


def test_one_whose_row_is_faulty_keeps_nobody_waiting(bureau: Agendakantoor) -> None:
    van, stuk = begin(bureau), begin(bureau)
    for wie in (van, stuk):
        bureau.set(wie, at(10, 10, 0, 12))
    bureau.database.execute(
        "UPDATE herinnering SET staat = 'onzin' WHERE ontvanger = ?", [bureau.know(stuk)]
    )
    bureau.database.conn.commit()
    bureau.ring(at(30, 8, 30))
    assert count(bureau, van) == 1
    assert bureau.gemeld == ["weekoverzicht_uitgesteld_ValueError"]


def test_over_a_year_everybody_gets_one_in_each_week_in_which_he_works(
    bureau: Agendakantoor,
) -> None:
    mensen = {begin(bureau): werktijd for werktijd in (HEEL, DI_DO, MAANDAG)}
    for van, werktijd in mensen.items():
        set_werktijd(bureau, van, werktijd=werktijd)
        bureau.set(van, at(1, 9, 0, 12, 2029))
    got: dict[int, list[str]] = {van: [] for van in mensen}
    dag = at(24, 12)
    while dag < at(6, 12, 0, 12, 2027):
        bureau.ring(dag)
        for van, weeks in got.items():
            weeks += [name_week(dag) for b in bureau.hear(van) if WEEK in b.inhoud["tekst"]]
        dag += timedelta(days=1)
    for van, weeks in got.items():
        assert len(set(weeks)) == len(weeks), mensen[van]
    every = {name_week(at(30, 12) + timedelta(weeks=n)) for n in range(53)}
    no_monday = {"2027-W13", "2027-W20"}  # second Easter day and second day of Pentecost
    found = {werktijd: set(got[van]) for van, werktijd in mensen.items()}
    assert found[HEEL] == found[DI_DO] == every
    assert every - found[MAANDAG] == no_monday
