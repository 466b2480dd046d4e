"""A mail that says that a message waits, and nothing of what it says."""

import asyncio
import re
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from urllib.parse import unquote, urlsplit

from handlers.render import Renderer

SECONDS = 20.0
MAIL_PORT = 587
TLS_PORT = 465
ADRES = re.compile(r"[^@\s,;<>()\"\\]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")


@dataclass(frozen=True, slots=True)
class Mailserver:
    """Where mails are handed in: `smtp://user:password@host:port` or `smtps://...`."""

    adres: str

    def send(self, bericht: EmailMessage) -> None:
        """Hand a mail in; OSError or smtplib.SMTPException where that fails."""
        parts = urlsplit(self.adres)
        safe = ssl.create_default_context()
        host = parts.hostname or ""
        if parts.scheme == "smtps":
            with smtplib.SMTP_SSL(
                host, parts.port or TLS_PORT, timeout=SECONDS, context=safe
            ) as server:
                self._hand_in(server, bericht)
            return
        with smtplib.SMTP(host, parts.port or MAIL_PORT, timeout=SECONDS) as server:
            server.ehlo()
            if server.has_extn("starttls"):
                server.starttls(context=safe)
            elif parts.username:
                raise smtplib.SMTPNotSupportedError("starttls")  # no password over an open line
            self._hand_in(server, bericht)

    def _hand_in(self, server: smtplib.SMTP, bericht: EmailMessage) -> None:
        parts = urlsplit(self.adres)
        if parts.username:
            server.login(unquote(parts.username), unquote(parts.password or ""))
        server.send_message(bericht)


class Seiner:
    """Tells people by mail that a message waits."""

    def __init__(
        self, server: Mailserver, url: str, renderer: Renderer, *, meld: Callable[[str], None]
    ) -> None:
        self._server = server
        self._url = url
        self._renderer = renderer
        self._meld = meld

    async def tell(self, adres: str) -> None:
        """Send one mail; a failure is counted, since the message itself waits all the same."""
        bericht = EmailMessage()
        bericht["From"] = f"Wegwijzer <wegwijzer@{urlsplit(self._url).hostname}>"
        bericht["To"] = adres
        bericht["Subject"] = self._renderer.label("mail_onderwerp")
        bericht.set_content(self._renderer.render_plain("mail", url=self._url))
        try:
            await asyncio.to_thread(self._server.send, bericht)
        except (OSError, smtplib.SMTPException) as fout:
            self._meld(f"mail_mislukt_{type(fout).__name__}")
        else:
            self._meld("mail_verstuurd")


def is_mailadres(text: str) -> bool:
    """Tell whether a text is one mail address; it can hold no line end and no second address."""
    return ADRES.fullmatch(text) is not None
