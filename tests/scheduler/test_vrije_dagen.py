"""The public holidays, read from the module of one country alone."""

import subprocess
import sys

from scheduler.moment.werkdagen import find_vrije_dagen

ALLES = """
from holidays.countries.netherlands import Netherlands
from scheduler.moment.werkdagen import _is_vrij, find_vrije_dagen
for jaar in range(1990, 2101):
    every = Netherlands(years=jaar, language="en_US").items()
    assert find_vrije_dagen(jaar) == {dag for dag, naam in every if _is_vrij(jaar, naam)}, jaar
    assert 9 <= len(find_vrije_dagen(jaar)) <= 11, jaar
"""
ALLEEN = """
import sys
from scheduler.moment.werkdagen import find_vrije_dagen
find_vrije_dagen(2026)
print(sum(name.startswith("holidays.countries") for name in sys.modules))
"""


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_they_are_those_of_the_package() -> None:
    run(ALLES)


def test_no_other_country_is_read() -> None:
    assert run(ALLEEN).strip() == "0"


def test_a_year_has_them_once() -> None:
    assert find_vrije_dagen(2026) is find_vrije_dagen(2026)
