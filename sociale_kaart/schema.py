"""The edge where a mapping from outside becomes a value of the domain."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from sociale_kaart.fout import Foutcode
from sociale_kaart.yaml_file import Pad

T = TypeVar("T")
Gebrek = tuple[Foutcode, Pad, Mapping[str, object]]  # code, where, data

_QUOTED = re.compile(r"'([^']*)'")
_ADAPTERS: dict[type, TypeAdapter[Any]] = {}
_REQUIRED: dict[type, frozenset[str]] = {}
_CODES = {
    "missing": Foutcode.VELD_ONTBREEKT,
    "missing_argument": Foutcode.VELD_ONTBREEKT,
    "unexpected_keyword_argument": Foutcode.VELD_ONBEKEND,
    "extra_forbidden": Foutcode.VELD_ONBEKEND,
    "enum": Foutcode.KEUZE_ONBEKEND,
    "dataclass_type": Foutcode.GEEN_VELDEN,
    "value_error": Foutcode.BRON_ONTBREEKT,
}


def get_adapter(kind: type) -> TypeAdapter[Any]:
    """Return what turns plain data into a value of this kind, and back."""
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def parse(kind: type[T], data: object) -> tuple[T | None, list[Gebrek]]:
    """Return the value that the data describe, or every defect that prevents it."""
    try:
        value: T = get_adapter(kind).validate_python(data)
    except ValidationError as error:
        return None, list(_find_gebreken(error))
    return value, []


def dump(value: object) -> dict[str, Any]:
    """Return the value as plain data, in the order of its fields.

    What is empty is left out, unless the value could not be made without that field.
    """
    kind: Any = type(value)
    data: dict[str, Any] = get_adapter(kind).dump_python(value, mode="json")
    required = _find_required(kind)
    return {
        name: _prune(content)
        for name, content in data.items()
        if name in required or not _is_empty(content)
    }


def name_pad(pad: Pad) -> str:
    """Return how a place is called in a sentence: its fields, and positions from 1."""
    return ".".join(str(part + 1 if isinstance(part, int) else part) for part in pad)


def _find_required(kind: type) -> frozenset[str]:
    """Return the fields of a dataclass that have no default."""
    if kind not in _REQUIRED:
        _REQUIRED[kind] = frozenset(
            field.name
            for field in fields(kind)
            if field.default is MISSING and field.default_factory is MISSING
        )
    return _REQUIRED[kind]


def _is_empty(content: object) -> bool:
    return content is None or content in ([], {})


def _prune(content: object) -> object:
    if isinstance(content, dict):
        return {key: _prune(inner) for key, inner in content.items() if not _is_empty(inner)}
    if isinstance(content, list):
        return [_prune(inner) for inner in content]
    return content


def _find_gebreken(error: ValidationError) -> Iterator[Gebrek]:
    for detail in error.errors(include_url=False):
        code = _find_code(detail["type"])
        pad = tuple(detail["loc"]) or (("bronnen",) if code is Foutcode.BRON_ONTBREEKT else ())
        yield code, pad, {"veld": name_pad(pad)} | _find_details(detail)


def _find_code(kind: str) -> Foutcode:
    if kind.startswith("date"):
        return _CODES.get(kind, Foutcode.DATUM_ONGELDIG)
    return _CODES.get(kind, Foutcode.VERKEERD_TYPE)


def _find_details(detail: ErrorDetails) -> dict[str, object]:
    if detail["type"] == "enum":
        keuzes = tuple(_QUOTED.findall(detail["ctx"]["expected"]))  # "'a', 'b' or 'c'"
        return {"waarde": detail["input"], "keuzes": keuzes}
    return {"verwacht": detail["type"]}
