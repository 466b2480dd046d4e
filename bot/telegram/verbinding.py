"""The connection to Telegram: requests of the Bot API library over the HTTP client aiohttp."""

import json
import os
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import cache
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import certifi
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.settings import InstellingOngeldig

JSON = {"Content-Type": "application/json"}
NO_HTTP = "De proxy in HTTPS_PROXY of ALL_PROXY spreekt geen HTTP. Geef er een die begint met http."
NEEDED = ("message_id", "date", "chat")  # that the library asks of a message
PIECE = 65_536  # bytes of a file that are read at a time
Grens = Any  # seconds, None for no limit, or the library's own sign for 'as usual'


class Verbinding(BaseRequest):
    """Carries requests to Telegram over connections that stay open.

    Args:
        base: the address of the Bot API, which tells whether a proxy stands between.
        size: how many connections there may be at once.
        seconds: to wait for each part of a request, where it does not say otherwise.
    """

    __slots__ = ("_base", "_seconds", "_session", "_size")

    def __init__(self, base: str, size: int, seconds: float) -> None:
        self._base = base
        self._size = size
        self._seconds = seconds
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How many seconds an answer may take, where a request does not say otherwise."""
        return self._seconds

    async def initialize(self) -> None:
        """Be ready for requests; nothing where that is so."""
        if self._session is None:
            self._session = _open(self._base, self._size)

    async def shutdown(self) -> None:
        """Let the connections go."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return what Telegram says; of a message that was just sent its number and place alone.

        The rest is known, and the library would make an object of each button in it.
        """
        said = BaseRequest.parse_json_payload(payload)
        result = said.get("result") if isinstance(said, dict) else None
        if isinstance(result, dict) and "message_id" in result:
            said["result"] = {naam: result[naam] for naam in NEEDED if naam in result}
        return said

    async def do_request(  # noqa: PLR0913, PLR0917 (the library's signature)
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Grens = BaseRequest.DEFAULT_NONE,
        write_timeout: Grens = BaseRequest.DEFAULT_NONE,
        connect_timeout: Grens = BaseRequest.DEFAULT_NONE,
        pool_timeout: Grens = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Return the status and the body of the answer to one request.

        The client has no limit of its own for writing: that falls under the limit of the whole.

        Raises:
            TimedOut: it took too long.
            NetworkError: there was no connection, or it broke, or it is not open.
        """
        asked = (read_timeout, write_timeout, connect_timeout, pool_timeout)
        read, write, connect, pool = (
            self._seconds if grens is self.DEFAULT_NONE else grens for grens in asked
        )
        parts = (read, write, connect, pool)
        whole = None if None in parts else sum(parts)
        timeout = aiohttp.ClientTimeout(total=whole, sock_connect=connect, sock_read=read)
        if self._session is None:
            raise NetworkError("NietOpen")
        with _telling_faults():
            async with self._session.request(
                method, url, timeout=timeout, allow_redirects=False, **_make_body(request_data)
            ) as reply:
                return reply.status, await reply.read()


@asynccontextmanager
async def open_file(url: str, seconds: float) -> AsyncIterator[AsyncIterator[bytes]]:
    """Open the file at an address, which comes in pieces.

    Raises:
        TimedOut: it took too long as a whole.
        NetworkError: it cannot be had.
    """
    with _telling_faults():
        timeout = aiohttp.ClientTimeout(total=seconds)
        async with (
            _open(url, 1) as session,
            session.get(url, timeout=timeout, allow_redirects=False) as reply,
        ):
            if reply.status != HTTPStatus.OK:
                raise NetworkError(str(reply.status))
            yield reply.content.iter_chunked(PIECE)


@contextmanager
def _telling_faults() -> Iterator[None]:
    """Say what went wrong in words of the library; never with the address: it holds the token."""
    try:
        yield
    except TimeoutError:
        raise TimedOut from None
    except (aiohttp.ClientError, OSError) as fout:
        raise NetworkError(type(fout).__name__) from None


def _open(url: str, size: int) -> aiohttp.ClientSession:
    """Return a session for this address that keeps no cookies."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=size, ssl=_read_certificates()),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": BaseRequest.USER_AGENT},
        proxy=find_proxy(url),
    )


def find_proxy(url: str) -> str | None:
    """Return the proxy that the environment names for an address; None for none.

    The client can look itself, and then does so in a thread, at each request.

    Raises:
        InstellingOngeldig: it is no proxy for HTTP.
    """
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    if not place or proxy_bypass(place):
        return None
    proxies = getproxies()
    named = proxies.get(parts.scheme) or proxies.get("all")
    if not named:
        return None
    proxy = named if "://" in named else f"http://{named}"
    if urlsplit(proxy).scheme not in {"http", "https"}:
        raise InstellingOngeldig(NO_HTTP)
    return proxy


def name_fault(fout: Exception) -> str:
    """Return what kind of fault it was, with the kind of fault of the line where that is known."""
    reden = str(fout)
    kind = type(fout).__name__
    return f"{kind}_{reden}" if reden.isidentifier() else kind


@cache
def _read_certificates() -> ssl.SSLContext:
    """Return the certificates that are trusted: those the environment names, else of `certifi`."""
    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    if file or folder:
        return ssl.create_default_context(cafile=file or None, capath=folder or None)
    return ssl.create_default_context(cafile=certifi.where())


def _make_body(data: RequestData | None) -> dict[str, Any]:
    """Return the body of a request: JSON, or a form where there are files."""
    if data is None:
        return {}
    if not data.contains_files:
        return {"data": json.dumps(data.parameters).encode(), "headers": JSON}
    form = aiohttp.FormData(quote_fields=False)
    for naam, waarde in data.json_parameters.items():
        form.add_field(naam, waarde)
    for naam, (bestand, inhoud, soort) in data.multipart_data.items():
        form.add_field(naam, inhoud, filename=bestand, content_type=soort)
    return {"data": form}
