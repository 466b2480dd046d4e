"""What was worked out is kept within bounds, and garbage is looked for again afterwards."""

import gc

import pytest
from kaart_klein import LEEG, find_slugs, maak, zoek

from knowledge.search import memory
from knowledge.search.memory import Memory, pause_collection


def test_a_memory_never_grows_beyond_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST_KEPT", 3)
    kept: Memory[str, int] = Memory()
    for number in range(10):
        assert kept.keep(f"woord{number}", number) == number
        assert len(kept) <= 3


def test_the_same_question_gets_the_same_answer_however_many_came_between(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(memory, "MOST_KEPT", 2)
    searcher = zoek([maak("fiets", "Fietsenmaker"), maak("bad", "Badhuis")], lijst=LEEG)
    first = searcher.find("fietsenmakers en badhuizen")
    for number in range(10):
        find_slugs(searcher, f"woord{number} fietsen{number}")
    assert searcher.find("fietsenmakers en badhuizen") == first


@pytest.mark.parametrize("enabled", [True, False])
def test_garbage_is_looked_for_as_before_a_pause(enabled: bool) -> None:
    (gc.enable if enabled else gc.disable)()
    try:
        with pytest.raises(ValueError, match="anders"), pause_collection():
            raise ValueError("" if gc.isenabled() else "anders")
        assert gc.isenabled() is enabled
    finally:
        gc.enable()
