"""What the tests of files share: people who send them, on a clock that is set."""

import sys
from datetime import datetime
from pathlib import Path

from scheduler.clock import AMSTERDAM

TESTS = Path(__file__).parent.parent
sys.path += [str(TESTS / folder) for folder in ("mensen", "kanaal", "bot")]

NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday
