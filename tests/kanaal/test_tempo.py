"""How fast may be sent: in all, to one person, to one group, and after a refusal."""

import pytest

from scheduler.tempo import Grenzen, Tempo


class Tik:
    """A clock in seconds that the test sets."""

    def __init__(self) -> None:
        self.nu = 1000.0

    def __call__(self) -> float:
        return self.nu


@pytest.fixture
def tik() -> Tik:
    return Tik()


def send_all(tempo: Tempo, tik: Tik, gesprekken: list[str]) -> float:
    """Send in turn as fast as may be, and return how many seconds that took."""
    begin = tik.nu
    for gesprek in gesprekken:
        tik.nu += tempo.find_wait(gesprek)
        assert tempo.find_wait(gesprek) <= 1e-6
        tempo.note_sent(gesprek)
    return tik.nu - begin


@pytest.mark.parametrize(
    ("aantal", "seconden"),
    [(1, 0), (3, 0), (4, 1), (10, 7), (60, 57)],  # three at once, then one a second
)
def test_one_person_gets_three_at_once_and_then_one_a_second(
    tik: Tik, aantal: int, seconden: float
) -> None:
    tempo = Tempo(Grenzen(), tik)
    assert send_all(tempo, tik, ["1"] * aantal) == pytest.approx(seconden, abs=0.01)


def test_many_people_get_28_a_second_in_all(tik: Tik) -> None:
    took = send_all(Tempo(Grenzen(), tik), tik, [str(n) for n in range(281)])
    assert took == pytest.approx(10, abs=0.01)


def test_a_group_gets_18_a_minute(tik: Tik) -> None:
    tempo = Tempo(Grenzen(is_groep=lambda gesprek: gesprek.startswith("-")), tik)
    assert send_all(tempo, tik, ["-1"] * 18) < 20
    assert tempo.find_wait("-1") > 40
    assert tempo.find_wait("-2") == 0
    assert tempo.find_wait("1") == 0


def test_a_person_is_no_group(tik: Tik) -> None:
    tempo = Tempo(Grenzen(is_groep=lambda gesprek: gesprek.startswith("-")), tik)
    assert send_all(tempo, tik, ["1"] * 30) == pytest.approx(27, abs=0.01)


def test_asked_to_rest_everyone_waits(tik: Tik) -> None:
    tempo = Tempo(Grenzen(), tik)
    tempo.rest(5)
    assert tempo.find_wait("1") == pytest.approx(5)
    tik.nu += 5
    assert tempo.find_wait("1") == 0


def test_without_limits_nobody_waits(tik: Tik) -> None:
    assert send_all(Tempo(Grenzen(per_seconde=0), tik), tik, ["1"] * 100) == 0
