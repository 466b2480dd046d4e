"""Writes what a step changes for stuck questions."""

from collections.abc import Callable, Mapping

from bot.schrijven.werk import Schrijfwerk
from handlers.effecten.hulpvraag import HulpvraagAangevuld, HulpvraagBegonnen, HulpvraagStap
from handlers.exchange import Effect
from scheduler.berichten import post_meldingen
from scheduler.hulpvraag.opslag import read_same, write_nieuw
from scheduler.hulpvraag.overgangen import Gebeurtenis, HulpvraagVeranderd
from scheduler.hulpvraag.stap import step
from scheduler.hulpvraag.verder import give_back, send, to_aanvoerder
from scheduler.hulpvraag.verloop import (
    accept,
    confirm,
    keep_busy,
    offer,
    refuse,
    reopen,
    say,
    solve,
    take,
    withdraw,
)
from scheduler.hulpvraag.woorden import replace_toelichting
from scheduler.melding import Melding
from scheduler.outbox import Uitgaand

G = Gebeurtenis
Doen = Callable[[Schrijfwerk, HulpvraagStap], list[Melding]]


def write_hulpvraag(werk: Schrijfwerk, effect: Effect) -> list[Uitgaand] | None:
    """Write a stuck question, or what somebody did with one.

    Raises:
        HulpvraagVeranderd: it was changed since it was read.
    """
    match effect:
        case HulpvraagBegonnen():
            _begin(werk, effect)
        case HulpvraagAangevuld():
            _complete(werk, effect)
        case HulpvraagStap():
            read_same(werk.database, effect.hulpvraag)
            if effect.gebeurtenis not in STAPPEN:
                raise HulpvraagVeranderd(effect.gebeurtenis)
            meldingen = STAPPEN[effect.gebeurtenis](werk, effect)
            post_meldingen(werk.database, meldingen, werk.nu, werk.maak)
        case _:
            return None
    return []


def _begin(werk: Schrijfwerk, effect: HulpvraagBegonnen) -> None:
    write_nieuw(werk.database, effect.hulpvraag)
    if effect.toelichting and effect.hulpvraag.vrager:
        _keep_toelichting(werk, effect.hulpvraag.id, effect.hulpvraag.vrager, effect.toelichting)


def _complete(werk: Schrijfwerk, effect: HulpvraagAangevuld) -> None:
    read_same(werk.database, effect.hulpvraag)
    step(
        werk.database,
        effect.hulpvraag,
        Gebeurtenis.AANGEVULD,
        werk.nu,
        door=effect.door,
        zaak=effect.zaak,
    )
    if effect.toelichting:
        _keep_toelichting(werk, effect.hulpvraag.id, effect.door, effect.toelichting)


def _keep_toelichting(werk: Schrijfwerk, hulpvraag: str, door: str, tekst: str) -> None:
    replace_toelichting(werk.database, hulpvraag, door=door, tekst=tekst, op=werk.nu)


STAPPEN: Mapping[Gebeurtenis, Doen] = {
    G.VERSTUURD: lambda w, e: send(w.database, e.hulpvraag, w.nu),
    G.OPGEPAKT: lambda w, e: take(w.database, e.hulpvraag, w.nu, e.door),
    G.GESCHREVEN: lambda w, e: say(w.database, e.hulpvraag, w.nu, e.door, e.tekst or ""),
    G.BEZIG: lambda w, e: keep_busy(w.database, e.hulpvraag, w.nu, e.door),
    G.TERUGGEGEVEN: lambda w, e: give_back(w.database, e.hulpvraag, w.nu, door=e.door),
    G.NAAR_AANVOERDER: lambda w, e: to_aanvoerder(w.database, e.hulpvraag, w.nu, door=e.door),
    G.AANGEBODEN: lambda w, e: offer(w.database, e.hulpvraag, e.aan, w.nu, e.door),
    G.AANVAARD: lambda w, e: accept(w.database, e.hulpvraag, w.nu, e.door),
    G.GEWEIGERD: lambda w, e: refuse(w.database, e.hulpvraag, w.nu, e.door),
    G.OPGELOST: lambda w, e: solve(w.database, e.hulpvraag, w.nu, e.door),
    G.NOG_NIET: lambda w, e: reopen(w.database, e.hulpvraag, w.nu, e.door),
    G.BEVESTIGD: lambda w, e: confirm(w.database, e.hulpvraag, w.nu),
    G.INGETROKKEN: lambda w, e: withdraw(w.database, e.hulpvraag, w.nu),
}
