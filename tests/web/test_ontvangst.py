"""A form with a file, taken apart: names in every writing, bodies that come too slowly."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from starlette.requests import Request

from bot.web.ontvangst import Formulier, read_formulier, read_upload

SOORT = "multipart/form-data; boundary=x"


def make_body(regel: bytes, inhoud: bytes = b"a;b") -> bytes:
    return b"--x\r\nContent-Disposition: form-data; " + regel + b"\r\n\r\n" + inhoud + b"\r\n--x--"


@pytest.mark.parametrize(
    ("regel", "naam"),
    [
        ('name="bestand"; filename="overzicht café.csv"'.encode(), "overzicht café.csv"),
        ('name="bestand"; filename="الخدمات.xlsx"'.encode(), "الخدمات.xlsx"),
        (b"name=\"bestand\"; filename*=utf-8''caf%C3%A9.csv", "café.csv"),
        (b"name=\"bestand\"; filename*=onbekend''kaart.csv", "kaart.csv"),
        (b'name="bestand"; filename="\xff\xfe.csv"', "\ufffd\ufffd.csv"),
        (b'name="bestand"', ""),
    ],
)
def test_the_name_of_a_file_is_read_in_every_writing(regel: bytes, naam: str) -> None:
    formulier = read_formulier(SOORT, make_body(regel))
    assert formulier == Formulier(naam=naam, inhoud=b"a;b")


@pytest.mark.parametrize(
    "soort",
    [
        "multipart/form-data",
        'multipart/form-data; boundary=""',
        "multipart/form-data; boundary=é",
        "multipart/form-data; boundary=\udcff",
        "multipart/form-data; boundary*0*=utf-8''%C3%A9",
        "text/plain; boundary=x",
        "",
    ],
)
def test_a_body_of_another_kind_is_no_form(soort: str) -> None:
    assert read_formulier(soort, make_body(b"name=token")) is None


def test_a_body_of_a_million_parts_is_no_form() -> None:
    assert read_formulier(SOORT, b"\r\n--x" * 1_000_000) is None


class Traag(Request):
    """A request whose body never ends."""

    async def stream(self) -> AsyncIterator[bytes]:
        yield b"--x"
        await asyncio.Event().wait()


def test_a_body_that_comes_too_slowly_is_let_go() -> None:
    request = Traag({"type": "http", "method": "POST", "headers": []})
    assert asyncio.run(read_upload(request, seconds=0.01)) is None
