"""The door: strangers, invitations and requests to be let in."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from handlers.danger import find_noodnummer
from handlers.effecten.gesprek import BerichtAan, DialoogVerandert
from handlers.effecten.mensen import (
    DeelnemerToegetreden,
    KanaalGekoppeld,
    ToegangBeslist,
    ToegangGevraagd,
)
from handlers.environment import Omgeving
from handlers.exchange import Aanklop, Antwoord, Dialoog, Effect, Knop, Knoppen, Stap, Vraag
from handlers.uitnodigen import lay_out
from knowledge.deelnemers import make_id
from knowledge.toegang import Toegangsverzoek
from sociale_kaart.deelnemer import Deelnemer, Organisatiesoort, Rol

WACHT = "toegang"
KOPPEL = "koppel"
SHORT = 16  # signs of a hash that a button carries; the whole of it waits in the dialogue
MAX_TOELICHTING = 200  # characters


async def answer_door(klop: Aanklop, omgeving: Omgeving) -> Stap:
    """Return the one reply to someone who is not a Deelnemer."""
    if klop.groep:
        return _say(omgeving, "vreemde", groep=True, nood=None)
    if klop.uitnodiging is not None:
        return await _show_uitnodiging(klop, omgeving)
    naam, _, rest = (klop.druk or "").partition(":")
    if naam in DEURKNOPPEN:
        return await DEURKNOPPEN[naam](klop, omgeving, rest)
    if klop.tekst and (klop.dialoog.wacht or "").startswith(f"{WACHT}:"):
        return await _request(klop, omgeving, (klop.dialoog.wacht or "").partition(":")[2])
    nood = find_noodnummer(omgeving)
    return _say(omgeving, "vreemde", _offer_toegang(omgeving), groep=False, nood=nood)


async def decide_toelaten(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Let a stranger in; `keuze` is `<verzoek>:<soort>`, the second as far as it is chosen."""
    verzoek, _, soort = keuze.partition(":")
    found = await _find_own(vraag.deelnemer, verzoek, omgeving)
    if found is None:
        return _say(omgeving, "verzoek_weg")
    if soort not in set(Organisatiesoort):
        return _say(omgeving, "uitnodigen", _offer_soorten(omgeving, verzoek), wat="soort")
    antwoord = Antwoord(
        tekst=omgeving.renderer.render("toegelaten", gemeente=omgeving.name_gebied(found.gemeente))
    )
    effect = ToegangBeslist(verzoek=verzoek, soort=Organisatiesoort(soort), antwoord=antwoord)
    stap = _say(omgeving, "verzoek_beslist", toegelaten=True, code=found.code)
    return replace(stap, effecten=(effect,))


async def decide_afwijzen(vraag: Vraag, omgeving: Omgeving, verzoek: str) -> Stap:
    """Refuse a stranger, who hears it."""
    found = await _find_own(vraag.deelnemer, verzoek, omgeving)
    if found is None:
        return _say(omgeving, "verzoek_weg")
    antwoord = Antwoord(tekst=omgeving.renderer.render("afgewezen"))
    effect = ToegangBeslist(verzoek=verzoek, soort=None, antwoord=antwoord)
    stap = _say(omgeving, "verzoek_beslist", toegelaten=False, code=found.code)
    return replace(stap, effecten=(effect,))


async def _show_uitnodiging(klop: Aanklop, omgeving: Omgeving) -> Stap:
    """Show what the invitation is for; only the button spends it, since scanners open links."""
    nu = omgeving.clock.get_nu()
    zegel = klop.uitnodiging or ""
    if await omgeving.sleutels.find_eigenaar(zegel, nu) is not None:
        knop = Knop(titel=omgeving.renderer.label("knop_koppel"), data=f"koppel:{zegel[:SHORT]}")
        dialoog = replace(klop.dialoog, wacht=f"{KOPPEL}:{zegel}")
        stap = _say(omgeving, "koppelen", ((knop,),))
        return replace(stap, effecten=(DialoogVerandert(dialoog=dialoog),))
    uitnodiging = await omgeving.uitnodigingen.find_by_zegel(zegel, nu)
    if uitnodiging is None:
        return _say(omgeving, "uitnodiging_vervallen", _offer_toegang(omgeving))
    knop = Knop(titel=omgeving.renderer.label("knop_doe_mee"), data=f"mee:{uitnodiging.id}")
    return _say(
        omgeving,
        "welkom",
        ((knop,),),
        rol=omgeving.renderer.label("rol", naam=uitnodiging.rol.value),
        organisatie=uitnodiging.organisatie,
        gemeente=omgeving.name_gebied(uitnodiging.gemeente),
    )


async def _enter(klop: Aanklop, omgeving: Omgeving, uitnodiging: str) -> Stap:
    found = await omgeving.uitnodigingen.find_by_id(uitnodiging, omgeving.clock.get_nu())
    if found is None:
        return _say(omgeving, "uitnodiging_vervallen", _offer_toegang(omgeving))
    stap = _say(omgeving, "binnen", gemeente=omgeving.name_gebied(found.gemeente))
    effecten = (
        DeelnemerToegetreden(uitnodiging=found, adres=klop.adres),
        DialoogVerandert(dialoog=Dialoog()),
    )
    return replace(stap, effecten=effecten)


