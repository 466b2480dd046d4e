"""What the tests of the handlers share: a dialogue as a person sees it."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from gesprek import Gesprek

from bot.settings import Settings
from bot.wiring import Wegwijzer, compose, make_publicatie
from knowledge.load import load_kaart
from scheduler.clock import FixedClock
from sociale_kaart.folder import read_valid_folder

KAART = Path(__file__).parent / "kaart"
Begin = Callable[..., Gesprek]


@pytest.fixture(scope="session")
def twijfelaar(tmp_path_factory: pytest.TempPathFactory, wegwijzer: Wegwijzer) -> Wegwijzer:
    """The assistant over a small kaart of likenesses, that is never sure enough to answer."""
    settings = Settings(
        data=tmp_path_factory.mktemp("twijfelaar"),
        band_antwoord=1.0,
        band_verduidelijk=0.0001,
        _env_file=None,
    )
    made = compose(settings, FixedClock(wegwijzer.clock.get_nu()), fill=False)
    load_kaart(made.database, read_valid_folder(KAART), make_publicatie(made.clock, "proef"))
    return made


@pytest.fixture
def begin(wegwijzer: Wegwijzer, twijfelaar: Wegwijzer, request: pytest.FixtureRequest) -> Begin:
    """Begin a dialogue of someone in a municipality; every dialogue has its own key."""
    numbers = itertools.count()

    def start(gemeente: str | None = "zwijndrecht", *, twijfelt: bool = False) -> Gesprek:
        sleutel = f"{request.node.nodeid}-{next(numbers)}"
        return Gesprek(twijfelaar if twijfelt else wegwijzer, gemeente, sleutel)

    return start
