"""What the Bot API refuses: unknown methods and parameters, wrong types, too much, bad HTML.

`methoden.json` holds the parameters of every method of Bot API 10.1, as the machine-readable
specification (MIT) gives them.
"""

import html
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

METHODEN: dict[str, dict[str, tuple[list[str], bool]]] = json.loads(
    Path(__file__).with_name("methoden.json").read_text(encoding="utf-8")
)
MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_DATA = 64
MAX_BUTTONS = 100
MAX_ROW = 8
TAGS = set("b strong i em u ins s strike del code pre a blockquote tg-spoiler".split())


class Geweigerd(Exception):
    """The server refuses a call; code and description are those of Telegram."""

    def __init__(self, code: int, beschrijving: str, **parameters: object) -> None:
        super().__init__(beschrijving)
        self.code = code
        self.beschrijving = beschrijving
        self.parameters = parameters


def check_call(methode: str, velden: Mapping[str, Any]) -> None:
    """Refuse a call whose method or parameters the specification does not know."""
    known = METHODEN.get(methode)
    if known is None:
        raise Geweigerd(404, "Not Found")
    for veld, (_, required) in known.items():
        if required and velden.get(veld) in (None, ""):
            raise Geweigerd(400, f"Bad Request: {veld} is empty")
    for veld, waarde in velden.items():
        if veld not in known:
            raise Geweigerd(400, f"Bad Request: unknown parameter {veld}")
        _check_type(veld, waarde, known[veld][0])
    _check_text(velden)
    _check_buttons(velden.get("reply_markup"))


def count_seen(text: str) -> int:
    """Return the length of a text after its tags are read, in UTF-16 units."""
    seen = html.unescape(re.sub(r"</?[a-z-]+[^<>]*>", "", text))
    return len(seen.encode("utf-16-le")) // 2


def _check_type(veld: str, waarde: object, types: list[str]) -> None:
    fits = {
        "Integer": lambda: isinstance(waarde, int) and not isinstance(waarde, bool),
        "String": lambda: isinstance(waarde, str | int),
        "Boolean": lambda: isinstance(waarde, bool),
        "Float": lambda: isinstance(waarde, int | float),
    }
    if any(fits.get(kind, lambda: True)() for kind in types):
        return
    raise Geweigerd(400, f"Bad Request: parameter {veld} has the wrong type")


def _check_text(velden: Mapping[str, Any]) -> None:
    for veld, largest in (("text", MAX_TEXT), ("caption", MAX_CAPTION)):
        text = velden.get(veld)
        if text is None or "callback_query_id" in velden:
            continue
        as_html = velden.get("parse_mode") == "HTML"
        if as_html:
            _check_html(text)
        size = count_seen(text) if as_html else len(text.encode("utf-16-le")) // 2
        if size > largest:
            raise Geweigerd(400, "Bad Request: message is too long")
        if not size:
            raise Geweigerd(400, "Bad Request: message text is empty")


def _check_html(text: str) -> None:
    opened: list[str] = []
    for match in re.finditer(r"<(/?)([A-Za-z-]*)([^<>]*)(>?)", text):
        closing, name, _, end = match.groups()
        if name not in TAGS or not end:
            raise Geweigerd(400, f"Bad Request: can't parse entities: unsupported tag {name!r}")
        if closing and (not opened or opened.pop() != name):
            raise Geweigerd(400, "Bad Request: can't parse entities: unexpected end tag")
        if not closing:
            opened.append(name)
    if opened or re.search(r"&(?!(lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);)", text):
        raise Geweigerd(400, "Bad Request: can't parse entities: can't find end tag")


def _check_buttons(markup: Mapping[str, Any] | None) -> None:
    rows = (markup or {}).get("inline_keyboard", [])
    if any(len(row) > MAX_ROW for row in rows) or sum(map(len, rows)) > MAX_BUTTONS:
        raise Geweigerd(400, "Bad Request: too many buttons")
    for knop in (knop for row in rows for knop in row):
        data = knop.get("callback_data")
        if not knop.get("text"):
            raise Geweigerd(400, "Bad Request: button text is empty")
        if data is not None and not 1 <= len(data.encode()) <= MAX_DATA:
            raise Geweigerd(400, "Bad Request: BUTTON_DATA_INVALID")
