"""A Tekenaar that draws nothing."""

from handlers.tekening import Plaat

PNG = b"\x89PNG\r\n\x1a\n"


class Schets:
    """Gives the same picture for all, and remembers what was to be drawn."""

    def __init__(self) -> None:
        self.platen: list[Plaat] = []
        self.png: bytes | None = PNG

    async def draw(self, plaat: Plaat) -> bytes | None:
        """Return an empty picture; None where that is set."""
        self.platen.append(plaat)
        return self.png

    async def settle(self) -> None:
        """Have nothing to wait for; then the picture is there."""
        self.png = PNG
