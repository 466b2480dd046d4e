"""What holds for every moment, whatever is typed and whenever."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tabel import RIJEN

from handlers.render import Renderer
from scheduler.clock import AMSTERDAM
from scheduler.moment.herhaling import iterate_momenten
from scheduler.moment.klok import make_moment, move_out_of_gap
from scheduler.moment.wanneer import read_wanneer
from scheduler.moment.woorden import read_vormen
from sociale_kaart.errors import TijdzoneOntbreekt

RENDERER = Renderer()
GENOEG = settings(max_examples=150, deadline=None)

nus = st.datetimes(datetime(2026, 1, 1), datetime(2032, 12, 31)).map(  # noqa: DTZ001
    lambda dt: move_out_of_gap(dt.replace(microsecond=0, tzinfo=AMSTERDAM))
)
teksten = st.sampled_from([rij.tekst for rij in RIJEN])
woorden = st.lists(
    st.one_of(
        st.sampled_from(sorted(read_vormen())),
        st.integers(0, 40).map(str),
        st.sampled_from("om op over van de in elke 10u 15.30 24-12 half bellen , . of en".split()),
    ),
    max_size=8,
).map(" ".join)


def exists(moment: datetime) -> bool:
    back = moment.astimezone(UTC).astimezone(AMSTERDAM)
    return back.replace(tzinfo=None) == moment.replace(tzinfo=None)


@GENOEG
@given(nus, st.one_of(teksten, woorden))
def test_a_moment_is_ahead_exists_and_has_a_zone(nu: datetime, tekst: str) -> None:
    moment = read_wanneer(tekst, nu).moment
    if moment is not None:
        assert moment.tzinfo is AMSTERDAM
        assert moment.astimezone(UTC) > nu.astimezone(UTC)
        assert exists(moment)


@GENOEG
@given(nus, st.text(max_size=60))
def test_no_text_is_too_strange(nu: datetime, tekst: str) -> None:
    gelezen = read_wanneer(tekst, nu)
    assert gelezen.moment is None or gelezen.moment.astimezone(UTC) > nu.astimezone(UTC)


@GENOEG
@given(nus, st.integers(1, 900 * 24 * 60))
def test_a_moment_in_full_words_is_read_back(nu: datetime, minuten: int) -> None:
    wanted = (
        (nu.astimezone(UTC) + timedelta(minutes=minuten))
        .astimezone(AMSTERDAM)
        .replace(second=0, fold=0)
    )
    if wanted.astimezone(UTC) > nu.astimezone(UTC):
        assert read_wanneer(RENDERER.label("moment_voluit", moment=wanted), nu).moment == wanted


@GENOEG
@given(nus, teksten, st.sampled_from(["bellen met de gemeentewinkel", "mail over ZWD-26-014"]))
def test_a_message_behind_a_moment_changes_nothing(nu: datetime, tekst: str, bericht: str) -> None:
    alleen = read_wanneer(tekst, nu)
    bare = re.fullmatch(r"morgen (?:\d+|om een)", tekst)  # but "morgen 9 brieven"
    if alleen.moment is not None and not alleen.rest and not bare:
        samen = read_wanneer(f"{tekst} {bericht}", nu)
        assert (samen.moment, samen.rest) == (alleen.moment, bericht)


@GENOEG
@given(nus, st.sampled_from([rij.tekst for rij in RIJEN if rij.herhaling != "-"]))
def test_what_returns_begins_with_the_moment_and_goes_on_without_end(
    nu: datetime, tekst: str
) -> None:
    gelezen = read_wanneer(tekst, nu)
    if gelezen.moment is None or gelezen.herhaling is None:
        return
    reeks = iterate_momenten(gelezen.moment, gelezen.herhaling)
    momenten = [next(reeks) for _ in range(4)]
    verlopen = [moment.astimezone(UTC) for moment in momenten]
    assert verlopen == sorted(set(verlopen))
    assert all(map(exists, momenten))
    assert gelezen.moment.astimezone(UTC) <= verlopen[0]


@pytest.mark.parametrize(
    ("dag", "uur", "moment"),
    [
        ("2026-03-29", 2.5, "2026-03-29T03:00:00+02:00"),  # Sunday: 02:30 does not exist
        ("2026-03-29", 2, "2026-03-29T03:00:00+02:00"),
        ("2026-03-29", 3, "2026-03-29T03:00:00+02:00"),
        ("2026-10-25", 2.5, "2026-10-25T02:30:00+02:00"),  # Sunday: 02:30 comes twice
        ("2026-10-25", 3, "2026-10-25T03:00:00+01:00"),
    ],
)
def test_the_clock_may_skip_or_repeat_an_hour(dag: str, uur: float, moment: str) -> None:
    made = make_moment(datetime.fromisoformat(dag).date(), timedelta(hours=uur))
    assert made.isoformat() == moment


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(TijdzoneOntbreekt):
        read_wanneer("morgen", datetime(2026, 11, 24, 10, 15))  # noqa: DTZ001
