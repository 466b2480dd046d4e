import re
from pathlib import Path

import pytest

from knowledge.privacy.lijst import DATA, fold, read_gevouwen, read_lijst, read_signaal
from knowledge.privacy.taal import is_woord

LIJSTEN = sorted(pad.name for pad in DATA.glob("*.txt"))
CODE = Path(DATA).parent


@pytest.mark.parametrize("naam", LIJSTEN)
def test_a_list_has_no_double_and_no_loose_spaces(naam):
    regels = read_lijst(naam)

    assert regels
    assert len(set(regels)) == len(regels)
    assert [regel for regel in regels if regel != regel.strip()] == []


@pytest.mark.parametrize("naam", LIJSTEN)
def test_a_list_opens_with_what_it_is(naam):
    assert (DATA / naam).read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("naam", LIJSTEN)
def test_a_list_folded_as_a_whole_is_the_same_as_word_by_word(naam):
    assert read_gevouwen(naam) == frozenset(map(fold, read_lijst(naam)))


def test_each_heading_that_the_rules_ask_for_is_there_and_none_is_left_over():
    koppen = {regel.partition(": ")[0] for regel in read_lijst("signalen.txt")}
    code = "".join(pad.read_text(encoding="utf-8") for pad in CODE.glob("*.py"))

    assert all(read_signaal(kop) for kop in koppen)
    assert {kop for kop in koppen if f'"{kop}"' not in code and f"'{kop}'" not in code} == set()
    assert set(re.findall(r'(?:read_signaal|alternatives)\("(\w+)"\)', code)) <= koppen


@pytest.mark.parametrize(
    "woord", ["hulp", "hulpverlening", "huishoudens", "jeugdhulpverlener", "ggz-instelling"]
)
def test_an_ordinary_word_is_known_also_compound_and_inflected(woord):
    assert is_woord(woord)


@pytest.mark.parametrize("naam", ["xhulio", "ghebremariam", "yilmaz", "oksana"])
def test_a_name_is_no_ordinary_word(naam):
    assert not is_woord(naam)
