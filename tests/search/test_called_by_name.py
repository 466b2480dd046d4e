"""Whoever calls an entry by its name gets it: alone, and within a sentence."""

from collections.abc import Iterator

import pytest

from knowledge.decision import Besluit
from knowledge.kennis import Kennis
from sociale_kaart.voorziening import Voorziening

LEAST_SHARE = 0.95
SENTENCES = ("{}", "hoe meld ik iemand aan bij {}", "Wat is {}?")


def find_calls(kennis: Kennis) -> Iterator[tuple[Voorziening, str]]:
    """Return every entry with each of its names, those of the nearest municipality."""
    for voorziening in kennis.voorzieningen.values():
        for naam in (voorziening.naam, *voorziening.aliassen):
            yield voorziening, naam


def find_gemeente(kennis: Kennis, gebied: str) -> str:
    """Return a municipality for which an area counts."""
    gemeenten = (gemeente.slug for gemeente in kennis.werkgebieden.find_gemeenten())
    return next(slug for slug in gemeenten if gebied in kennis.werkgebieden.find_lineage(slug))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_entry_called_by_its_name_is_not_refused(kennis: Kennis, sentence: str) -> None:
    refused = []
    for voorziening, naam in (calls := list(find_calls(kennis))):
        gemeente = find_gemeente(kennis, voorziening.werkgebied)
        raadpleging = kennis.vraagbaak.consult(sentence.format(naam), gemeente)
        if raadpleging.besluit is Besluit.GEEN_ANTWOORD:
            refused.append(naam)
    assert 1 - len(refused) / len(calls) >= LEAST_SHARE, refused


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_entry_called_by_its_name_is_among_the_first_three(
    kennis: Kennis, sentence: str
) -> None:
    missed = []
    for voorziening, naam in (calls := list(find_calls(kennis))):
        gemeente = find_gemeente(kennis, voorziening.werkgebied)
        treffers = kennis.vraagbaak.consult(sentence.format(naam), gemeente).treffers[:3]
        if voorziening.slug not in {treffer.slug for treffer in treffers}:
            missed.append((naam, voorziening.slug))
    assert 1 - len(missed) / len(calls) >= LEAST_SHARE, missed
