"""What the tests of files share: people who send them, in Telegram and in a browser."""

import sys
from datetime import datetime
from pathlib import Path

import pytest

TESTS = Path(__file__).parent.parent
sys.path += [str(TESTS / folder) for folder in ("mensen", "kanaal")]

from kantoor import Kantoor  # noqa: E402

from bot.settings import Settings  # noqa: E402
from bot.wiring import compose  # noqa: E402
from scheduler.clock import AMSTERDAM, FixedClock  # noqa: E402

NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday
