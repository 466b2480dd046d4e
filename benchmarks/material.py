"""What the benchmarks work on: the shipped kaart and the shipped sets of questions."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks.methode import Document, Zoekvraag
from knowledge.decision import Banden
from knowledge.kennis import find_bekend
from knowledge.privacy import PrivacyGuard
from knowledge.search.outside import read_themas
from knowledge.search.place import PlaceFinder
from knowledge.search.searcher import Searcher
from knowledge.search.segment import AGAINST, find_stukken
from knowledge.spoed import SpoedHerkenner
from knowledge.vraagbaak import Vraagbaak
from knowledge.vragenset import SHIPPED as VRAGENSETS
from knowledge.vragenset import Toetsvraag, read_vragenset
from knowledge.woordenlijst import read_woordenlijst
from sociale_kaart.folder import SHIPPED, read_valid_folder
from sociale_kaart.kaart import Kaart
from sociale_kaart.voorziening import Voorziening
from sociale_kaart.werkgebied import Werkgebieden

WORKING = "werk"  # first part of the name of a set that may be looked at while tuning
HELD_BACK = "proef"  # of a set that was only for the figures until the scope was learned
FINAL = "eind"  # of a set that is only counted: nobody who tunes has read it


def read_shipped() -> Kaart:
    """Return the shipped kaart."""
    return read_valid_folder(SHIPPED)


def make_vraagbaak(
    kaart: Kaart | None = None, themas: Mapping[str, Sequence[str]] | None = None
) -> Vraagbaak:
    """Return a vraagbaak over a kaart and messages that are not for it; by default the shipped."""
    kaart = kaart or read_shipped()
    themas = read_themas() if themas is None else themas
    werkgebieden = Werkgebieden(kaart.werkgebieden)
    searcher = Searcher(kaart.voorzieningen, werkgebieden, read_woordenlijst(), themas)
    guard = PrivacyGuard(find_bekend(kaart.voorzieningen, werkgebieden))
    return Vraagbaak(searcher, guard, SpoedHerkenner(), Banden())


def find_working_sets(folder: Path = VRAGENSETS) -> list[Toetsvraag]:
    """Return the questions that may be looked at while tuning."""
    return _read_all(folder, WORKING)


def find_held_back_sets(folder: Path = VRAGENSETS) -> list[Toetsvraag]:
    """Return the questions that were only for the figures until the scope was learned."""
    return _read_all(folder, HELD_BACK)


def find_final_sets(folder: Path = VRAGENSETS) -> list[Toetsvraag]:
    """Return the questions that are only counted."""
    return _read_all(folder, FINAL)


def find_seen_sets(folder: Path = VRAGENSETS) -> list[Toetsvraag]:
    """Return the shipped questions that have been looked at by now."""
    return [*find_working_sets(folder), *find_held_back_sets(folder)]


def make_document(voorziening: Voorziening) -> Document:
    """Return the texts that an entry is found by: the same that the assistant itself searches.

    What an entry is not for stays out: a method without that notion would find it by it.
    """
    return Document(
        slug=voorziening.slug,
        gebied=voorziening.werkgebied,
        namen=(voorziening.naam, *voorziening.aliassen, *voorziening.afkortingen),
        teksten=tuple(s.tekst for s in find_stukken(voorziening) if s.soort != AGAINST),
    )


def make_zoekvragen(vragen: Iterable[Toetsvraag], kaart: Kaart) -> tuple[Zoekvraag, ...]:
    """Return the questions with the areas in which each method may look."""
    places = PlaceFinder(Werkgebieden(kaart.werkgebieden))
    return tuple(
        Zoekvraag(
            tekst=vraag.vraag,
            gemeente=vraag.gemeente,
            gebieden=places.find(vraag.vraag, vraag.gemeente).gebieden,
        )
        for vraag in vragen
    )


def find_rated(vragen: Iterable[Toetsvraag]) -> list[Toetsvraag]:
    """Return the questions that have a right entry, and those that rightly have none."""
    return [vraag for vraag in vragen if vraag.verwacht is not None or vraag.buiten]


def _read_all(folder: Path, part: str) -> list[Toetsvraag]:
    paths = sorted(folder.glob(f"{part}-*.jsonl"))
    return [vraag for path in paths for vraag in read_vragenset(path)]
