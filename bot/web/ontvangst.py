"""A file from a form: who may send it, how much is read, and what the form holds.

The body is taken apart here, by RFC 7578, within limits: it is one file and one token.
"""

import asyncio
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser

from starlette.requests import Request

from knowledge.invoer.grenzen import GESPREK

ROOM = 20_000  # bytes for what stands around the file
MOST_DRAINED = 60_000_000  # bytes of a body that is too large: read and dropped, so that the
# browser, which reads no answer before it has sent all, hears what was wrong
SECONDS = 120.0  # for a body as a whole: five megabytes over a slow line
LONGEST_HEAD = 2000
MOST_PARTS = 5
LONGEST_TOKEN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Formulier:
    """What a form with a file holds."""

    token: str = ""
    naam: str = ""
    inhoud: bytes = b""


async def read_upload(request: Request, seconds: float = SECONDS) -> bytes | None:
    """Return the body of a request; None where it is larger than one file may be, or too slow."""
    try:
        async with asyncio.timeout(seconds):
            return await _read_body(request)
    except TimeoutError:
        return None


async def _read_body(request: Request) -> bytes | None:
    body = bytearray()
    seen = 0
    async for piece in request.stream():
        seen += len(piece)
        if seen <= GESPREK.bestand + ROOM:
            body += piece
        else:
            body.clear()
        if seen > MOST_DRAINED:
            break
    return bytes(body) if seen <= GESPREK.bestand + ROOM else None


def read_formulier(kind: str, body: bytes) -> Formulier | None:
    """Return the token and the file of a form; None for what is no such form."""
    header = Message()
    header["Content-Type"] = kind
    boundary = header.get_boundary("")
    if header.get_content_type() != "multipart/form-data" or not boundary:
        return None
    parts = (b"\r\n" + body).split(b"\r\n--" + boundary.encode(errors="replace"), MOST_PARTS)
    if len(parts) > MOST_PARTS or not parts[-1].startswith(b"--"):
        return None
    found = Formulier()
    for part in parts[1:-1]:
        found = _add(found, part)
    return found


def _add(formulier: Formulier, part: bytes) -> Formulier:
    """Return a form with one part more; a part that is not ours changes nothing."""
    head, _, inhoud = part.partition(b"\r\n\r\n")
    if len(head) > LONGEST_HEAD:
        return formulier
    headers = HeaderParser().parsestr(head.lstrip(b"\r\n").decode(errors="replace"))
    naam = headers.get_param("name", header="content-disposition")
    if naam == "token" and len(inhoud) <= LONGEST_TOKEN:
        return Formulier(
            token=inhoud.decode(errors="replace"), naam=formulier.naam, inhoud=formulier.inhoud
        )
    if naam == "bestand":
        return Formulier(token=formulier.token, naam=_read_naam(headers), inhoud=inhoud)
    return formulier


def _read_naam(headers: Message) -> str:
    """Return the name of a file; browsers write it in UTF-8 as it is."""
    return headers.get_filename("") or ""
