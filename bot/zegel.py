"""A seal on each button, so that only the one it was made for can press it."""

import base64
import hmac
from dataclasses import dataclass

SEAL_BYTES = 6  # eight letters; a guess is right once in 2**48
SEAL_LETTERS = 8
SEPARATOR = "."


@dataclass(frozen=True, slots=True)
class Zegel:
    """Seals the data of buttons with a key of this installation."""

    key: bytes

    def seal(self, data: str, voor: str) -> str:
        """Return the data with a seal for one address."""
        return f"{data}{SEPARATOR}{self._make(data, voor)}"

    def open(self, sealed: str, voor: str) -> str | None:
        """Return the data; None where the seal is not for this address.

        The seals are compared in constant time.
        """
        data, _, found = sealed.rpartition(SEPARATOR)
        made = self._make(data, voor)
        return data if hmac.compare_digest(made.encode(), found.encode()) else None

    def _make(self, data: str, voor: str) -> str:
        digest = hmac.digest(self.key, f"{voor}\n{data}".encode(), "sha256")
        return base64.urlsafe_b64encode(digest[:SEAL_BYTES]).decode()
