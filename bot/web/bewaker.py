"""What protects the browser chat: headers, origin, tokens against forged forms, limits."""

import hashlib
import hmac
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "wegwijzer"
COOKIE_SECONDS = 90 * 24 * 3600
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
        "img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


@dataclass(frozen=True, slots=True)
class Bewaker:
    """Checks requests that change something."""

    key: bytes
    url: str | None  # public address; without it the address of the request itself counts

    @property
    def is_tls(self) -> bool:
        """Whether browsers reach the chat over TLS."""
        return (self.url or "").startswith("https://")

    def make_token(self, zegel: str) -> str:
        """Return what a form of this session must carry."""
        return hmac.new(self.key, f"formulier\n{zegel}".encode(), hashlib.sha256).hexdigest()

    def is_own_form(self, zegel: str, token: str) -> bool:
        """Tell, in constant time, whether a form was made for this session."""
        return hmac.compare_digest(self.make_token(zegel).encode(), token.encode())

    def is_same_origin(self, request: Request) -> bool:
        """Tell whether a request that changes something comes from our own page."""
        found = request.headers.get("origin")
        if found is None or found == "null":
            return False
        own = self.url or f"{request.url.scheme}://{request.headers.get('host', '')}"
        return _read_origin(found) == _read_origin(own)


class SafeHeaders:
    """Puts the protecting headers on every answer, and keeps pages out of caches."""

    def __init__(self, app: ASGIApp, *, tls: bool) -> None:
        self._app = app
        self._tls = tls

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""

        async def send_safe(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
                if self._tls:
                    headers["Strict-Transport-Security"] = "max-age=31536000"
            await send(message)

        await self._app(scope, receive, send_safe)


def _read_origin(address: str) -> tuple[str, str, int | None]:
    parts = urlsplit(address)
    try:
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError:
        port = -1
    return (parts.scheme, (parts.hostname or "").casefold(), port)
