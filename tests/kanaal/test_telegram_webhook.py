"""Updates that Telegram brings: only with the secret, and each answered once."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from dienst import VRAAG, Dienst, admit, find_port, running

SECRET = "geheim-van-de-webhook"
HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture(scope="module")
def poort() -> int:
    return find_port()


@pytest.fixture(scope="module")
def haak(tmp_path_factory: pytest.TempPathFactory, gevuld: Path, poort: int) -> Iterator[Dienst]:
    """A running process to which updates are brought."""
    with running(
        tmp_path_factory.mktemp("haak"),
        gevuld,
        WEGWIJZER_TELEGRAM_WEBHOOK="https://wegwijzer.voorbeeld",
        WEGWIJZER_TELEGRAM_SECRET=SECRET,
        WEGWIJZER_WEB=f"127.0.0.1:{poort}",
    ) as found:
        found.nep.wait(lambda: found.nep.webhook)
        yield found


def bring(poort: int, body: object, secret: str | None = SECRET) -> int:
    """Bring a body to the webhook and return the code of the answer."""
    headers = {} if secret is None else {HEADER: secret}
    adres = f"http://127.0.0.1:{poort}/telegram"
    if isinstance(body, bytes):
        return httpx.post(adres, content=body, headers=headers, timeout=10).status_code
    return httpx.post(adres, json=body, headers=headers, timeout=10).status_code


def say(dienst: Dienst, mens: int, tekst: str) -> dict[str, object]:
    """Return the update of something that was typed."""
    dienst.nep.say(mens, tekst)
    return dienst.nep.take_updates()[-1]


def test_telegram_is_told_where_to_bring_updates(haak: Dienst) -> None:
    assert haak.nep.webhook is not None
    assert haak.nep.webhook["url"] == "https://wegwijzer.voorbeeld/telegram"
    assert haak.nep.webhook["secret_token"] == SECRET
    assert not haak.nep.webhook.get("drop_pending_updates")


def test_what_is_brought_is_answered(haak: Dienst, poort: int) -> None:
    mens = admit(haak.data)
    assert bring(poort, say(haak, mens, VRAAG)) == 200
    haak.nep.wait(lambda: "briefadres" in "".join(haak.nep.find_texts(mens)).casefold())


def test_what_is_brought_twice_is_answered_once(haak: Dienst, poort: int) -> None:
    mens = admit(haak.data)
    update = say(haak, mens, VRAAG)
    assert [bring(poort, update), bring(poort, update)] == [200, 200]
    assert bring(poort, say(haak, mens, "/help")) == 200
    haak.nep.wait(lambda: "Zo werkt het" in "".join(haak.nep.find_texts(mens)))
    assert len(haak.nep.find_texts(mens)) == 2


@pytest.mark.parametrize("secret", [None, "", "geraden", SECRET + "x", SECRET[:-1], SECRET.upper()])
def test_without_the_secret_nothing_is_taken(haak: Dienst, poort: int, secret: str | None) -> None:
    mens = admit(haak.data)
    assert bring(poort, say(haak, mens, "/privacy"), secret) == 403
    assert bring(poort, say(haak, mens, "/help")) == 200
    haak.nep.wait(lambda: haak.nep.find_texts(mens))
    assert "Zo werkt het" in haak.nep.find_texts(mens)[0]


@pytest.mark.parametrize(
    "body", [b"", b"geen json", b"[]", b"null", b"\xff\xfe", b'{"message": {}}', b'"tekst"']
)
def test_what_is_no_update_is_refused(haak: Dienst, poort: int, body: bytes) -> None:
    assert bring(poort, body) == 400


@pytest.mark.parametrize(
    "body",
    [
        {"update_id": "x"},
        {"update_id": 1, "message": {"message_id": 1}},
        {"update_id": 2, "message": "tekst"},
        {"update_id": 3, "callback_query": {"id": "1"}},
        {"update_id": 4, "iets_nieuws": {"a": 1}},
        {"update_id": None},
    ],
    ids=str,
)
def test_a_strange_update_breaks_nothing(haak: Dienst, poort: int, body: dict[str, object]) -> None:
    assert bring(poort, body) in {200, 400}
    assert "Traceback" not in haak.log


def test_too_much_is_refused_before_it_is_read(haak: Dienst, poort: int) -> None:
    assert bring(poort, b"x" * 1_000_001) == 413
    assert bring(poort, b"x" * 1_000_001, None) == 403


def test_other_pages_are_not_there(haak: Dienst, poort: int) -> None:
    assert httpx.get(f"http://127.0.0.1:{poort}/telegram", timeout=10).status_code == 405
    assert httpx.get(f"http://127.0.0.1:{poort}/metrics", timeout=10).status_code == 404


def test_it_stops_with_0(haak: Dienst) -> None:
    assert haak.stop() == 0
