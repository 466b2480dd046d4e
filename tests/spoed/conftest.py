"""The urgency check with the shipped rules, read once."""

import pytest

from knowledge.spoed import SpoedHerkenner


@pytest.fixture(scope="session")
def herkenner() -> SpoedHerkenner:
    return SpoedHerkenner()
