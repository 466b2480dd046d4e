"""Has pictures drawn in a short-lived process, so that the service stays small."""

import asyncio
import json
import os
import sys
from collections import OrderedDict
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from handlers.tekening import Plaat

SCRIPT = Path(__file__).with_name("tekenen.py")
CACHE = "tekenen"  # folder in that of the database: what the drawing library keeps for itself
LONGEST = 10.0  # seconds that a picture may take
PATIENCE = 2.0  # seconds that others wait for a picture
MOST_KEPT = 16  # pictures
PNG = b"\x89PNG\r\n\x1a\n"


class KindTekenaar:
    """Draws in a child process, one at a time, and keeps the last pictures."""

    def __init__(
        self,
        data: Path,
        *,
        script: Path = SCRIPT,
        longest: float = LONGEST,
        patience: float = PATIENCE,
    ) -> None:
        self._data = data
        self._script = script
        self._longest = longest
        self._patience = patience
        self._kept: OrderedDict[bytes, bytes] = OrderedDict()
        self._busy: dict[bytes, asyncio.Task[None]] = {}
        self._one = asyncio.Lock()

    async def draw(self, plaat: Plaat) -> bytes | None:
        """Return a picture as PNG; None where it is not there in time.

        What takes longer goes on by itself, since everyone waits for who waits here; it is there
        when it is asked for again.
        """
        delen = [{"soort": type(deel).__name__, **asdict(deel)} for deel in plaat.delen]
        wanted = json.dumps(delen, ensure_ascii=False).encode()
        if wanted not in self._kept:
            await asyncio.wait({self._begin(wanted)}, timeout=self._patience)
        if wanted in self._kept:
            self._kept.move_to_end(wanted)
        return self._kept.get(wanted)

    async def settle(self) -> None:
        """Wait until all that was begun is drawn, or given up."""
        if self._busy:
            await asyncio.wait(self._busy.values())

    def _begin(self, wanted: bytes) -> asyncio.Task[None]:
        task = self._busy.get(wanted)
        if task is None:
            task = self._busy[wanted] = asyncio.create_task(self._make(wanted))
            task.add_done_callback(lambda _: self._busy.pop(wanted, None))
        return task

    async def _make(self, wanted: bytes) -> None:
        async with self._one:
            with suppress(OSError):  # no room for another process
                png = await self._run(wanted)
                if png is not None:
                    self._keep(wanted, png)

    def _keep(self, wanted: bytes, png: bytes) -> None:
        self._kept[wanted] = png
        if len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)

    async def _run(self, wanted: bytes) -> bytes | None:
        """Return what the child drew; it gets nothing of the settings, and ends with the call."""
        child = await asyncio.create_subprocess_exec(
            sys.executable,
            "-I",
            str(self._script),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={"PATH": os.defpath, "MPLCONFIGDIR": str(self._data / CACHE)},
        )
        try:
            async with asyncio.timeout(self._longest):
                png, _ = await child.communicate(wanted)
        except TimeoutError:
            return None
        finally:
            if child.returncode is None:
                with suppress(ProcessLookupError):
                    child.kill()
                await child.wait()
        return png if child.returncode == 0 and png.startswith(PNG) else None
