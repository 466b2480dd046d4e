"""The server itself, in a thread of its own, with people who type and press."""

import asyncio
import itertools
import logging
import socket
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from benchmarks.nep.regels import Geweigerd, check_call
from benchmarks.nep.velden import read_fields, read_names

TOKEN = "123456789:AAE-nep_nep_nep_nep_nep_nep_nep_nep"
NAAM = "wegwijzer_nep_bot"
BOT = {"id": 123456789, "is_bot": True, "first_name": "Wegwijzer", "username": NAAM}
VOORNAAM = "Xandrinus"  # that stands nowhere else
SECONDS = 30.0
LOOK_SECONDS = 0.05
MAX_FILE = 20_000_000  # bytes that a bot may download


@dataclass(frozen=True, slots=True)
class Oproep:
    """One call of the bot that the server took."""

    methode: str
    velden: dict[str, Any]
    bericht: int | None = None  # number of the message that came of it


@dataclass(slots=True)
class NepTelegram:
    """A Bot API server; open it with `with`."""

    taken: list[Oproep] = field(default_factory=list)
    geweigerd: list[tuple[str, int, str]] = field(default_factory=list)
    geblokkeerd: set[int] = field(default_factory=set)  # people who blocked the bot
    storingen: deque[tuple[str, Geweigerd]] = field(default_factory=deque)  # to come, by method
    traag: Callable[[str], bool] = lambda _methode: False  # calls that are never answered
    luister: Callable[[Oproep], None] = lambda _oproep: None  # hears each call that was taken
    webhook: dict[str, Any] | None = None
    adres: str = ""
    last_update: dict[str, Any] = field(default_factory=dict)
    opgehaald: list[str] = field(default_factory=list)  # ids of files that were downloaded
    namen: list[str] = field(default_factory=list)  # of files that were sent along
    _files: dict[str, bytes] = field(default_factory=dict)  # by id
    _updates: list[dict[str, Any]] = field(default_factory=list)
    _berichten: dict[tuple[int, int], dict[str, Any]] = field(default_factory=dict)
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    _polls: int = 0
    _handed: list[int] = field(default_factory=list)
    _gezegd: list[tuple[int, int]] = field(default_factory=list)
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _server: uvicorn.Server | None = None
    _thread: threading.Thread | None = None
    _loop: asyncio.AbstractEventLoop | None = None
    _fresh: asyncio.Event | None = None

    def __enter__(self) -> Self:
        listening = socket.socket(proto=socket.IPPROTO_TCP)  # named, or replies wait 40 ms
        listening.bind(("127.0.0.1", 0))
        self.adres = f"http://127.0.0.1:{listening.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve, args=(listening,), daemon=True)
        self._thread.start()
        self.wait(lambda: self._loop is not None)
        return self

    def __exit__(self, *_: object) -> None:
        if self._server is not None:
            self._server.should_exit = True
            self._server.force_exit = True
        if self._thread is not None:
            self._thread.join(SECONDS)

    def wait(self, ready: Callable[[], Any], seconds: float = SECONDS) -> Any:  # noqa: ANN401
        """Wait until something is so, and return it; an error after so many seconds.

        It is asked at each call of the bot, and now and then between those.
        """
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            with self._changed:
                if found := ready():
                    return found
                self._changed.wait(LOOK_SECONDS)
        raise TimeoutError(f"na {seconds} s niet gebeurd; geweigerd: {self.geweigerd[-3:]}")

    def say(self, van: int, tekst: str, *, chat: int | None = None, **velden: Any) -> int:  # noqa: ANN401
        """Let someone type, in private or in a group; returns the number of the message."""
        number = next(self._numbers)
        groep = chat is not None
        bericht = {
            "message_id": number,
            "date": 1_790_000_000,
            "chat": {"id": chat or van, "type": "group" if groep else "private", "title": "groep"},
            "from": {"id": van, "is_bot": False, "first_name": VOORNAAM},
            **({"text": tekst} if tekst else {}),
            **velden,
        }
        self._gezegd.append((van, number))
        self.bring({"message": bericht})
        return number

    def send_file(
        self,
        van: int,
        naam: str,
        inhoud: bytes,
        *,
        bytes_gezegd: int | None = None,
        **velden: Any,  # noqa: ANN401
    ) -> int:
        """Let someone send a file, which may say that it is larger or smaller than it is."""
        file_id = f"BQACAgQAAxk{next(self._numbers)}"
        self._files[file_id] = inhoud
        document = {
            "file_id": file_id,
            "file_unique_id": f"AgAD{file_id[-4:]}",
            "file_name": naam,
            "mime_type": "application/octet-stream",
            "file_size": len(inhoud) if bytes_gezegd is None else bytes_gezegd,
        }
        return self.say(van, "", document=document, **velden)

    def press(self, van: int, chat: int, bericht: int, data: str) -> None:
        """Let someone press a button of a message."""
        message = self._berichten.get((chat, bericht)) or {
            "message_id": bericht,
            "date": 0,
            "chat": {"id": chat, "type": "private"},
        }
        query = {
            "id": str(next(self._numbers)),
            "from": {"id": van, "is_bot": False, "first_name": VOORNAAM},
            "chat_instance": "1",
            "message": message,
            "data": data,
        }
        self.bring({"callback_query": query})

    def bring(self, update: dict[str, Any]) -> int:
        """Put an update in the queue and return its number."""
        with self._changed:  # the server may be taking confirmed ones away
            number = next(self._numbers)
            self.last_update = {"update_id": number, **update}
            self._updates.append(self.last_update)
        if self._loop is not None and self._fresh is not None:
            self._loop.call_soon_threadsafe(self._fresh.set)
        return number

    def repeat(self, update: dict[str, Any]) -> None:
        """Bring an update that was confirmed once more, as happens after a crash."""
        with self._changed:
            self._updates.append(update)

    def find_texts(self, chat: int) -> list[str]:
        """Return the texts that a chat was sent, in order; an edit counts as a text."""
        return [
            oproep.velden["text"]
            for oproep in list(self.taken)
            if oproep.methode in {"sendMessage", "editMessageText"}
            and str(oproep.velden["chat_id"]) == str(chat)
        ]

    def find_buttons(self, chat: int) -> list[tuple[int, str, str]]:
        """Return the buttons of the last message with any: number of the message, title, data."""
        for oproep in reversed(list(self.taken)):
            markup = oproep.velden.get("reply_markup")
            if markup and str(oproep.velden.get("chat_id")) == str(chat):
                rows = markup["inline_keyboard"]
                number = oproep.bericht or 0
                return [(number, k["text"], k["callback_data"]) for row in rows for k in row]
        return []

    @property
    def last_number(self) -> int:
        """The number of the update that was brought last."""
        return int(self.last_update["update_id"])

    def count_polls_at(self, number: int) -> int:
        """Return how often an update was handed over."""
        return self._handed.count(number)

    def find_said(self, van: int) -> list[int]:
        """Return the numbers of the messages that someone typed."""
        return [number for wie, number in list(self._gezegd) if wie == van]

    def count_waiting(self) -> int:
        """Return how many updates were not confirmed yet."""
        return len(self._updates)

    def take_updates(self) -> list[dict[str, Any]]:
        """Return the updates that wait, and take them away, as a webhook does."""
        with self._changed:
            found, self._updates = self._updates, []
        return found

    def _serve(self, listening: socket.socket) -> None:
        asyncio.run(self._run(listening))

    async def _run(self, listening: socket.socket) -> None:
        self._fresh = asyncio.Event()
        app = Starlette(
            routes=[
                Route("/bot{token}/{methode}", self._answer, methods=["POST"]),
                Route("/file/bot{token}/{path:path}", self._give_file, methods=["GET"]),
            ]
        )
        config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off")
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        self._server = uvicorn.Server(config)
        self._loop = asyncio.get_running_loop()
        self._notify()
        await self._server._serve([listening])  # noqa: SLF001 (serve() takes the signals)

    async def _answer(self, request: Request) -> Response:
        if request.path_params["token"] != TOKEN:
            return _refuse(Geweigerd(401, "Unauthorized"))
        methode = request.path_params["methode"]
        body = await request.body()
        velden = read_fields(request.headers.get("content-type", ""), body)
        self.namen += read_names(body)
        try:
            if self.traag(methode):
                await asyncio.Event().wait()
            self._fail_as_told(methode)
            check_call(methode, velden)
            result = await self._do(methode, velden)
        except Geweigerd as fout:
            self.geweigerd.append((methode, fout.code, fout.beschrijving))
            self._notify()
            return _refuse(fout)
        return JSONResponse({"ok": True, "result": result})

    async def _give_file(self, request: Request) -> Response:
        """Give a file at the link that getFile made; to who knows the token alone."""
        file_id = request.path_params["path"].removeprefix("documents/")
        if request.path_params["token"] != TOKEN or file_id not in self._files:
            return _refuse(Geweigerd(404, "Not Found"))
        self.opgehaald.append(file_id)
        return Response(self._files[file_id], media_type="application/octet-stream")

    def _get_file(self, file_id: str) -> dict[str, Any]:
        inhoud = self._files.get(file_id)
        if inhoud is None:
            raise Geweigerd(
                400, "Bad Request: wrong file_id or the file is temporarily unavailable"
            )
        if len(inhoud) > MAX_FILE:
            raise Geweigerd(400, "Bad Request: file is too big")
        return {
            "file_id": file_id,
            "file_unique_id": f"AgAD{file_id[-4:]}",
            "file_size": len(inhoud),
            "file_path": f"documents/{file_id}",
        }

    def _fail_as_told(self, methode: str) -> None:
        for storing in list(self.storingen):
            if storing[0] == methode:
                self.storingen.remove(storing)
                raise storing[1]

    async def _do(self, methode: str, velden: dict[str, Any]) -> Any:  # noqa: ANN401
        if methode == "getUpdates":
            return await self._get_updates(velden)
        result = self._do_at_once(methode, velden)
        number = result.get("message_id") if isinstance(result, dict) else None
        oproep = Oproep(methode, velden, number)
        self.taken.append(oproep)
        self.luister(oproep)
        self._notify()
        return result

    def _do_at_once(self, methode: str, velden: dict[str, Any]) -> Any:  # noqa: ANN401
        if methode == "getMe":
            return BOT
        if methode == "getFile":
            return self._get_file(velden["file_id"])
        if methode in {"setWebhook", "deleteWebhook"}:
            self.webhook = velden if methode == "setWebhook" else None
        if "chat_id" in velden and int(velden["chat_id"]) in self.geblokkeerd:
            raise Geweigerd(403, "Forbidden: bot was blocked by the user")
        if methode in {"sendMessage", "sendDocument"}:
            return self._keep(int(velden["chat_id"]), next(self._numbers), velden)
        if methode == "editMessageText":
            return self._edit(velden)
        return True

    def _keep(self, chat: int, number: int, velden: dict[str, Any]) -> dict[str, Any]:
        bericht = {
            "message_id": number,
            "date": 1_790_000_000,
            "chat": {"id": chat, "type": "private" if chat > 0 else "group", "title": "groep"},
            "from": BOT,
            "text": velden.get("text", velden.get("caption", "")),
        }
        if velden.get("reply_markup"):
            bericht["reply_markup"] = velden["reply_markup"]
        self._berichten[chat, number] = bericht
        return bericht

    def _edit(self, velden: dict[str, Any]) -> dict[str, Any]:
        chat, number = int(velden["chat_id"]), int(velden["message_id"])
        old = self._berichten.get((chat, number))
        if old is None:
            raise Geweigerd(400, "Bad Request: message to edit not found")
        same = old.get("text") == velden["text"]
        if same and old.get("reply_markup") == velden.get("reply_markup"):
            raise Geweigerd(400, "Bad Request: message is not modified")
        return self._keep(chat, number, velden)

    async def _get_updates(self, velden: dict[str, Any]) -> list[dict[str, Any]]:
        if self.webhook:
            raise Geweigerd(409, "Conflict: can't use getUpdates method while webhook is active")
        self._polls += 1
        mine = self._polls
        offset = velden.get("offset", 0)
        with self._changed:
            self._updates = [u for u in self._updates if u["update_id"] >= offset]
        self._notify()
        assert self._fresh is not None
        if not self._updates and velden.get("timeout"):
            self._fresh.clear()
            try:
                await asyncio.wait_for(self._fresh.wait(), float(velden["timeout"]))
            except TimeoutError:
                return []
        if mine != self._polls:
            raise Geweigerd(409, "Conflict: terminated by other getUpdates request")
        found = self._updates[: velden.get("limit", 100)]
        self._handed += [update["update_id"] for update in found]
        return found

    def _notify(self) -> None:
        with self._changed:
            self._changed.notify_all()


def _refuse(fout: Geweigerd) -> Response:
    data: dict[str, Any] = {
        "ok": False,
        "error_code": fout.code,
        "description": fout.beschrijving,
    }
    if fout.parameters:
        data["parameters"] = fout.parameters
    return JSONResponse(data, fout.code)
