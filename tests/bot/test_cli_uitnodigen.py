"""`wegwijzer uitnodigen`: a municipality for everyone, the whole country for its aanvoerder."""

from pathlib import Path

import pytest
from opdracht import run


def invite(data: Path, rol: str, gemeente: str):
    return run(
        data, "uitnodigen", "--rol", rol, "--organisatie", "VWS", "--soort", "gemeente",
        "--gemeente", gemeente,
    )  # fmt: skip


@pytest.mark.parametrize("gemeente", ["landelijk", "Landelijk", "Zwijndrecht"])
def test_an_aanvoerder_is_invited_for_a_municipality_or_the_country(
    data: Path, gemeente: str
) -> None:
    done = invite(data, "aanvoerder", gemeente)
    assert (done.code, done.fout) == (0, "")
    assert gemeente.capitalize() in done.uit


@pytest.mark.parametrize(
    ("rol", "gemeente"),
    [("professional", "landelijk"), ("beheerder", "landelijk"), ("aanvoerder", "drechtsteden")],
)
def test_nobody_else_is_placed_in_an_area_that_is_no_municipality(
    data: Path, rol: str, gemeente: str
) -> None:
    done = invite(data, rol, gemeente)
    assert done.code != 0
    assert gemeente in done.fout
