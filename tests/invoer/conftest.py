"""An assistant of its own, with people who send files."""

import sys
from datetime import datetime
from pathlib import Path

import pytest

for folder in ("mensen", "kanaal"):
    sys.path.append(str(Path(__file__).parent.parent / folder))
