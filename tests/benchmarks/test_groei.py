"""One point of the growth is measured on a made kaart."""

from benchmarks.groeiproces import choose_vragen, measure_punt
from benchmarks.kaartmaker import Spreiding


def test_a_point_holds_what_was_asked():
    punt = measure_punt("fts_woorden", Spreiding.VERSPREID, 75, vragen=5)
    assert (punt.methode, punt.aantal) == ("fts_woorden", 75)
    assert punt.publicatie_ms is not None
    assert 0 <= punt.eerste <= 1


def test_questions_are_chosen_evenly_and_have_an_answer():
    vragen = choose_vragen(50)
    assert len({vraag.id for vraag in vragen}) == 50
    assert all(vraag.verwacht for vraag in vragen)
    assert len({vraag.gemeente for vraag in vragen}) == 3
