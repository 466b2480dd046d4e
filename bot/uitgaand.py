"""From a reply to what goes into the outbox."""

from dataclasses import asdict

from handlers.exchange import Antwoord, Knop
from knowledge.deelnemers import Adres
from scheduler.outbox import MENU, Uitgaand
from sociale_kaart.deelnemer import Rol


def make_menu_bericht(adres: Adres, rol: Rol) -> Uitgaand:
    """Return what gives a chat the menu of commands of a role."""
    return Uitgaand(kanaal=adres.kanaal, gesprek=adres.adres, soort=MENU, inhoud={"rol": rol.value})


def make_uitgaand(
    adres: Adres,
    antwoord: Antwoord,
    *,
    gesprek: str | None = None,
    bericht: str | None = None,
) -> Uitgaand:
    """Return a reply as a message for a channel.

    Args:
        adres: of the one whom the buttons are for.
        antwoord: the reply.
        gesprek: the chat, where it is another than that of the person.
        bericht: the message that is replaced, if the reply replaces one.
    """
    replaces = bericht is not None and antwoord.vervangt and antwoord.bijlage is None
    return Uitgaand(
        kanaal=adres.kanaal,
        gesprek=gesprek or adres.adres,
        soort="wijzig" if replaces else "stuur",
        inhoud={
            "tekst": antwoord.tekst,
            "knoppen": [[_write_knop(knop) for knop in row] for row in antwoord.knoppen],
            "bijlage": asdict(antwoord.bijlage) if antwoord.bijlage else None,
            "voor": adres.adres,
            "bericht": bericht,
        },
        geheim=antwoord.geheim,
    )


def _write_knop(knop: Knop) -> dict[str, str]:
    return {"titel": knop.titel, "data": knop.data}
