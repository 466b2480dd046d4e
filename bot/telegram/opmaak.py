"""HTML for Telegram: cut before a limit with every tag closed, and plain where HTML is refused."""

import html
import re
from collections.abc import Iterator

MAX_TEXT = 4096  # characters of a message, after the tags are read
MAX_CAPTION = 1024
ALLOWED = ("b", "i", "a", "u", "s", "code", "pre")

_TOKEN = re.compile(r"<(/?)([a-z]+)([^<>]*)>|&[a-z#0-9]+;|[^<&]|[<&]")


def split_html(text: str, limit: int = MAX_TEXT) -> list[str]:
    """Return a text in parts of at most so many visible characters, tags closed in each.

    An empty text is one empty part, so that nobody takes it for sent.
    A part ends at an empty line, a line end or a space where there is one in its second half.
    """
    if text.strip() and _measure_units(text) <= limit:
        return [text.strip()]  # nearly every answer; what is seen of it is shorter still
    parts: list[str] = []
    tokens = [match.group() for match in _TOKEN.finditer(text)]
    while tokens:
        size = _find_end(tokens, limit)
        part, tokens = tokens[:size], tokens[size:]
        opened = _find_open(part)
        parts.append("".join(part) + "".join(f"</{_name(tag)}>" for tag in reversed(opened)))
        tokens = [*opened, *_drop_leading_space(tokens)] if _has_text(tokens) else []
    return [part.strip() for part in parts if strip_html(part).strip()] or [""]


def strip_html(text: str) -> str:
    """Return what a reader sees of a text."""
    return html.unescape(re.sub(r"</?[a-z]+[^<>]*>", "", text))


def _find_end(tokens: list[str], limit: int) -> int:
    """Return how many tokens fit, ending at the best place to cut."""
    seen = 0
    cuts: dict[str, int] = {}
    for number, piece in enumerate(tokens):
        if not _is_tag(piece):
            seen += _measure(piece)
        if seen > limit:
            later = [cut for cut in cuts.values() if cut > number // 2]
            return next(
                (cuts[kind] for kind in ("\n\n", "\n", " ") if cuts.get(kind, 0) in later),
                number,
            )
        if piece in {"\n", " "}:
            double = piece == "\n" and number > 0 and tokens[number - 1] == "\n"
            cuts["\n\n" if double else piece] = number + 1
    return len(tokens)


def _measure(token: str) -> int:
    """Return the length that Telegram counts: UTF-16 units of the character itself."""
    return _measure_units(html.unescape(token))


def _measure_units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _find_open(tokens: list[str]) -> list[str]:
    opened: list[str] = []
    for tag in filter(_is_tag, tokens):
        if tag.startswith("</"):
            opened = opened[:-1]
        else:
            opened.append(tag)
    return opened


def _is_tag(token: str) -> bool:
    return len(token) > 1 and token.startswith("<")


def _name(tag: str) -> str:
    return re.sub(r"[^a-z].*", "", tag[1:])


def _has_text(tokens: list[str]) -> bool:
    return any(not _is_tag(token) and not token.isspace() for token in tokens)


def _drop_leading_space(tokens: list[str]) -> Iterator[str]:
    begun = False
    for token in tokens:
        begun = begun or not token.isspace()
        if begun:
            yield token
