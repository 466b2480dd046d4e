"""From answers to shares."""

import pytest

from benchmarks.meetproces import Uitkomst
from benchmarks.score import Geweigerd, Score, find_grens, find_percentile, rate
from knowledge.vragenset import Toetsvraag


def make_paar(verwacht: str | None, slugs: str, score: float, stijl: str = "kort"):
    vraag = Toetsvraag(
        id="1", vraag="", gemeente=None, stijl=stijl, verwacht=verwacht, buiten=verwacht is None
    )
    return vraag, Uitkomst(slugs=tuple(slugs.split()), score=score, ms=0.0)


def test_shares_are_counted_by_style_and_by_threshold():
    paren = [
        make_paar("a", "a b c", 0.9),
        make_paar("a", "b a c", 0.6, "chat"),
        make_paar("a", "b c d", 0.5, "chat"),
        make_paar("a", "a", 0.1, "chat"),
        make_paar(None, "a", 0.05),
        make_paar(None, "a", 0.3),
    ]
    assert rate(paren, 0.4) == Score(
        vragen=4,
        buiten=2,
        eerste=0.5,
        in_drie=0.75,
        stijlen={"chat": pytest.approx(1 / 3), "kort": 1.0},
        geweigerd=Geweigerd(grens=0.1, geweigerd=0.5, behouden=1.0),
        banden=Geweigerd(grens=0.4, geweigerd=1.0, behouden=0.75),
    )


@pytest.mark.parametrize(
    ("aantal", "lost"),
    [(1, 0), (33, 0), (34, 1), (100, 3), (552, 16)],
)
def test_the_threshold_keeps_97_percent_of_the_scores(aantal, lost):
    scores = [float(n) for n in range(aantal)]
    assert find_grens(scores) == lost


def test_a_question_without_an_answer_counts_as_refused():
    paren = [make_paar("a", "a", 1.0), make_paar(None, "", float("-inf"))]
    assert rate(paren).geweigerd.geweigerd == 1.0


@pytest.mark.parametrize(("share", "value"), [(0.5, 5), (0.95, 10), (0.01, 1)])
def test_a_percentile_is_one_of_the_values(share, value):
    assert find_percentile(list(range(10, 0, -1)), share) == value
