"""The secret address of a calendar, over HTTP, as a calendar program asks for it."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import httpx
import pytest

from knowledge.database import open_database, write_transaction
from knowledge.deelnemers import block
from knowledge.uitnodigingen import make_token
from scheduler.clock import SystemClock
from scheduler.herinnering.herinnering import Herinnering
from scheduler.herinnering.opslag import make_kort_id, write_nieuw

Enter = Callable[[], AbstractContextManager[httpx.Client]]


def press(client: httpx.Client, titel: str) -> str:
    """Press the last button with a title, and return the page after it."""
    page = client.get("/").text
    forms = re.findall(r'<form class="knoppen".*?</form>', page, re.DOTALL)
    form = next(f for f in reversed(forms) if f">{titel}<" in f)
    fields = dict(re.findall(r'name="(token|plek)" value="([^"]*)"', form))
    [druk] = re.findall(rf'name="druk" value="([^"]*)">{titel}<', form)
    return client.post("/bericht", data={**fields, "druk": druk}).text


def say(client: httpx.Client, tekst: str) -> str:
    token = re.search(r'name="token" value="([^"]*)"', client.get("/").text)
    assert token
    return client.post("/bericht", data={"token": token[1], "tekst": tekst}).text


def make_adres(client: httpx.Client) -> str:
    """Ask for an address as a person does, and return its path."""
    say(client, "/agenda")
    press(client, "In mijn eigen agenda")
    found = re.findall(r"/agenda/[A-Za-z0-9_-]+\.ics", press(client, "Maak een geheim adres"))
    return str(found[-1])


def find_deelnemer(server) -> str:
    """Return whose address was made last."""
    database = open_database(server.data)
    row = database.execute("SELECT deelnemer FROM agenda_adres ORDER BY op DESC LIMIT 1").fetchone()
    database.close()
    return str(row["deelnemer"])


def add_herinnering(server, wie: str, tekst: str) -> str:
    nu = SystemClock().get_nu()
    moment = nu + timedelta(days=3)
    herinnering = Herinnering(
        id=make_kort_id(),
        eigenaar=wie,
        ontvanger=wie,
        gemeente="zwijndrecht",
        tekst=tekst,
        gemaakt=nu,
        afgesproken=moment,
        eerste=moment,
        volgend=moment,
    )
    database = open_database(server.data)
    with write_transaction(database):
        write_nieuw(database, herinnering, wie)
    database.close()
    return herinnering.id


def test_a_program_without_a_cookie_reads_the_agenda(enter: Enter, server) -> None:
    with enter() as client:
        path = make_adres(client)
        wie = find_deelnemer(server)
        herinnering = add_herinnering(server, wie, "bellen, met [naam]")
        reply = httpx.get(f"{server.url}{path}")
    assert reply.status_code == 200
    assert reply.headers["content-type"] == "text/calendar; charset=utf-8"
    assert reply.headers["cache-control"] == "no-store"
    assert "set-cookie" not in reply.headers
    assert f"UID:{herinnering}@wegwijzer" in reply.text
    assert "SUMMARY:bellen\\, met [naam]" in reply.text
    assert wie not in reply.text
    assert httpx.head(f"{server.url}{path}").status_code == 200


def test_what_is_no_address_looks_like_any_page_that_is_not_there(enter: Enter, server) -> None:
    with enter() as client:
        path = make_adres(client)
        nothing = httpx.get(f"{server.url}/bestaat-niet")
        token = path.removeprefix("/agenda/").removesuffix(".ics")
        for wrong in (make_token(), token[:-1], token + "A", token.swapcase(), "x" * 4000, "%00"):
            reply = httpx.get(f"{server.url}/agenda/{wrong}.ics")
            assert (reply.status_code, reply.text) == (404, nothing.text)
            assert dict(reply.headers) == {**nothing.headers, "date": reply.headers["date"]}


def test_an_address_that_was_taken_back_or_replaced_is_gone(enter: Enter, server) -> None:
    with enter() as client:
        old = make_adres(client)
        press(client, "In mijn eigen agenda")
        page = press(client, "Maak een nieuw geheim adres")
        new = re.findall(r"/agenda/[A-Za-z0-9_-]+\.ics", page)[-1]
        assert new != old
        assert httpx.get(f"{server.url}{old}").status_code == 404
        assert httpx.get(f"{server.url}{new}").status_code == 200
        press(client, "Trek het adres in")
        assert httpx.get(f"{server.url}{new}").status_code == 404


def test_who_is_blocked_or_left_has_no_address(enter: Enter, server) -> None:
    with enter() as client:
        path = make_adres(client)
        wie = find_deelnemer(server)
        for geblokkeerd, status in ((True, 404), (False, 200)):
            database = open_database(server.data)
            block(database, wie, geblokkeerd=geblokkeerd)
            database.close()
            assert httpx.get(f"{server.url}{path}").status_code == status
        say(client, "/vergeetmij")
        press(client, "Ja, wis alles")
        assert httpx.get(f"{server.url}{path}").status_code == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_an_address_is_only_read(enter: Enter, server, method: str) -> None:
    with enter() as client:
        path = make_adres(client)
    assert httpx.request(method, f"{server.url}{path}").status_code == 405
