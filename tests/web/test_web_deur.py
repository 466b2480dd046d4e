"""Who gets in, who does not, and what a form must prove."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack

import httpx
import pytest

from bot.web.gesprek import MOST_TABS

Enter = Callable[[], AbstractContextManager[httpx.Client]]


def find_token(page: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found
    return found[1]


def find_buttons(page: str) -> dict[str, str]:
    """Return the data of the buttons by their titles; of equal titles the last."""
    found = re.findall(r'<button name="druk" value="([^"]+)">([^<]+)</button>', page)
    return {titel: data for data, titel in found}


def say(client: httpx.Client, tekst: str) -> str:
    """Type a text as a browser without JavaScript does, and return the page that follows."""
    token = find_token(client.get("/").text)
    return client.post("/bericht", data={"token": token, "tekst": tekst}).text


def press(client: httpx.Client, data: str, token: str | None = None) -> httpx.Response:
    found = token or find_token(client.get("/").text)
    return client.post("/bericht", data={"token": found, "druk": data})


def test_opening_an_invitation_spends_nothing_and_the_button_does(server) -> None:
    token = server.invite()
    with httpx.Client(base_url=server.url, headers={"Origin": server.url}) as client:
        for _ in range(3):
            page = client.get(f"/uitnodiging/{token}")
            assert page.status_code == 200
        assert "Wijkteam &lt;b&gt;Noord&lt;/b&gt;" in page.text
        assert client.post("/uitnodiging", data={"token": token}).status_code == 303
    with httpx.Client(base_url=server.url, headers={"Origin": server.url}) as other:
        assert other.get(f"/uitnodiging/{token}").status_code == 410
        assert other.post("/uitnodiging", data={"token": token}).status_code == 410
        assert "niet ingelogd" in other.get("/").text


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(server) -> None:
    token = server.invite()
    with httpx.Client(base_url=server.url, headers={"Origin": server.url}) as client:
        cookie = client.post("/uitnodiging", data={"token": token}).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=lax" in cookie.casefold()
    assert f"Max-Age={90 * 24 * 3600}" in cookie


def test_without_javascript_a_question_has_its_answer(enter: Enter) -> None:
    with enter() as client:
        page = say(client, "thuisloze jongen 19 geen adres")
        assert "Lokaal briefadres" in page
        assert "Hele route" in find_buttons(page)
        assert "postadres" not in page.partition("<title>")[0]


def test_a_button_replaces_or_adds_and_never_doubles(enter: Enter) -> None:
    with enter() as client:
        knop = find_buttons(say(client, "briefadres"))["Hele route"]
        one = press(client, knop).text
        two = press(client, knop).text
        assert one.count('data-plek="') <= two.count('data-plek="')


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://boef.example"},
        {"Origin": "null"},
        {},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
def test_a_form_of_another_site_is_refused(enter: Enter, headers: dict[str, str]) -> None:
    with enter() as client:
        token = find_token(client.get("/").text)
        client.headers.pop("Origin")
        reply = client.post("/bericht", data={"token": token, "tekst": "x"}, headers=headers)
        assert reply.status_code == 403


@pytest.mark.parametrize("token", ["", "0" * 64, "é"])
def test_a_form_without_the_token_of_the_session_is_refused(enter: Enter, token: str) -> None:
    with enter() as client:
        assert client.post("/bericht", data={"token": token, "tekst": "x"}).status_code == 403


def test_the_token_of_one_session_is_worth_nothing_in_another(enter: Enter) -> None:
    with enter() as een, enter() as twee:
        token = find_token(een.get("/").text)
        assert twee.post("/bericht", data={"token": token, "tekst": "x"}).status_code == 403


def test_a_button_of_somebody_else_and_a_forged_one_do_nothing(enter: Enter) -> None:
    with enter() as een, enter() as twee:
        knop = find_buttons(say(een, "briefadres"))["Hele route"]
        before = twee.get("/").text.count("data-plek=")
        assert press(twee, knop).text.count("data-plek=") == before
        assert press(twee, "weg:.AAAAAAAA").text.count("data-plek=") == before


def test_nobody_reads_the_chat_of_another(enter: Enter, server) -> None:
    with enter() as een, enter() as twee:
        say(een, "briefadres voor een bijzondere zaak")
        assert "bijzondere zaak" not in twee.get("/").text
        with httpx.Client(base_url=server.url, cookies={"wegwijzer": "geraden"}) as vreemd:
            assert "bijzondere zaak" not in vreemd.get("/").text
            assert vreemd.get("/stroom").status_code == 403
            assert vreemd.get("/bijlage/1").status_code == 404


def test_what_follows_start_is_not_kept(enter: Enter, server) -> None:
    with enter() as client:
        say(client, "/Start geheim-token-van-iemand")
        assert "geheim-token" not in client.get("/").text
    for path in server.data.iterdir():
        assert b"geheim-token-van-iemand" not in path.read_bytes(), path.name


def test_html_in_what_is_typed_stays_text(enter: Enter) -> None:
    with enter() as client:
        page = say(client, "<script>alert(1)</script> <img src=x onerror=alert(1)> briefadres")
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "&lt;script&gt;" in page


def test_personal_data_is_masked_before_it_is_kept(enter: Enter, server) -> None:
    with enter() as client:
        page = say(client, "Fatima el Amrani, geb 3-4-1988, heeft geen adres, bsn 111222333")
        assert "[naam]" in page
        assert "Amrani" not in page
        assert "een naam" in page
    for path in server.data.iterdir():
        assert b"Amrani" not in path.read_bytes(), path.name


@pytest.mark.parametrize(
    "path",
    [
        "/vast/../app.py",
        "/vast/..%2fapp.py",
        "/vast/%2e%2e/%2e%2e/settings.py",
        "/vast/chat.css%00",
        "/wegwijzer.db",
        "/demo",
        "/metrics",
    ],
)
def test_nothing_else_is_in_reach(server, path: str) -> None:
    assert httpx.get(f"{server.url}{path}").status_code == 404


def test_a_body_that_is_too_large_is_refused(enter: Enter) -> None:
    with enter() as client:
        token = find_token(client.get("/").text)
        reply = client.post("/bericht", data={"token": token, "tekst": "x" * 100_000})
        assert reply.status_code == 413


@pytest.mark.parametrize("body", [b"\xff\xfe", b"&".join(b"a=1" for _ in range(50))])
def test_a_form_that_cannot_be_read_is_refused(enter: Enter, body: bytes) -> None:
    with enter() as client:
        assert client.post("/bericht", content=body).status_code in {400, 403}


def test_every_page_carries_the_protecting_headers(server) -> None:
    for path in ("/", "/uitnodiging/x", "/vast/chat.css", "/nergens"):
        headers = httpx.get(f"{server.url}{path}").headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert "server" not in headers


def test_signing_out_everywhere_ends_every_session(enter: Enter, server) -> None:
    with enter() as client:
        page = say(client, "/inloglink")
        link = re.search(r"/inloggen/([\w-]+)", page)
        assert link
        with httpx.Client(base_url=server.url, headers={"Origin": server.url}) as tweede:
            assert tweede.get(f"/inloggen/{link[1]}").status_code == 200
            assert tweede.post("/inloggen", data={"token": link[1]}).status_code == 303
            assert tweede.post("/inloggen", data={"token": link[1]}).status_code == 410
            assert "/inloglink" in tweede.get("/").text, "het gesprek gaat mee met de persoon"
            token = find_token(client.get("/sessies").text)
            client.post("/sessies", data={"token": token, "sessie": "alle"})
            assert "niet ingelogd" in tweede.get("/").text
        assert "niet ingelogd" in client.get("/").text


def test_a_stream_goes_on_where_it_stopped(enter: Enter) -> None:
    with enter() as client:
        say(client, "briefadres")
        numbers = read_numbers(client, 0)
        assert numbers == sorted(set(numbers))
        assert read_numbers(client, numbers[0]) == numbers[1:]


def read_numbers(client: httpx.Client, na: int) -> list[int]:
    """Return the numbers of the messages in a stream, up to the last that the page knows."""
    found = re.search(r'data-laatste="(\d+)"', client.get("/").text)
    assert found
    numbers: list[int] = []
    with client.stream("GET", "/stroom", headers={"Last-Event-ID": str(na)}) as stream:
        for line in stream.iter_lines():
            if line.startswith("id: "):
                numbers.append(int(line[4:]))
                if numbers[-1] == int(found[1]):
                    break
    return numbers


def test_who_leaves_is_signed_out_and_leaves_nothing(enter: Enter, server) -> None:
    with enter() as client:
        page = say(client, "/vergeetmij")
        press(client, find_buttons(page)["Ja, wis alles"])
        assert "niet ingelogd" in client.get("/").text


def test_a_text_is_refused_before_the_work_of_masking_it(enter: Enter) -> None:
    with enter() as client:
        token = find_token(client.get("/").text)
        reply = client.post("/bericht", data={"token": token, "tekst": "jan van der " * 2000})
        assert reply.status_code == 413
        assert "jan van der" not in client.get("/").text


def test_one_person_has_no_more_than_so_many_streams(enter: Enter) -> None:
    with enter() as client, enter() as ander, ExitStack() as streams:
        found = [
            streams.enter_context(client.stream("GET", "/stroom")) for _ in range(MOST_TABS + 1)
        ]
        assert [reply.status_code for reply in found] == [200] * MOST_TABS + [429]
        with ander.stream("GET", "/stroom") as reply:
            assert reply.status_code == 200


def test_a_place_beyond_all_numbers_costs_nobody_the_answer(enter: Enter) -> None:
    with enter() as client:
        knop = find_buttons(say(client, "/vergeetmij"))["Toch niet"]
        token = find_token(client.get("/").text)
        page = client.post("/bericht", data={"token": token, "druk": knop, "plek": "9" * 40}).text
        assert "er is niets veranderd" in page
