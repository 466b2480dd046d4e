"""Lets these tests find the people and the files that others share."""

import sys
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path += [str(TESTS / folder) for folder in ("mensen", "invoer")]
