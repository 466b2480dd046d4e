"""A zip that somebody else made: what is in it is weighed before anything is unpacked."""

import stat
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath

from knowledge.invoer.grenzen import MEGA, Grenzen
from sociale_kaart.errors import BestandGeweigerd

MOST_TIMES = 200  # that a file may grow; a table of ten thousand rows alike grows some 60 times
SMALL = 1_000_000  # bytes; below that the ratio says nothing
KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
LONGEST_NAME = 300
HIDDEN = ("__MACOSX", ".")


def open_zip(inhoud: bytes, grenzen: Grenzen) -> zipfile.ZipFile:
    """Return a zip that is safe to read.

    Raises:
        BestandGeweigerd: it is damaged, locked, too large unpacked, or leads outside itself.
    """
    try:
        found = zipfile.ZipFile(BytesIO(inhoud))
        infos = found.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise BestandGeweigerd("zip_stuk") from error
    if len(infos) > grenzen.bestanden:
        raise BestandGeweigerd("zip_bestanden")
    if sum(info.file_size for info in infos) > grenzen.uitgepakt:
        raise BestandGeweigerd("zip_te_groot", grens=grenzen.uitgepakt // MEGA)
    for info in infos:
        _check(info)
    return found


def read_lid(bron: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return what one file in a zip holds, never more than it says it does.

    Raises:
        BestandGeweigerd: it is damaged.
    """
    try:
        return bron.read(info)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, RuntimeError) as error:
        raise BestandGeweigerd("zip_stuk") from error
    except Exception as error:  # zlib.error has no name that its module promises
        raise BestandGeweigerd("zip_stuk") from error


def unpack(inhoud: bytes, folder: Path, grenzen: Grenzen) -> None:
    """Write the YAML files of a zip in a folder, without the one folder that may be around all.

    Raises:
        BestandGeweigerd: the zip is not safe, or holds no YAML.
    """
    bron = open_zip(inhoud, grenzen)
    infos = {info.filename: info for info in bron.infolist() if _is_wanted(info)}
    if not infos:
        raise BestandGeweigerd("zip_zonder_kaart")
    for naam, pad in _drop_around(infos):
        path = folder.joinpath(*pad)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(read_lid(bron, infos[naam]))


def make_zip(bestanden: Iterable[tuple[str, str]]) -> bytes:
    """Return texts by their names as a zip, the same for the same texts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as found:
        for naam, tekst in bestanden:
            info = zipfile.ZipInfo(naam)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            found.writestr(info, tekst)
    return out.getvalue()


def _check(info: zipfile.ZipInfo) -> None:
    naam = info.filename
    parts = PurePosixPath(naam).parts
    outside = naam.startswith("/") or ".." in parts or "\\" in naam or ":" in naam or "\0" in naam
    if outside or len(naam) > LONGEST_NAME:
        raise BestandGeweigerd("zip_pad")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise BestandGeweigerd("zip_link")
    if info.flag_bits & 1:
        raise BestandGeweigerd("zip_geheim")
    if info.compress_type not in KINDS:
        raise BestandGeweigerd("zip_soort")
    if info.file_size > SMALL and info.file_size > MOST_TIMES * max(info.compress_size, 1):
        raise BestandGeweigerd("zip_bom")


def _is_wanted(info: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(info.filename).parts
    return info.filename.endswith(".yaml") and not any(part.startswith(HIDDEN) for part in parts)


def _drop_around(namen: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each name with its path; without the first folder where all lie in it, and deep."""
    paths = {naam: PurePosixPath(naam).parts for naam in namen}
    around = len({parts[0] for parts in paths.values()}) == 1
    deep = max(map(len, paths.values())) > len(("werkgebied", "bestand"))
    for naam, parts in paths.items():
        yield naam, parts[1:] if around and deep and len(parts) > 1 else parts
