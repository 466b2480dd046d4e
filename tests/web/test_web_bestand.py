"""A file in the browser chat: who may send one, what a form must prove, the whole way."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest

from knowledge.database import open_database
from knowledge.invoer.grenzen import GESPREK
from sociale_kaart.deelnemer import Rol

KOP = (
    "slug;naam;soort;werkgebied;leefgebieden;omschrijving;route;voorbeeldvragen;status;bronnen\r\n"
)


def make_csv(slug: str, naam: str, vraag: str) -> bytes:
    rij = (
        f"{slug};{naam};voorziening;zwijndrecht;meedoen;Leent iets uit.;Wijkteam | leent het uit;"
        f"{vraag};actueel;rib-zorgmariniers-2021 | tabel effecten | 2021\r\n"
    )
    return (KOP + rij).encode()


def find_token(page: str) -> str:
    found = re.search(r'name="token" value="([^"]+)"', page)
    assert found
    return found[1]


@contextmanager
def enter_as(server: Any, rol: Rol) -> Iterator[httpx.Client]:
    """Return a browser without a screen, signed in as someone new in a role."""
    with httpx.Client(
        base_url=server.url, headers={"Origin": server.url}, follow_redirects=True
    ) as client:
        client.post("/uitnodiging", data={"token": server.invite(rol)})
        yield client


def send(
    client: httpx.Client, naam: str, inhoud: bytes, token: str | None = None
) -> httpx.Response:
    found = find_token(client.get("/").text) if token is None else token
    return client.post("/bestand", data={"token": found}, files={"bestand": (naam, inhoud)})


def see(client: httpx.Client, page: str, zin: str) -> str:
    """Return the page with a sentence; on a busy machine it comes after the page, as a stream."""
    if zin in page:
        return page
    with client.stream("GET", "/stroom", params={"na": "0"}, timeout=60) as stream:
        next(line for line in stream.iter_lines() if zin in line)
    return client.get("/").text


def test_a_file_is_shown_published_and_found_without_javascript(server: Any) -> None:
    with enter_as(server, Rol.AANVOERDER) as client:
        inhoud = make_csv("roeiboot-zwijndrecht", "Roeibootpunt", "waar leen ik een roeiboot")
        page = see(client, send(client, "kaart.csv", inhoud).text, "Nieuw: 1")
        assert "Nieuw: 1 · gewijzigd: 0 · gelijk: 0" in page
        knop = re.search(r'<button name="druk" value="([^"]+)">Publiceren</button>', page)
        assert knop
        page = client.post("/bericht", data={"token": find_token(page), "druk": knop[1]}).text
        page = see(client, page, "Gepubliceerd")
        vraag = {"token": find_token(page), "tekst": "waar leen ik een roeiboot"}
        page = see(client, client.post("/bericht", data=vraag).text, "Roeibootpunt</b>")
        assert "Roeibootpunt" in page.rpartition("Gepubl")[2]


@pytest.mark.parametrize("rol", sorted(set(Rol) - {Rol.AANVOERDER}))
def test_only_an_aanvoerder_sees_the_form_and_may_use_it(server: Any, rol: Rol) -> None:
    with enter_as(server, rol) as client:
        page = client.get("/").text
        assert 'type="file"' not in page
        assert send(client, "kaart.csv", b"slug").status_code == 403
    with enter_as(server, Rol.AANVOERDER) as client:
        assert 'type="file"' in client.get("/").text


def test_who_is_not_signed_in_sends_nothing(server: Any) -> None:
    with httpx.Client(base_url=server.url, headers={"Origin": server.url}) as client:
        assert send(client, "kaart.csv", b"slug", "x").status_code == 403


def test_a_file_from_another_site_or_without_the_token_is_refused(server: Any) -> None:
    with enter_as(server, Rol.AANVOERDER) as client, enter_as(server, Rol.AANVOERDER) as ander:
        token = find_token(client.get("/").text)
        assert send(ander, "kaart.csv", b"slug", token).status_code == 403
        assert send(client, "kaart.csv", b"slug", "").status_code == 403
        client.headers["Origin"] = "https://boef.example"
        assert send(client, "kaart.csv", b"slug", token).status_code == 403


@pytest.mark.parametrize(
    ("naam", "inhoud", "zin"),
    [
        ("kaart.exe", b"x", "Dit soort bestand lees ik niet"),
        ("kaart.csv", b"", "Dit bestand is leeg"),
        ("kaart.csv", b"x" * (GESPREK.bestand + 1), "groter dan 5 MB"),
        ("kaart.csv", b"x" * (4 * GESPREK.bestand), "groter dan 5 MB"),
        ("kaart.xlsx", b"geen excel", "beschadigd"),
        ("kaart.zip", b"PK\x03\x04stuk", "beschadigd"),
    ],
    ids=["kind", "empty", "just too large", "far too large", "no workbook", "broken zip"],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(
    server: Any, naam: str, inhoud: bytes, zin: str
) -> None:
    with enter_as(server, Rol.AANVOERDER) as client:
        page = send(client, naam, inhoud).text
        page = see(client, page, zin)
        assert "Er is niets veranderd" in page


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"--x\r\n"),
        ("multipart/form-data; boundary=x", b""),
        ("multipart/form-data; boundary=x", b"--x\r\n\r\n"),
        ("multipart/form-data; boundary=x", b"--x\r\n" * 5000 + b"--x--"),
        ("multipart/form-data; boundary=\xff", b"--x--"),
        ("application/x-www-form-urlencoded", b"token=x&bestand=y"),
        ("", b"slug;naam"),
    ],
)
def test_a_form_that_is_none_is_refused(server: Any, kind: str, body: bytes) -> None:
    with enter_as(server, Rol.AANVOERDER) as client:
        headers = {"content-type": kind.encode("latin-1")}
        assert client.post("/bestand", content=body, headers=headers).status_code in {400, 403}


def test_personal_data_in_the_name_of_a_file_is_kept_nowhere(server: Any) -> None:
    with enter_as(server, Rol.AANVOERDER) as client:
        page = send(client, "dossier Fatima el Amrani.csv", make_csv("x-zwd", "X", "waar x")).text
        assert "Amrani" not in page
        assert "[naam]" in page
    for path in server.data.iterdir():
        assert b"Amrani" not in path.read_bytes(), path.name


def test_a_file_with_which_nothing_can_be_done_is_not_kept(server: Any) -> None:
    with enter_as(server, Rol.AANVOERDER) as client:
        page = send(client, "stuk.csv", KOP.encode() + b"x;;;;;;;;;\r\n").text
        assert "rij 2, kolom naam: het veld naam ontbreekt" in page
    database = open_database(server.data)
    try:
        found = database.execute("SELECT count(*) FROM invoer WHERE naam = 'stuk.csv'").fetchone()
        assert found[0] == 0
    finally:
        database.close()
