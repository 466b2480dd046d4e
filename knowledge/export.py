"""From the database to a folder of YAML, so that a round trip loses nothing."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from sociale_kaart.errors import MapNietLeeg, MapOnschrijfbaar, WegwijzerError
from sociale_kaart.folder import ROUTEKAARTEN
from sociale_kaart.kaart import Kaart
from sociale_kaart.schema import dump


def write_folder(kaart: Kaart, folder: Path) -> int:
    """Write a kaart as YAML files and return how many entries were written.

    Raises:
        MapNietLeeg: the folder holds something, that could get mixed with this kaart.
        MapOnschrijfbaar: a file cannot be written.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise MapNietLeeg(str(folder))
        _write_all(kaart, folder)
    except WegwijzerError:
        raise
    except OSError as error:
        raise MapOnschrijfbaar(str(folder)) from error
    return len(kaart.voorzieningen)


def _write_all(kaart: Kaart, folder: Path) -> None:
    _write(folder / "werkgebieden.yaml", _dump_all(kaart.werkgebieden))
    _write(folder / "bronnen.yaml", _dump_all(kaart.brondocumenten))
    for routekaart in kaart.routekaarten:
        _write(folder / ROUTEKAARTEN / f"{routekaart.slug}.yaml", dump(routekaart))
    for voorziening in kaart.voorzieningen:
        path = folder / voorziening.werkgebied / f"{voorziening.slug}.yaml"
        _write(path, dump(voorziening))


def _dump_all(values: Iterable[object]) -> list[dict[str, Any]]:
    return [dump(value) for value in values]


def _write(path: Path, data: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100)
    path.write_text(text, encoding="utf-8")
