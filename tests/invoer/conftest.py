"""Lets the tests of files find what others share: people, the running process, the command."""

import sys
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path += [str(TESTS / folder) for folder in ("mensen", "kanaal", "bot")]
