"""What the benchmarks work on: the shipped kaart and the shipped sets of questions."""

from pathlib import Path

from knowledge.decision import Banden
from knowledge.kennis import find_bekend
from knowledge.privacy import PrivacyGuard
from knowledge.search.outside import read_themas
from knowledge.search.searcher import Searcher
from knowledge.spoed import SpoedHerkenner
from knowledge.vraagbaak import Vraagbaak
from knowledge.vragenset import SHIPPED as VRAGENSETS
from knowledge.vragenset import Toetsvraag, read_vragenset
from knowledge.woordenlijst import read_woordenlijst
from sociale_kaart.folder import SHIPPED, read_valid_folder
from sociale_kaart.kaart import Kaart
from sociale_kaart.werkgebied import Werkgebieden

WORKING = "werk"  # first part of the name of a set that may be looked at while tuning
HELD_BACK = "proef"  # of a set that is only for the final figure


def read_shipped() -> Kaart:
    """Return the shipped kaart."""
    return read_valid_folder(SHIPPED)


def make_vraagbaak(kaart: Kaart | None = None) -> Vraagbaak:
    """Return a vraagbaak over a kaart; the shipped one by default."""
    kaart = kaart or read_shipped()
    werkgebieden = Werkgebieden(kaart.werkgebieden)
    searcher = Searcher(kaart.voorzieningen, werkgebieden, read_woordenlijst(), read_themas())
    guard = PrivacyGuard(find_bekend(kaart.voorzieningen, werkgebieden))
    return Vraagbaak(searcher, guard, SpoedHerkenner(), Banden())


def find_working_sets(folder: Path = VRAGENSETS) -> list[Toetsvraag]:
    """Return the questions that may be looked at while tuning."""
    return _read_all(folder, WORKING)


def find_held_back_sets(folder: Path = VRAGENSETS) -> list[Toetsvraag]:
    """Return the questions that are only for the final figure."""
    return _read_all(folder, HELD_BACK)


def _read_all(folder: Path, part: str) -> list[Toetsvraag]:
    paths = sorted(folder.glob(f"{part}-*.jsonl"))
    return [vraag for path in paths for vraag in read_vragenset(path)]
