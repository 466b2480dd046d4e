"""A file that was sent: looked at, published whole or not at all, laid before another, dropped."""

from dataclasses import replace

from handlers.effecten.beheer import KaartGepubliceerd
from handlers.effecten.gesprek import BerichtAan
from handlers.effecten.invoer import (
    BestandAfgehandeld,
    BestandVoorgelegd,
    DocumentenToegevoegd,
)
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Effect, Stap, Vraag
from handlers.invoer.lezen import Bekeken, look_at
from handlers.invoer.voorbeeld import make_knoppen, show_voorbeeld
from handlers.rechten import find_beheerde
from knowledge.invoer.grenzen import GESPREK, MEGA
from knowledge.invoer.opslag import Bestand
from knowledge.repository import Publicatie
from sociale_kaart.deelnemer import Deelnemer, Rol
from sociale_kaart.errors import BestandGeweigerd


async def take_bestand(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Show what a file that was sent would do; nothing happens yet."""
    if vraag.geweigerd is not None:
        fout = BestandGeweigerd(vraag.geweigerd, grens=GESPREK.bestand // MEGA)
        return _refuse(fout, omgeving)
    bestand = await omgeving.invoer.find(vraag.bestand or "", omgeving.clock.get_nu())
    if bestand is None or bestand.deelnemer != vraag.deelnemer.id:
        return _say(omgeving, "invoer/weg")
    return await _show(bestand, vraag.deelnemer, omgeving)


async def publish_bestand(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    """Publish all that a file brings, if that is still what was shown; `rest` is `<id>:<merk>`."""
    ref, _, merk = rest.partition(":")
    bekeken = await _look(vraag, omgeving, ref)
    if isinstance(bekeken, Stap):
        return bekeken
    ander = bekeken.maker.id != vraag.deelnemer.id
    if not bekeken.kan or bekeken.merk != merk or (bekeken.vier_ogen and not ander):
        return _show_again(bekeken, omgeving, ander=ander)
    aantal = len(bekeken.voorstel.te_publiceren)
    reden = omgeving.renderer.label("reden_bestand", ander=ander)
    effecten: list[Effect] = [
        BestandAfgehandeld(bestand=ref),
        DocumentenToegevoegd(documenten=bekeken.voorstel.documenten),
        KaartGepubliceerd(
            voorzieningen=bekeken.voorstel.te_publiceren,
            publicatie=_make_publicatie(vraag.deelnemer, omgeving, reden),
            verwacht=bekeken.verwacht,
        ),
    ]
    if ander:
        effecten.append(_tell(bekeken.maker, omgeving, "invoer/gepubliceerd", aantal=aantal))
    stap = _say(omgeving, "invoer/gepubliceerd", aantal=aantal, ander=False)
    return replace(stap, effecten=tuple(effecten))


async def submit_bestand(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    """Lay one's own file before the colleagues who may agree with it; `rest` is `<id>:<merk>`."""
    ref, _, merk = rest.partition(":")
    bekeken = await _look(vraag, omgeving, ref)
    if isinstance(bekeken, Stap):
        return bekeken
    if bekeken.maker.id != vraag.deelnemer.id:
        return _say(omgeving, "invoer/weg")
    if not bekeken.kan or bekeken.merk != merk or not bekeken.vier_ogen:
        return _show_again(bekeken, omgeving)
    if bekeken.bestand.voorgelegd:
        return _say(omgeving, "invoer/voorgelegd", aantal=0)
    collegas = [
        mens for mens in await omgeving.deelnemers.find_all() if _may_agree(mens, bekeken, omgeving)
    ]
    if not collegas:
        return _say(omgeving, "invoer/geen_collega")
    knoppen = make_knoppen(bekeken, omgeving, van_ander=True)
    antwoord = show_voorbeeld(bekeken, omgeving, knoppen, van_ander=True)
    berichten = (BerichtAan(deelnemer=mens.id, antwoord=antwoord) for mens in collegas)
    stap = _say(omgeving, "invoer/voorgelegd", aantal=len(collegas))
    return replace(stap, effecten=(BestandVoorgelegd(bestand=ref), *berichten))


async def drop_bestand(vraag: Vraag, omgeving: Omgeving, ref: str) -> Stap:
    """Throw a file away, one's own or that of a colleague who then hears it."""
    bekeken = await _look(vraag, omgeving, ref)
    if isinstance(bekeken, Stap):
        return bekeken
    effecten: tuple[Effect, ...] = (BestandAfgehandeld(bestand=ref),)
    ander = bekeken.maker.id != vraag.deelnemer.id
    if ander:
        effecten = (*effecten, _tell(bekeken.maker, omgeving, "invoer/weggegooid"))
    return replace(_say(omgeving, "invoer/weggegooid", ander=False), effecten=effecten)


async def _show(bestand: Bestand, maker: Deelnemer, omgeving: Omgeving) -> Stap:
    """Return the preview; a file with which nothing can be done is not kept any longer."""
    try:
        bekeken = await look_at(bestand, maker, omgeving)
    except BestandGeweigerd as fout:
        stap = _refuse(fout, omgeving)
        return replace(stap, effecten=(BestandAfgehandeld(bestand=bestand.id),))
    knoppen = make_knoppen(bekeken, omgeving)
    antwoord = show_voorbeeld(bekeken, omgeving, knoppen)
    effecten = () if bekeken.kan else (BestandAfgehandeld(bestand=bestand.id),)
    return Stap(antwoord=antwoord, effecten=effecten)


def _show_again(bekeken: Bekeken, omgeving: Omgeving, *, ander: bool = False) -> Stap:
    """Return the preview as it is now, which is another than the button spoke of."""
    knoppen = make_knoppen(bekeken, omgeving, van_ander=ander)
    return Stap(antwoord=show_voorbeeld(bekeken, omgeving, knoppen, anders=True, van_ander=ander))


async def _look(vraag: Vraag, omgeving: Omgeving, ref: str) -> Bekeken | Stap:
    """Return a file of one's own, or one that this person may agree with; else what to say."""
    bestand = await omgeving.invoer.find(ref, omgeving.clock.get_nu())
    if bestand is None:
        return _say(omgeving, "invoer/weg")
    maker = await omgeving.deelnemers.get(bestand.deelnemer)
    eigen = maker.id == vraag.deelnemer.id
    if not eigen and (maker.geblokkeerd or not bestand.voorgelegd):
        return _say(omgeving, "invoer/weg")
    try:
        bekeken = await look_at(bestand, maker, omgeving)
    except BestandGeweigerd as fout:
        return _refuse(fout, omgeving)
    if not eigen and not _may_agree(vraag.deelnemer, bekeken, omgeving):
        return _say(omgeving, "invoer/weg")
    return bekeken


def _may_agree(mens: Deelnemer, bekeken: Bekeken, omgeving: Omgeving) -> bool:
    """Tell whether someone may agree with a file: another who keeps the areas that ask for it."""
    if mens.id == bekeken.maker.id or mens.geblokkeerd or not bekeken.vier_ogen:
        return False
    return bekeken.vier_ogen <= find_beheerde(mens, omgeving.afspraken.gedeeld)


def _make_publicatie(door: Deelnemer, omgeving: Omgeving, reden: str) -> Publicatie:
    return Publicatie(
        op=omgeving.clock.get_nu(),
        rol=Rol.AANVOERDER,
        werkgebied=door.gemeente or "",
        reden=reden,
        door=door.id,
    )


def _tell(mens: Deelnemer, omgeving: Omgeving, naam: str, **waarden: object) -> BerichtAan:
    tekst = omgeving.renderer.render(naam, ander=True, **waarden)
    return BerichtAan(deelnemer=mens.id, antwoord=Antwoord(tekst=tekst))


def _refuse(fout: BestandGeweigerd, omgeving: Omgeving) -> Stap:
    return _say(omgeving, "invoer/geweigerd", reden=fout.reden, grens=fout.gegevens.get("grens"))


def _say(omgeving: Omgeving, naam: str, **waarden: object) -> Stap:
    return Stap(antwoord=Antwoord(tekst=omgeving.renderer.render(naam, **waarden)))
