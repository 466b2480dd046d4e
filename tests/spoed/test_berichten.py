"""Messages as professionals write them: danger is recognised, what resembles it stays quiet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from knowledge.spoed import Gevaar, SpoedHerkenner

FOLDER = Path(__file__).parent
FIRST = {
    Gevaar.ZELFDODING: {"zelfmoordpreventie-113", "noodnummer-112"},
    Gevaar.GEWELD: {"veilig-thuis", "noodnummer-112", "zelfmoordpreventie-113"},
    Gevaar.KIND: {"veilig-thuis", "noodnummer-112", "zelfmoordpreventie-113"},
    Gevaar.VERWARD: {"noodnummer-112", "zelfmoordpreventie-113"},
    Gevaar.LEVENSGEVAAR: {"noodnummer-112", "zelfmoordpreventie-113"},
}


def read_berichten(bestand: str) -> Iterator[tuple[str, str]]:
    groepen = yaml.safe_load((FOLDER / bestand).read_text(encoding="utf-8"))
    for groep, berichten in groepen.items():
        for bericht in berichten:
            yield groep, bericht


GEVAAR = [
    *read_berichten("gevaar.yaml"),
    *read_berichten("gevaar_breed.yaml"),
    *read_berichten("gevaar_ruim.yaml"),
    *read_berichten("gevaar_vers.yaml"),
    *read_berichten("gevaar_vrij.yaml"),
]
STIL = [
    *read_berichten("stil.yaml"),
    *read_berichten("stil_breed.yaml"),
    *read_berichten("stil_vrij.yaml"),
]


@pytest.mark.parametrize(("soort", "bericht"), GEVAAR)
def test_danger_is_recognised(herkenner: SpoedHerkenner, soort: str, bericht: str) -> None:
    assert herkenner.check(bericht) is not None, soort


@pytest.mark.parametrize(("soort", "bericht"), GEVAAR)
def test_the_first_card_is_of_use(herkenner: SpoedHerkenner, soort: str, bericht: str) -> None:
    spoed = herkenner.check(bericht)
    assert spoed is not None
    assert spoed.slugs[0] in FIRST.get(Gevaar(soort), {"noodnummer-112"})


@pytest.mark.parametrize(("reden", "bericht"), STIL)
def test_what_resembles_danger_stays_quiet(
    herkenner: SpoedHerkenner, reden: str, bericht: str
) -> None:
    assert herkenner.check(bericht) is None, reden


def test_most_danger_gets_its_own_sort(herkenner: SpoedHerkenner) -> None:
    found = [(soort, herkenner.check(bericht)) for soort, bericht in GEVAAR]
    right = [soort for soort, spoed in found if spoed is not None and spoed.gevaar == soort]
    assert len(right) >= 0.85 * len(GEVAAR)


@pytest.mark.parametrize("drop", [".", ",", "?"])
def test_danger_needs_no_punctuation(herkenner: SpoedHerkenner, drop: str) -> None:
    berichten = [bericht.replace(drop, "") for _, bericht in GEVAAR]
    missed = [bericht for bericht in berichten if herkenner.check(bericht) is None]
    assert len(missed) <= 0.02 * len(berichten)


def test_capitals_change_nothing(herkenner: SpoedHerkenner) -> None:
    for _, bericht in GEVAAR:
        assert herkenner.check(bericht.upper()) is not None, bericht
