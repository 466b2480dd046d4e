"""What a call of the bot says: its parameters, in each form that the Bot API takes."""

import json
import re
from email.parser import BytesParser
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from email.message import Message

FILENAME = re.compile(rb'filename="((?:[^"\\]|\\.)*)"')
ARRAYS = ("[", "{")


def read_names(body: bytes) -> list[str]:
    """Return the names of the files that a call brings along."""
    return [naam.replace(b'\\"', b'"').decode() for naam in FILENAME.findall(body)]


def read_fields(kind: str, body: bytes) -> dict[str, Any]:
    """Return the parameters of a call, whatever form they came in."""
    if kind.startswith("application/json"):
        data: dict[str, Any] = json.loads(body)
        return data
    if kind.startswith("multipart/form-data"):
        return _read_multipart(kind, body)
    return {name: _open(value) for name, value in parse_qsl(body.decode(), keep_blank_values=True)}


def _read_multipart(kind: str, body: bytes) -> dict[str, Any]:
    parsed: Message = BytesParser().parsebytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    fields: dict[str, Any] = {}
    for part in parsed.walk():
        name = part.get_param("name", header="content-disposition")
        if isinstance(name, str):
            raw = part.get_payload(decode=True)
            assert isinstance(raw, bytes)
            fields[name] = raw if part.get_filename() else _open(raw.decode())
    attached = [name for name, v in fields.items() if isinstance(v, str) and "attach://" in v]
    for name in attached:
        fields[name] = fields.pop(fields[name].removeprefix("attach://"))
    return fields


def _open(value: str) -> Any:  # noqa: ANN401
    """Return a form value as what it stands for."""
    if value.startswith(ARRAYS) or value in {"true", "false"} or value.lstrip("-").isdigit():
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
