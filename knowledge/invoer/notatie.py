r"""How a value stands in one cell of a table, and how it comes back, sign for sign.

A list has an item a line; the parts of an item stand between bars. A backslash takes away the
meaning of the sign behind it, and names signs that a cell cannot hold: `\n` a new line within an
item, `\t` a tab, `\r` a carriage return, `\s` a space at an end, `\u0007` any other.

No line of a cell begins with a sign that starts a formula: such a sign stands behind a backslash
too (OWASP, CSV injection).
"""

import re
from collections.abc import Iterable

BAR = " | "
NAMES = {"\n": "n", "\r": "r", "\t": "t", " ": "s"}
SIGNS = {name: sign for sign, name in NAMES.items()}

_ESCAPED = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_PART = re.compile(r"((?:[^\\|]|\\.|\\$)*)(\||$)", re.DOTALL)
_ENDS = re.compile(r"^\s+|\s+$")
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|\t")
_EXCEL = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)|x(?=005F_)")  # that a spreadsheet reads as a sign
_FORMULA = re.compile(r"^([\"' ]*)([=+\-@])", re.MULTILINE)
_WITHIN = re.compile(r"([,;][\"' ]*)([=+\-@])")


def write_tekst(tekst: str) -> str:
    """Return a text as a cell; its lines stay lines."""
    return _disarm(_escape(tekst))


def read_tekst(cel: str) -> str:
    """Return the text that a cell holds."""
    return _unescape(cel.strip())


def write_regel(delen: Iterable[str]) -> str:
    """Return the parts of one item as one line."""
    parts = (_escape(deel).replace("|", "\\|").replace("\n", "\\n") for deel in delen)
    return _disarm(BAR.join(parts))


def read_regel(regel: str) -> list[str]:
    """Return the parts of one item."""
    delen: list[str] = []
    at = 0
    while found := _PART.match(regel, at):
        delen.append(_unescape(found[1].strip()))
        at = found.end()
        if not found[2]:
            break
    return delen


def write_item(tekst: str) -> str:
    """Return an item without parts as one line."""
    return _disarm(_escape(tekst).replace("\n", "\\n"))


def split_regels(cel: str) -> list[str]:
    """Return the lines of a cell that hold something."""
    return [regel.strip() for regel in cel.split("\n") if regel.strip()]


def disarm_within(cel: str) -> str:
    """Return a cell of which no part starts a formula, for a program with another separator."""
    return _WITHIN.sub(r"\1\\\2", cel)


def _escape(tekst: str) -> str:
    doubled = tekst.replace("\\", "\\\\")
    named = _ENDS.sub(lambda found: "".join(map(_name, found[0])), doubled)
    return _EXCEL.sub(lambda found: _name(found[0]), _UNFIT.sub(lambda f: _name(f[0]), named))


def _unescape(tekst: str) -> str:
    return _ESCAPED.sub(lambda found: _read_name(found[1]), tekst)


def _read_name(name: str) -> str:
    return chr(int(name[1:], 16)) if len(name) > 1 else SIGNS.get(name, name)


def _name(sign: str) -> str:
    return f"\\{NAMES[sign]}" if sign in NAMES else f"\\u{ord(sign):04x}"


def _disarm(tekst: str) -> str:
    return _FORMULA.sub(r"\1\\\2", tekst)