async def _join(klop: Aanklop, omgeving: Omgeving, begin: str) -> Stap:
    """Join this address to the person whose key was opened here."""
    wacht, _, zegel = (klop.dialoog.wacht or "").partition(":")
    nu = omgeving.clock.get_nu()
    owner = await omgeving.sleutels.find_eigenaar(zegel, nu) if wacht == KOPPEL else None
    if owner is None or not zegel.startswith(begin):
        return _say(omgeving, "uitnodiging_vervallen", _offer_toegang(omgeving))
    stap = _say(omgeving, "gekoppeld")
    effecten = (
        KanaalGekoppeld(zegel=zegel, adres=klop.adres),
        DialoogVerandert(dialoog=Dialoog()),
    )
    return replace(stap, effecten=effecten)


async def _ask_toegang(klop: Aanklop, omgeving: Omgeving, gemeente: str) -> Stap:
    gebieden = omgeving.kennis.werkgebieden
    if gemeente not in {found.slug for found in gebieden.find_gemeenten()}:
        knoppen = lay_out(
            Knop(titel=gebied.naam, data=f"toegang:{gebied.slug}")
            for gebied in gebieden.find_gemeenten()
        )
        return _say(omgeving, "uitnodigen", knoppen, wat="gemeente_zelf")
    dialoog = replace(klop.dialoog, wacht=f"{WACHT}:{gemeente}")
    stap = _say(omgeving, "uitnodigen", wat="toelichting")
    return replace(stap, effecten=(DialoogVerandert(dialoog=dialoog),))


async def _request(klop: Aanklop, omgeving: Omgeving, gemeente: str) -> Stap:
    verzoek = Toegangsverzoek(
        id=make_id(),
        adres=klop.adres,
        gemeente=gemeente,
        toelichting=" ".join(klop.tekst.split())[:MAX_TOELICHTING],
    )
    aanvoerders = [
        mens
        for mens in await omgeving.deelnemers.find_all(gemeente)
        if mens.rol is Rol.AANVOERDER and not mens.geblokkeerd
    ]
    stap = _say(omgeving, "verzoek_gedaan", code=verzoek.code, iemand=bool(aanvoerders))
    asked = ToegangGevraagd(
        verzoek=verzoek.id,
        adres=verzoek.adres,
        gemeente=gemeente,
        toelichting=verzoek.toelichting,
    )
    berichten = tuple(
        BerichtAan(deelnemer=mens.id, antwoord=_render_verzoek(verzoek, omgeving))
        for mens in aanvoerders
    )
    gewist = DialoogVerandert(dialoog=replace(klop.dialoog, wacht=None))
    effecten: tuple[Effect, ...] = (asked, *berichten, gewist) if aanvoerders else (gewist,)
    return replace(stap, effecten=effecten)


def _render_verzoek(verzoek: Toegangsverzoek, omgeving: Omgeving) -> Antwoord:
    label = omgeving.renderer.label
    tekst = omgeving.renderer.render(
        "verzoek",
        code=verzoek.code,
        gemeente=omgeving.name_gebied(verzoek.gemeente),
        toelichting=verzoek.toelichting,
    )
    knoppen = (
        (
            Knop(titel=label("knop_toelaten"), data=f"toelaten:{verzoek.id}:"),
            Knop(titel=label("knop_afwijzen"), data=f"afwijzen:{verzoek.id}"),
        ),
    )
    return Antwoord(tekst=tekst, knoppen=knoppen)


async def _find_own(
    deelnemer: Deelnemer, verzoek: str, omgeving: Omgeving
) -> Toegangsverzoek | None:
    found = await omgeving.toegang.find_verzoek(verzoek)
    if found is None or deelnemer.rol is Rol.BEHEERDER:
        return found
    return found if found.gemeente == deelnemer.gemeente else None


def _offer_toegang(omgeving: Omgeving) -> Knoppen:
    return ((Knop(titel=omgeving.renderer.label("knop_vraag_toegang"), data="toegang:"),),)


def _offer_soorten(omgeving: Omgeving, verzoek: str) -> Knoppen:
    label = omgeving.renderer.label
    return lay_out(
        Knop(titel=label("organisatiesoort", naam=soort.value), data=f"toelaten:{verzoek}:{soort}")
        for soort in Organisatiesoort
    )


def _say(omgeving: Omgeving, naam: str, knoppen: Knoppen = (), **waarden: object) -> Stap:
    tekst = omgeving.renderer.render(naam, **waarden)
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen))


DEURKNOPPEN: Mapping[str, Callable[[Aanklop, Omgeving, str], Awaitable[Stap]]] = {
    "mee": _enter,
    KOPPEL: _join,
    WACHT: _ask_toegang,
}
