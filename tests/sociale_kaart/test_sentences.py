"""What a curator reads of a fault: one Dutch line, however odd the value was."""

import pytest
from spoil import BRIEFADRES, BRONNEN, find_fouten, replace

from handlers.render import Renderer


def read_zin(folder, *changes) -> str:
    """Return the sentence of the one fault that these changes make."""
    (fout,) = find_fouten(folder, *changes)
    return Renderer().render_plain("fouten", fout=fout).partition(": ")[2]


def test_a_reference_to_nowhere_is_said_as_the_design_says_it(folder):
    change = replace(BRIEFADRES, "  - zorgmarinier-zwijndrecht", "  - briefadres-rotterdam")

    (fout,) = find_fouten(folder, change)

    assert Renderer().render_plain("fouten", fout=fout) == (
        "zwijndrecht/briefadres-zwijndrecht.yaml, regel 14:"
        " zie_ook noemt briefadres-rotterdam, dat bestaat niet"
    )


def test_a_year_that_is_left_out_is_said_in_dutch(folder):
    change = replace(
        BRIEFADRES, "    plaats: tabel met effecten\n    jaar: 2021\n", "    plaats: x\n"
    )

    assert read_zin(folder, change) == (
        "het jaar van de bron ontbreekt, maar in bronnen.yaml staat 2021"
    )


def test_a_year_that_the_list_lacks_is_said_in_dutch(folder):
    change = replace(BRONNEN, "  uitgever: gemeente Zwijndrecht\n  jaar: 2021\n", "  uitgever: x\n")

    zinnen = [Renderer().render_plain("fouten", fout=fout) for fout in find_fouten(folder, change)]

    assert {zin.partition(": ")[2] for zin in zinnen} == {
        "het jaar van de bron is 2021, maar in bronnen.yaml staat geen jaar"
    }


@pytest.mark.parametrize(
    ("waarde", "begin"),
    [
        ("loket", "status is loket. "),
        ("", "status is leeg. "),
        ('"een\\ntwee"', "status is een twee. "),
        ('"rood \\e[31m"', "status is rood [31m. "),
        ("a" * 60, f"status is {'a' * 60}. "),
        ("a" * 61, f"status is {'a' * 60}…. "),
    ],
    ids=["a word", "nothing", "two lines", "a sign for the terminal", "just short", "too long"],
)
def test_the_choices_are_listed_in_dutch_after_what_was_written(folder, waarde, begin):
    zin = read_zin(folder, replace(BRIEFADRES, "status: actueel", f"status: {waarde}"))

    assert zin == f"{begin}Kies uit: actueel, pilot, beeindigd of onbekend"


@pytest.mark.parametrize(
    "change",
    [
        replace(BRIEFADRES, "slug: briefadres-zwijndrecht", 'slug: "een\\ntwee"'),
        replace(BRIEFADRES, "soort: voorziening", 'soort: voorziening\n"een\\ntwee": drie'),
        replace(BRIEFADRES, "aliassen: [postadres]", '"een\\ntwee": 1\n"een\\ntwee": 2'),
    ],
    ids=["a value", "a field that is unknown", "a field that stands twice"],
)
def test_what_has_two_lines_stays_on_one_line(folder, change):
    zinnen = [Renderer().render_plain("fouten", fout=fout) for fout in find_fouten(folder, change)]

    assert zinnen
    assert [zin for zin in zinnen if len(zin.splitlines()) > 1] == []
    assert all("een twee" in zin for zin in zinnen[:1])
