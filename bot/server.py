"""HTTP inside the one event loop, beside everything else."""

import asyncio
import socket

import uvicorn
from starlette.types import ASGIApp

from sociale_kaart.errors import PoortBezet

LARGEST_PORT = 65535


class _Server(uvicorn.Server):
    """A server that leaves the signals of the process alone."""

    def install_signal_handlers(self) -> None:
        """Leave them to the process."""


def bind(adres: str) -> socket.socket:
    """Return a socket that listens at `host:port`.

    Raises:
        PoortBezet: it cannot be had.
    """
    host, _, port = adres.rpartition(":")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # with the protocol named asyncio sends at once; without it each reply waits 40 ms for another
    found = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host.strip("[]"), int(port)))
        found.listen()
    except (OSError, OverflowError) as fout:
        found.close()
        raise PoortBezet(adres) from fout
    return found


async def serve(
    app: ASGIApp, listening: socket.socket, stop: asyncio.Event, proxy: str = "127.0.0.1"
) -> None:
    """Serve until told to stop, and finish what is being answered.

    Args:
        app: what answers.
        listening: where.
        stop: set when it is time to end.
        proxy: addresses that may say over which scheme and from where a request came.
    """
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        forwarded_allow_ips=proxy,
        timeout_graceful_shutdown=5,
    )
    server = _Server(config)
    task = asyncio.create_task(server._serve([listening]))  # noqa: SLF001 (serve() takes the signals)
    waiting = asyncio.create_task(stop.wait())
    await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    waiting.cancel()
    await task
