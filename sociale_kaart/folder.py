"""A kaart as a folder of YAML files, read and checked.

werkgebieden.yaml  bronnen.yaml      (optional: those of the shipped kaart stand in)
routekaarten/<slug>.yaml
<werkgebied>/<slug>.yaml
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from sociale_kaart.bron import Brondocument
from sociale_kaart.errors import KaartOngeldig, KaartOnleesbaar
from sociale_kaart.field_rules import check_routekaart, check_voorziening
from sociale_kaart.fout import Fout, Foutcode
from sociale_kaart.kaart import Kaart, join_kaart
from sociale_kaart.routekaart import Routekaart
from sociale_kaart.schema import Gebrek, parse
from sociale_kaart.validation import KaartChecker, check_brondocumenten, check_werkgebieden
from sociale_kaart.voorziening import Voorziening
from sociale_kaart.werkgebied import Werkgebied
from sociale_kaart.yaml_file import find_line, read_yaml

SHIPPED = Path(__file__).parent / "data"
ROUTEKAARTEN = "routekaarten"
T = TypeVar("T")
Progress = Callable[[Iterable[Path]], Iterable[Path]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezen(Generic[T]):
    """A value with the file it was read from."""

    waarde: T
    path: Path


def read_folder(
    folder: Path, progress: Progress = iter, naast: Kaart | None = None
) -> tuple[Kaart, tuple[Fout, ...]]:
    """Return the kaart in a folder and every fault in it.

    Files with a fault of their own are left out of the kaart. With a kaart beside it (`naast`) its
    lists stand in for those that the folder lacks, and what is in the folder may refer to it.

    Raises:
        KaartOnleesbaar: the folder does not exist or holds no entry.
    """
    return _Reader(folder, naast).read(progress)


def read_valid_folder(folder: Path, progress: Progress = iter) -> Kaart:
    """Return the kaart in a folder.

    Raises:
        KaartOngeldig: with all faults.
        KaartOnleesbaar: the folder does not exist or holds no entry.
    """
    kaart, fouten = read_folder(folder, progress)
    if fouten:
        raise KaartOngeldig(fouten)
    return kaart


class _Reader:
    def __init__(self, folder: Path, naast: Kaart | None) -> None:
        self._folder = folder
        self._naast = naast
        self._fouten: list[Fout] = []

    def read(self, progress: Progress) -> tuple[Kaart, tuple[Fout, ...]]:
        paths = self._find_paths()
        naast = self._naast
        gebieden = self._read_list(
            Werkgebied, "werkgebieden.yaml", naast.werkgebieden if naast else None
        )
        documenten = self._read_list(
            Brondocument, "bronnen.yaml", naast.brondocumenten if naast else None
        )
        lists_hold = not self._fouten
        gelezen = self._read_all(Voorziening, progress(paths))
        routekaarten = self._read_all(
            Routekaart, sorted((self._folder / ROUTEKAARTEN).glob("*.yaml"))
        )
        kaart = Kaart(
            werkgebieden=gebieden.waarde,
            brondocumenten=documenten.waarde,
            voorzieningen=tuple(found.waarde for found in gelezen),
            routekaarten=tuple(found.waarde for found in routekaarten),
            herkomst={found.waarde.slug: self._name(found.path) for found in gelezen},
        )
        self._check_alone(gelezen, routekaarten)
        if lists_hold:  # else one fault in a list would be said again at each entry
            self._add_all(gebieden.path, check_werkgebieden(gebieden.waarde))
            self._add_all(documenten.path, check_brondocumenten(documenten.waarde))
            checker = KaartChecker(join_kaart(naast, kaart) if naast else kaart)
            self._check_together(checker, gebieden.path, (*gelezen, *routekaarten))
        return kaart, tuple(sorted(self._fouten, key=lambda f: (f.bestand, f.regel or 0)))

    def _find_paths(self) -> list[Path]:
        if not self._folder.is_dir():
            raise KaartOnleesbaar(str(self._folder))
        paths = sorted(
            path
            for path in self._folder.glob("*/*.yaml")
            if path.parent.name != ROUTEKAARTEN and path.is_file()
        )
        if not paths:
            raise KaartOnleesbaar(str(self._folder))
        return paths

    def _read_list(
        self, kind: type[T], naam: str, anders: tuple[T, ...] | None
    ) -> Gelezen[tuple[T, ...]]:
        path = self._folder / naam
        if not path.exists():
            path = SHIPPED / naam
            if anders is not None:
                return Gelezen(waarde=anders, path=path)
        data, fout = read_yaml(path, naam)
        if fout is not None:
            self._fouten.append(fout)
        elif not isinstance(data, list):
            self._add_all(path, [(Foutcode.GEEN_LIJST, (), {})])
        values: list[T] = []
        for nummer, item in enumerate(data if isinstance(data, list) else []):
            value, gebreken = parse(kind, item)
            self._add_all(path, ((code, (nummer, *pad), extra) for code, pad, extra in gebreken))
            if value is not None:
                values.append(value)
        return Gelezen(waarde=tuple(values), path=path)

    def _read_all(self, kind: type[T], paths: Iterable[Path]) -> list[Gelezen[T]]:
        return [found for path in paths if (found := self._read_one(kind, path))]

    def _read_one(self, kind: type[T], path: Path) -> Gelezen[T] | None:
        data, fout = read_yaml(path, self._name(path))
        if fout is not None:
            self._fouten.append(fout)
            return None
        value, gebreken = parse(kind, data)
        self._add_all(path, gebreken)
        return None if value is None else Gelezen(waarde=value, path=path)

    def _check_alone(
        self, gelezen: list[Gelezen[Voorziening]], routekaarten: list[Gelezen[Routekaart]]
    ) -> None:
        for found in gelezen:
            self._add_all(found.path, check_voorziening(found.waarde))
            if found.path.parent.name != (gebied := found.waarde.werkgebied):
                gebrek = (Foutcode.MAP_WIJKT_AF, ("werkgebied",), {"waarde": gebied})
                self._add_all(found.path, [gebrek])
        for kaart_found in routekaarten:
            self._add_all(kaart_found.path, check_routekaart(kaart_found.waarde))
        self._check_slugs([(found.waarde.slug, found.path) for found in gelezen])
        self._check_slugs([(found.waarde.slug, found.path) for found in routekaarten])

    def _check_slugs(self, places: list[tuple[str, Path]]) -> None:
        slugs = Counter(slug for slug, _ in places)
        for slug, path in places:
            if path.stem != slug:
                self._add_all(path, [(Foutcode.BESTANDSNAAM_WIJKT_AF, ("slug",), {"waarde": slug})])
            if slugs[slug] > 1:
                self._add_all(path, [(Foutcode.SLUG_DUBBEL, ("slug",), {"waarde": slug})])

    def _check_together(
        self,
        checker: KaartChecker,
        gebieden: Path,
        gelezen: Iterable[Gelezen[Voorziening] | Gelezen[Routekaart]],
    ) -> None:
        if gebieden.parent == self._folder:  # the shipped areas escalate to shipped entries
            self._add_all(gebieden, checker.check_opschalen())
        for found in gelezen:
            if isinstance(found.waarde, Voorziening):
                self._add_all(found.path, checker.check_voorziening(found.waarde))
            else:
                self._add_all(found.path, checker.check_routekaart(found.waarde))

    def _add_all(self, path: Path, gebreken: Iterable[Gebrek]) -> None:
        for code, pad, gegevens in gebreken:
            line = find_line(path, pad)
            self._fouten.append(
                Fout(code=code, bestand=self._name(path), regel=line, gegevens=gegevens)
            )

    def _name(self, path: Path) -> str:
        return (
            path.relative_to(self._folder).as_posix()
            if path.is_relative_to(self._folder)
            else path.name
        )
