"""The fields of an entry as plain data, reached by a path; every change gives new data."""

from collections.abc import Mapping
from copy import deepcopy
from itertools import pairwise
from typing import Any

from sociale_kaart.yaml_file import Pad

Inhoud = Mapping[str, Any]  # the fields as they are typed; they may be incomplete or wrong
MAX_DIGITS = 4


def parse_pad(text: str) -> Pad:
    """Return the path that `format_pad` wrote; numbers are positions."""
    return tuple(
        int(part) if part.isascii() and part.isdecimal() and len(part) <= MAX_DIGITS else part
        for part in text.split(".")
    )


def format_pad(pad: Pad) -> str:
    """Return a path as text for a button."""
    return ".".join(map(str, pad))


def get_at(inhoud: object, pad: Pad) -> Any:  # noqa: ANN401 (a value of any field)
    """Return what stands at a path; None where nothing does."""
    found = inhoud
    for part in pad:
        if isinstance(found, Mapping):
            found = found.get(str(part))
        elif isinstance(found, list) and isinstance(part, int) and part < len(found):
            found = found[part]
        else:
            return None
    return found


def put_at(inhoud: Inhoud, pad: Pad, waarde: object) -> dict[str, Any]:
    """Return the data with a value at a path; the place after the last of a list adds to it.

    Raises:
        LookupError: the path leads nowhere.
    """
    new = deepcopy(dict(inhoud))
    at: Any = new
    for part, following in pairwise(pad):
        at = _descend(at, part, [] if isinstance(following, int) else {})
    _place(at, pad[-1], deepcopy(waarde))
    return new


def drop_at(inhoud: Inhoud, pad: Pad) -> dict[str, Any]:
    """Return the data without what stands at a path, and without what becomes empty by it."""
    new = deepcopy(dict(inhoud))
    above = get_at(new, pad[:-1]) if len(pad) > 1 else new
    part = pad[-1]
    if isinstance(above, dict):
        above.pop(str(part), None)
    elif isinstance(above, list) and isinstance(part, int) and part < len(above):
        del above[part]
    if len(pad) > 1 and above is not None and not above and not isinstance(pad[-2], int):
        return drop_at(new, pad[:-1])
    return new


def move_at(inhoud: Inhoud, pad: Pad, stap: int) -> dict[str, Any]:
    """Return the data with one thing of a list a place higher (-1) or lower (1)."""
    new = deepcopy(dict(inhoud))
    above, at = get_at(new, pad[:-1]), pad[-1]
    if isinstance(above, list) and isinstance(at, int) and at < len(above):
        to = at + stap
        if 0 <= to < len(above):
            above[at], above[to] = above[to], above[at]
    return new


def _descend(at: Any, part: str | int, fresh: object) -> Any:  # noqa: ANN401 (plain data)
    if isinstance(at, list) and isinstance(part, int):
        if part == len(at):
            at.append(fresh)
        return at[part]
    if isinstance(at, dict) and isinstance(part, str):
        return at.setdefault(part, fresh)
    raise LookupError(part)


def _place(at: Any, part: str | int, waarde: object) -> None:  # noqa: ANN401 (plain data)
    if isinstance(at, list) and isinstance(part, int):
        if part == len(at):
            at.append(waarde)
        else:
            at[part] = waarde
    elif isinstance(at, dict) and isinstance(part, str):
        at[part] = waarde
    else:
        raise LookupError(part)  # noqa: TRY004 (a path that leads nowhere)
