"""A mail says that a message waits, to who asked for it and is not there, and nothing more."""

import asyncio
import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from sqlite_utils import Database

from bot.mail import Mailserver, Seiner, is_mailadres
from handlers.render import Renderer
from knowledge.database import open_memory_database, write_transaction
from knowledge.deelnemers import Adres, write_deelnemer
from knowledge.mailadres import AFWEZIG, RUST, claim_mail, find_mailadres, write_mailadres
from knowledge.sessies import WEB, SessieStore
from scheduler.clock import AMSTERDAM, FixedClock
from scheduler.outbox import Uitgaand
from scheduler.webpost import Webpost
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol

NU = datetime(2026, 11, 24, 9, 0, tzinfo=AMSTERDAM)  # Tuesday
MAIL = "iemand@wijkteam.example"


@pytest.fixture
def database() -> Iterator[Database]:
    made = open_memory_database()
    deelnemer = Deelnemer(
        id="d", rol=Rol.PROFESSIONAL, organisatie="x", soort=Organisatiesoort.WELZIJN, gemeente="x"
    )
    with write_transaction(made):
        write_deelnemer(made, deelnemer, Adres(kanaal=WEB, adres="w"), NU)
    yield made
    made.close()


def test_only_who_gave_an_address_and_is_away_is_mailed_and_not_too_often(
    database: Database,
) -> None:
    assert claim_mail(database, "w", NU) is None
    write_mailadres(database, "d", MAIL)
    SessieStore(database).begin("w", "browser", NU)
    assert claim_mail(database, "w", NU + AFWEZIG - timedelta(seconds=1)) is None
    away = NU + AFWEZIG + timedelta(seconds=1)
    assert claim_mail(database, "w", away) == MAIL
    assert claim_mail(database, "w", away + RUST - timedelta(seconds=1)) is None
    assert claim_mail(database, "w", away + RUST + timedelta(seconds=1)) == MAIL
    write_mailadres(database, "d", None)
    assert find_mailadres(database, "d") is None
    assert claim_mail(database, "w", away + 2 * RUST) is None


def test_who_has_a_tab_open_is_not_called_away(database: Database) -> None:
    post = Webpost(database, FixedClock(NU))
    heard: list[str] = []
    post.afwezig = heard.append
    uit = Uitgaand(kanaal=WEB, gesprek="w", soort="stuur", inhoud={"tekst": "x", "knoppen": []})
    tab = post.open_tab("w")
    asyncio.run(post.send(uit))
    assert heard == []
    post.close_tab("w", tab)
    asyncio.run(post.send(uit))
    assert heard == ["w"]


@pytest.mark.parametrize(
    "text",
    ["", "x", "a@b", "a@b.nl\nBcc: c@d.nl", "a@b.nl, c@d.nl", "<a@b.nl>", "a b@c.nl", "@b.nl"],
)
def test_what_is_no_single_address_is_refused(text: str) -> None:
    assert not is_mailadres(text)


def test_an_address_is_one() -> None:
    assert is_mailadres(MAIL)
    assert is_mailadres("voor.naam+x@sub.gemeente.nl")


class Postbus:
    """A mail server of a few lines: it takes one mail and keeps its lines."""

    def __init__(self) -> None:
        self.regels: list[str] = []

    async def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 postbus\r\n")
        in_mail = False
        while raw := await reader.readline():
            line = raw.decode().rstrip("\r\n")
            self.regels.append(line)
            if in_mail and line != ".":
                continue
            in_mail = line.casefold() == "data"
            code = {
                "ehlo": b"250-postbus\r\n250 AUTH PLAIN",
                "data": b"354 ga door",
                "quit": b"221 dag",
            }
            writer.write(code.get(line.casefold().split(" ")[0], b"250 goed") + b"\r\n")
            if line.casefold() == "quit":
                break
        writer.close()


def test_a_mail_says_that_a_message_waits_and_where() -> None:
    postbus = Postbus()
    gemeld: list[str] = []

    async def run() -> None:
        server = await asyncio.start_server(postbus.take, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        seiner = Seiner(
            Mailserver(f"smtp://127.0.0.1:{port}"),
            "https://wegwijzer.example",
            Renderer(),
            meld=gemeld.append,
        )
        await seiner.tell(MAIL)
        server.close()
        await Seiner(
            Mailserver(f"smtp://127.0.0.1:{port}"),
            "https://x.example",
            Renderer(),
            meld=gemeld.append,
        ).tell(MAIL)

    asyncio.run(run())
    assert gemeld[0] == "mail_verstuurd"
    assert gemeld[1].startswith("mail_mislukt_")
    assert any(MAIL in regel for regel in postbus.regels if regel.casefold().startswith("rcpt"))
    assert "Open https://wegwijzer.example in de browser waarin je bent ingelogd." in postbus.regels


def test_a_password_does_not_go_over_an_open_line() -> None:
    postbus = Postbus()
    gemeld: list[str] = []

    async def run() -> None:
        server = await asyncio.start_server(postbus.take, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        adres = Mailserver(f"smtp://naam:woord@127.0.0.1:{port}")
        await Seiner(adres, "https://x.example", Renderer(), meld=gemeld.append).tell(MAIL)
        server.close()

    asyncio.run(run())
    assert gemeld == ["mail_mislukt_SMTPNotSupportedError"]
    assert not any(regel.casefold().startswith("auth") for regel in postbus.regels)


def test_who_left_is_sent_nothing_that_stays(database: Database) -> None:
    post = Webpost(database, FixedClock(NU))
    inhoud = {"tekst": "Alles is gewist.", "knoppen": []}
    for adres in ("w", "vertrokken"):
        asyncio.run(post.send(Uitgaand(kanaal=WEB, gesprek=adres, soort="stuur", inhoud=inhoud)))
    assert [row["adres"] for row in database["webbericht"].rows] == ["w"]


def test_a_message_is_there_once_where_the_mail_cannot_be_claimed(database: Database) -> None:
    def refuse(_: str) -> None:
        raise sqlite3.OperationalError("database is locked")

    post = Webpost(database, FixedClock(NU))
    post.afwezig = refuse
    inhoud = {"tekst": "x", "knoppen": []}
    asyncio.run(post.send(Uitgaand(kanaal=WEB, gesprek="w", soort="stuur", inhoud=inhoud)))
    assert database["webbericht"].count == 1
