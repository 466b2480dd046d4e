"""The connection to Telegram: by which way, in which form, and what a fault tells."""

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path

import certifi
import pytest
from telegram import Bot
from telegram.error import NetworkError, TimedOut

from benchmarks.nep.telegram import TOKEN, NepTelegram
from bot.settings import InstellingOngeldig, Settings
from bot.telegram.dienst import make_bot
from bot.telegram.verbinding import Verbinding, name_fault, open_file

SECONDS = 10.0
NERGENS = "http://telegram.invalid"
MENS = 7_000_001

Antwoorder = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Coroutine[None, None, None]]


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@asynccontextmanager
async def serving(answer: Antwoorder) -> AsyncIterator[str]:
    """Let something answer on a port of this machine, and give its address."""
    busy: set[asyncio.Task[None]] = set()

    async def attend(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        busy.add(task)
        await answer(reader, writer)
        writer.close()
        await writer.wait_closed()

    server = await asyncio.start_server(attend, "127.0.0.1", 0)
    try:
        async with server:
            yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        await asyncio.gather(*busy)


@asynccontextmanager
async def connected(base: str, seconds: float = SECONDS) -> AsyncIterator[Verbinding]:
    verbinding = Verbinding(base, 4, seconds)
    await verbinding.initialize()
    try:
        yield verbinding
    finally:
        await verbinding.shutdown()


def make_answer(
    asked: list[bytes], body: bytes = b"{}", status: str = "200 OK", more: str = ""
) -> Antwoorder:
    """Return what keeps the first line of each request, and says the same to each."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append((await reader.readuntil(b"\r\n\r\n")).split(b"\r\n")[0])
        head = (
            f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n{more}\r\n"
        )
        writer.write(head.encode() + body)
        await writer.drain()

    return answer


async def say_nothing(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    await reader.read()  # until the other gives up


async def hang_up(_reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    return


@pytest.mark.parametrize("name", ["http_proxy", "all_proxy"])
@pytest.mark.parametrize("make_name", [str, lambda proxy: proxy.removeprefix("http://")])
def test_a_proxy_of_the_environment_stands_between(
    monkeypatch: pytest.MonkeyPatch, name: str, make_name: Callable[[str], str]
) -> None:
    asked: list[bytes] = []

    async def ask() -> tuple[int, bytes]:
        async with serving(make_answer(asked)) as proxy:
            monkeypatch.setenv(name, make_name(proxy))
            async with connected(NERGENS) as verbinding:
                return await verbinding.do_request(f"{NERGENS}/botx/getMe", "POST")

    assert asyncio.run(ask()) == (200, b"{}")
    assert asked == [f"POST {NERGENS}/botx/getMe HTTP/1.1".encode()]


@pytest.mark.parametrize("except_for", [str, lambda place: place.partition(":")[0]])
def test_an_address_that_the_environment_excepts_is_asked_straight(
    monkeypatch: pytest.MonkeyPatch, except_for: Callable[[str], str]
) -> None:
    asked: list[bytes] = []

    async def ask() -> tuple[int, bytes]:
        monkeypatch.setenv("http_proxy", NERGENS)
        async with serving(make_answer(asked)) as base:
            monkeypatch.setenv("no_proxy", except_for(base.removeprefix("http://")))
            async with connected(base) as verbinding:
                return await verbinding.do_request(f"{base}/botx/getMe", "POST")

    assert asyncio.run(ask()) == (200, b"{}")
    assert asked == [b"POST /botx/getMe HTTP/1.1"]


def test_a_proxy_that_does_not_speak_http_is_refused_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("all_proxy", "socks5://127.0.0.1:1080")
    with pytest.raises(InstellingOngeldig, match="spreekt geen HTTP"):
        make_bot(Settings(telegram_token=TOKEN, _env_file=None))


def test_certificates_that_the_environment_names_are_trusted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    none = tmp_path / "geen.pem"
    none.touch()
    monkeypatch.setenv("SSL_CERT_FILE", str(none))
    code = (
        "from bot.telegram.verbinding import _read_certificates as r; print(r().cert_store_stats())"
    )
    with pytest.raises(subprocess.CalledProcessError):  # a file without a certificate is none
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    monkeypatch.setenv("SSL_CERT_FILE", _keep_one(tmp_path / "een.pem"))
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert "'x509': 1" in found.stdout


def _keep_one(path: Path) -> str:
    """Write the first certificate that is trusted otherwise, and return where."""
    begin, end = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"
    trusted = Path(certifi.where()).read_text(encoding="utf-8")
    path.write_text(begin + trusted.split(begin)[1].split(end)[0] + end + "\n", encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("answer", "seconds", "fault"),
    [(hang_up, SECONDS, NetworkError), (say_nothing, 0.02, TimedOut)],
)
def test_a_fault_is_told_without_the_token(
    answer: Antwoorder, seconds: float, fault: type[NetworkError]
) -> None:
    async def ask() -> None:
        async with serving(answer) as base, connected(base, seconds) as verbinding:
            await verbinding.do_request(f"{base}/bot{TOKEN}/getMe", "POST")

    with pytest.raises(fault) as told:
        asyncio.run(ask())
    assert type(told.value) is fault
    assert TOKEN not in str(told.value)
    assert told.value.__suppress_context__  # nor in what a log would print below it


def test_nobody_at_the_address_is_a_fault_of_the_line() -> None:
    async def ask() -> None:
        async with serving(hang_up) as base:
            pass  # closed again: nothing listens there now
        async with connected(base) as verbinding:
            await verbinding.do_request(f"{base}/bot{TOKEN}/getMe", "POST")

    with pytest.raises(NetworkError, match="ClientConnector"):
        asyncio.run(ask())


def test_after_it_was_let_go_it_can_be_used_again() -> None:
    async def ask() -> list[tuple[int, bytes]]:
        async with serving(make_answer([])) as base, connected(base) as verbinding:
            found = [await verbinding.do_request(base, "POST")]
            await verbinding.shutdown()
            await verbinding.initialize()
            return [*found, await verbinding.do_request(base, "POST")]

    assert asyncio.run(ask()) == [(200, b"{}")] * 2


def test_what_was_let_go_asks_nothing_more() -> None:
    async def ask() -> None:
        async with serving(make_answer([])) as base, connected(base) as verbinding:
            await verbinding.shutdown()
            await verbinding.do_request(base, "POST")

    with pytest.raises(NetworkError, match="NietOpen"):
        asyncio.run(ask())


def test_what_went_wrong_on_the_line_is_named_and_nothing_else() -> None:
    assert name_fault(NetworkError("ClientConnectorCertificateError")) == (
        "NetworkError_ClientConnectorCertificateError"
    )
    assert name_fault(NetworkError(f"http://x/bot{TOKEN}/getMe")) == "NetworkError"
    assert name_fault(TimedOut()) == "TimedOut"


@pytest.mark.parametrize("naam", ["kaart.csv", 'de "kaart" van Zoë.csv'])
def test_a_file_goes_along_under_its_own_name(naam: str) -> None:
    async def send(nep: NepTelegram) -> None:
        base = f"{nep.adres}/bot"
        async with Bot(TOKEN, base_url=base, request=Verbinding(base, 4, SECONDS)) as bot:
            await bot.send_document(
                MENS,
                b"een;twee\r\n\xff",
                filename=naam,
                caption="é",
                api_kwargs={"reply_markup": {"inline_keyboard": [[{"text": "Ja"}]]}},
            )

    with NepTelegram() as nep:
        asyncio.run(send(nep))
        [oproep] = [oproep for oproep in nep.taken if oproep.methode == "sendDocument"]
    assert nep.namen == [naam]
    assert oproep.velden["document"] == b"een;twee\r\n\xff"
    assert oproep.velden["caption"] == "é"
    assert oproep.velden["reply_markup"] == {"inline_keyboard": [[{"text": "Ja"}]]}


@pytest.mark.parametrize(
    ("status", "more"), [("404 Not Found", ""), ("302 Found", "Location: /elders\r\n")]
)
def test_what_is_not_the_file_itself_is_not_taken_for_it(status: str, more: str) -> None:
    asked: list[bytes] = []

    async def fetch() -> list[bytes]:
        async with (
            serving(make_answer(asked, b"geen bestand", status, more)) as base,
            open_file(f"{base}/file/bot{TOKEN}/een", SECONDS) as pieces,
        ):
            return [piece async for piece in pieces]

    with pytest.raises(NetworkError, match=status[:3]):
        asyncio.run(fetch())
    assert len(asked) == 1


def test_a_file_comes_whole() -> None:
    async def fetch() -> bytes:
        async with (
            serving(make_answer([], bytes(200_000))) as base,
            open_file(f"{base}/een", SECONDS) as pieces,
        ):
            return b"".join([piece async for piece in pieces])

    assert asyncio.run(fetch()) == bytes(200_000)


@pytest.mark.parametrize(
    ("result", "left"),
    [
        (
            {"message_id": 7, "date": 1, "text": "a", "reply_markup": {}},
            {"message_id": 7, "date": 1},
        ),
        ([{"update_id": 1, "message": {"message_id": 7, "text": "a"}}], None),
        ({"file_id": "f", "file_path": "p"}, None),
        (True, None),
    ],
    ids=["sent", "updates", "file", "done"],
)
def test_of_what_was_sent_the_number_comes_back_and_of_the_rest_all(
    result: object, left: object
) -> None:
    said = Verbinding.parse_json_payload(json.dumps({"ok": True, "result": result}).encode())
    assert said == {"ok": True, "result": result if left is None else left}
