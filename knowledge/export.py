"""From the database to files of YAML, so that a round trip loses nothing."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from sociale_kaart.errors import MapNietLeeg, MapOnschrijfbaar, WegwijzerError
from sociale_kaart.folder import ROUTEKAARTEN
from sociale_kaart.kaart import Kaart
from sociale_kaart.schema import dump
from sociale_kaart.voorziening import Voorziening

Progress = Callable[[Iterable[Voorziening]], Iterable[Voorziening]]


def list_bestanden(kaart: Kaart, progress: Progress = iter) -> Iterator[tuple[str, str]]:
    """Yield the files of a kaart: the name of each within its folder, and its text."""
    yield "werkgebieden.yaml", _format(_dump_all(kaart.werkgebieden))
    yield "bronnen.yaml", _format(_dump_all(kaart.brondocumenten))
    for routekaart in kaart.routekaarten:
        yield f"{ROUTEKAARTEN}/{routekaart.slug}.yaml", _format(dump(routekaart))
    for voorziening in progress(kaart.voorzieningen):
        yield f"{voorziening.werkgebied}/{voorziening.slug}.yaml", _format(dump(voorziening))


def write_folder(kaart: Kaart, folder: Path, progress: Progress = iter) -> int:
    """Write a kaart as YAML files and return how many entries were written.

    Raises:
        MapNietLeeg: the folder holds something, that could get mixed with this kaart.
        MapOnschrijfbaar: a file cannot be written.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise MapNietLeeg(str(folder))
        for naam, text in list_bestanden(kaart, progress):
            path = folder / naam
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    except WegwijzerError:
        raise
    except OSError as error:
        raise MapOnschrijfbaar(str(folder)) from error
    return len(kaart.voorzieningen)


def _dump_all(values: Iterable[object]) -> list[dict[str, Any]]:
    return [dump(value) for value in values]


def _format(data: object) -> str:
    text: str = yaml.dump(
        data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100
    )
    return text
