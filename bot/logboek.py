"""The log: one JSON object a line, event names and counts, never text of a chat or a token."""

import io
import logging
import re
import sys
from collections.abc import MutableMapping
from contextlib import suppress
from typing import Any, TextIO, cast

import structlog

TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")
HIDDEN = "[token]"
LOUD = (
    "aiohttp",
    "httpx",
    "httpcore",
    "telegram",
    "telegram.ext",
    "uvicorn",
    "uvicorn.error",
    "apscheduler",
)

Regel = MutableMapping[str, Any]


def start_log() -> structlog.typing.FilteringBoundLogger:
    """Set the log up, on stderr, and return the logger."""
    for name in LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.basicConfig(level=logging.WARNING, handlers=[_SafeHandler()], force=True)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            hide_tokens,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(cast("TextIO", _Uit())),
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    )
    logger: structlog.typing.FilteringBoundLogger = structlog.get_logger()
    return logger


def hide_tokens(_logger: object, _method: str, regel: Regel) -> Regel:
    """Take anything that looks like the token of a bot out of a line."""
    return {key: TOKEN.sub(HIDDEN, v) if isinstance(v, str) else v for key, v in regel.items()}


class _Uit(io.TextIOBase):
    """The standard error, which may be a file on a full disk: that stops nothing."""

    def write(self, text: str) -> int:
        with suppress(OSError):
            return sys.stderr.write(text)
        return 0

    def flush(self) -> None:
        with suppress(OSError):
            sys.stderr.flush()


class _SafeHandler(logging.Handler):
    """Writes what libraries say as the name of the library and of the error, nothing more.

    Their texts may hold an address with the token in it, or a whole update.
    """

    def emit(self, record: logging.LogRecord) -> None:
        fout = record.exc_info[0] if record.exc_info else None
        structlog.get_logger().warning(
            "bibliotheek",
            naam=record.name,
            niveau=record.levelname,
            fout=fout.__name__ if fout else None,
        )
