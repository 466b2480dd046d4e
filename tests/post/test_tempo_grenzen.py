"""The limits of a channel: in all, for one chat, and what it asks."""

import pytest

from scheduler.tempo import Grenzen, Tempo


class Tik:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.nu = 100.0

    def __call__(self) -> float:
        return self.nu


@pytest.fixture
def tik() -> Tik:
    return Tik()


def test_a_chat_takes_a_short_burst_and_then_one_a_second(tik: Tik) -> None:
    tempo = Tempo(Grenzen(per_seconde=100, per_gesprek=1, stoot=3), tik)
    waits = []
    for _ in range(5):
        waits.append(tempo.find_wait("a"))
        tempo.note_sent("a")
    assert waits == pytest.approx([0, 0, 0, 1, 2])
    assert tempo.find_wait("b") == 0
    tik.nu += 10
    assert tempo.find_wait("a") == 0


def test_all_chats_together_stay_under_the_limit(tik: Tik) -> None:
    tempo = Tempo(Grenzen(per_seconde=3), tik)
    for chat in "abc":
        assert tempo.find_wait(chat) == 0
        tempo.note_sent(chat)
        tik.nu += 0.1
    assert tempo.find_wait("d") == pytest.approx(0.7)
    tik.nu += 0.71
    assert tempo.find_wait("d") == 0


def test_everything_rests_when_the_channel_asks(tik: Tik) -> None:
    tempo = Tempo(Grenzen(), tik)
    tempo.rest(30)
    tempo.rest(5)
    assert tempo.find_wait("a") == 30
    tik.nu += 30
    assert tempo.find_wait("a") == 0


def test_no_limit_is_no_limit(tik: Tik) -> None:
    tempo = Tempo(Grenzen(per_seconde=0), tik)
    for _ in range(1000):
        assert tempo.find_wait("a") == 0
        tempo.note_sent("a")


def test_a_year_of_chats_is_not_remembered(tik: Tik) -> None:
    tempo = Tempo(Grenzen(), tik)
    for number in range(20_000):
        tempo.note_sent(str(number))
        tik.nu += 1
    assert len(tempo._chats) <= 10_000
    assert len(tempo._sent) <= 20_000
