"""How fast a channel may be sent to: in all, and to one chat."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

MOST_CHATS = 10_000  # remembered; those that have rested longest are forgotten first
MINUUT = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """The limits of a channel; the defaults are those of Telegram, a little under them."""

    per_seconde: float = 28.0  # messages in all; 0 is without limit
    per_gesprek: float = 1.0  # messages a second to one chat
    stoot: int = 3  # that may follow each other at once in one chat
    per_groep: int = 18  # messages a minute to one group
    is_groep: Callable[[str], bool] = lambda _gesprek: False


@dataclass(slots=True)
class Tempo:
    """Tells how long to wait before the next message may go.

    Args:
        grenzen: the limits.
        tik: a clock in seconds that never goes back.
    """

    grenzen: Grenzen
    tik: Callable[[], float]
    _sent: deque[float] = field(default_factory=deque)
    _chats: dict[str, float] = field(default_factory=dict)  # moment at which a chat has rested
    _groepen: dict[str, deque[float]] = field(default_factory=dict)  # what went in a minute
    _rust_tot: float = 0.0

    def find_wait(self, gesprek: str) -> float:
        """Return for how many seconds the next message to a chat must wait."""
        if not self.grenzen.per_seconde:
            return 0.0
        waits = (self._find_wait_of(gesprek), self._find_wait_of_groep(gesprek))
        return max(self.find_wait_in_all(), *waits, 0.0)

    def find_wait_in_all(self) -> float:
        """Return for how many seconds everything must wait."""
        nu = self.tik()
        while self._sent and nu - self._sent[0] >= 1:
            self._sent.popleft()
        full = self.grenzen.per_seconde and len(self._sent) >= self.grenzen.per_seconde
        return max(self._rust_tot - nu, 1 - (nu - self._sent[0]) if full else 0.0, 0.0)

    def note_sent(self, gesprek: str) -> None:
        """Count a message to a chat."""
        nu = self.tik()
        self._sent.append(nu)
        rested = max(self._chats.pop(gesprek, nu), nu)
        self._chats[gesprek] = rested + 1 / self.grenzen.per_gesprek
        if len(self._chats) > MOST_CHATS:
            self._chats.pop(next(iter(self._chats)))
        if self.grenzen.is_groep(gesprek):
            sent = self._groepen.setdefault(gesprek, deque(maxlen=self.grenzen.per_groep))
            sent.append(nu)

    def rest(self, seconden: float) -> None:
        """Let everything wait for so long, as the channel asked."""
        self._rust_tot = max(self._rust_tot, self.tik() + seconden)

    def _find_wait_of(self, gesprek: str) -> float:
        nu = self.tik()
        ahead = self._chats.get(gesprek, nu) - nu
        return ahead - (self.grenzen.stoot - 1) / self.grenzen.per_gesprek

    def _find_wait_of_groep(self, gesprek: str) -> float:
        sent = self._groepen.get(gesprek)
        if sent is None or len(sent) < self.grenzen.per_groep:
            return 0.0
        return sent[0] + MINUUT - self.tik()
