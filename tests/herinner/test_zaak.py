"""The code of a case: handed out in order, and recognised however it is typed."""

import pytest
from bureau import Bureau, at
from kantoor import read

from handlers.herinnering.zaakcode import find_zaak
from sociale_kaart.deelnemer import Rol

LETTERS = {"ZWD", "DDR", "ZTM"}


@pytest.mark.parametrize(
    ("gemeente", "letters"), [("zwijndrecht", "ZWD"), ("dordrecht", "DDR"), ("zoetermeer", "ZTM")]
)
def test_codes_are_handed_out_in_order_and_anew_each_year(
    bureau: Bureau, gemeente: str, letters: str
) -> None:
    wie, ander = bureau.add(Rol.PROFESSIONAL, gemeente), bureau.add(Rol.AMBASSADEUR, gemeente)
    codes = [read(bureau.say(van, "/zaak")).splitlines()[0] for van in (wie, ander, wie)]
    assert codes == [f"<b>{letters}-26-00{n}</b>" for n in (1, 2, 3)]
    bureau.set_clock(at(1, 9).replace(year=2027, month=1))
    assert f"{letters}-27-001" in read(bureau.say(wie, "/zaak"))
    assert bureau.count("zaak") == 4


@pytest.mark.parametrize("gemeente", [None, "landelijk", "rotterdam"])
def test_without_letters_that_is_said(bureau: Bureau, gemeente: str | None) -> None:
    said = read(bureau.say(bureau.add(Rol.AANVOERDER, gemeente), "/zaak"))
    assert "geen zaakcode maken" in said
    assert bureau.count("zaak") == 0


@pytest.mark.parametrize(
    ("tekst", "over", "zaak"),
    [
        (
            "bellen met de gemeentewinkel over ZWD-26-014",
            "bellen met de gemeentewinkel",
            "ZWD-26-014",
        ),
        ("bellen over zwd-26-014", "bellen", "ZWD-26-014"),
        ("bellen over zwd 26 014.", "bellen", "ZWD-26-014"),
        ("bellen inzake zaak zwd26014", "bellen", "ZWD-26-014"),
        ("bellen (ZTM-26-1234)", "bellen", "ZTM-26-1234"),
        ("ZWD-26-021: nagaan of het gelukt is", "nagaan of het gelukt is", "ZWD-26-021"),
        ("met ddr 26 003 naar de huisarts", "met DDR-26-003 naar de huisarts", "DDR-26-003"),
        ("ZWD-26-014", "", "ZWD-26-014"),
        ("over ZWD-26-014", "", "ZWD-26-014"),
        ("mail xyz-26-014", "mail", "XYZ-26-014"),
        ("schuld van 25 000 euro", "schuld van 25 000 euro", None),
        ("kamer abc 12 345", "kamer abc 12 345", None),
        ("xzwd-26-014", "xzwd-26-014", None),
        ("zwd-26-0", "zwd-26-0", None),
        ("", "", None),
        ("👍 " * 100, "👍 " * 100, None),
    ],
)
def test_a_code_is_recognised_and_nothing_else_is(tekst: str, over: str, zaak: str | None) -> None:
    assert find_zaak(tekst, LETTERS) == (over, zaak)


def test_a_code_alone_is_enough_for_a_reminder(bureau: Bureau) -> None:
    wie = bureau.add(Rol.PROFESSIONAL)
    said = read(bureau.say(wie, "/herinner morgen ZWD-26-014"))
    assert "kijken hoe het staat, ZWD-26-014" in said
