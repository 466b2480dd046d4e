"""Done, did it work, and closing for good."""

from dataclasses import replace

from handlers.effecten.herinnering import HerinneringStap
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Effect, Knop, Knoppen, Stap, Vraag
from handlers.herinnering.bericht import make_ronde, offer_agenda
from handlers.herinnering.bij import find_bij, say_stand
from handlers.herinnering.concept import make_concept
from handlers.herinnering.vragen import ask_zo_goed
from handlers.herinnering.woorden import say_moment, say_wat
from handlers.uitnodigen import lay_out
from scheduler.herinnering.herinnering import Herinnering, Soort, Staat, Uitkomst
from scheduler.herinnering.overgangen import Gebeurtenis
from scheduler.moment.wanneer import read_wanneer

NOG_EENS = {Uitkomst.WACHTLIJST: "over_2_weken", Uitkomst.GEEN_CONTACT: "over_3_werkdagen"}
MET_UITKOMST = frozenset({Staat.GEDAAN, Staat.GEPLAND})
ZEKER = "ja"


async def finish(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Keep that it is done, and ask whether it worked; `keuze` is `<herinnering>:<ronde>`."""
    wie, _, ronde = keuze.partition(":")
    herinnering = await find_bij(vraag, omgeving, wie)
    if herinnering is None or not herinnering.is_open:
        return await say_stand(vraag, omgeving, herinnering)
    keert_terug = herinnering.herhaling is not None
    if keert_terug and ronde != make_ronde(herinnering.afgesproken):
        return await say_stand(vraag, omgeving, herinnering)
    volgende = herinnering.find_volgende_ronde(omgeving.clock.get_nu())
    return _ask_gelukt(
        omgeving,
        herinnering,
        _take(vraag, herinnering, Gebeurtenis.NIEUWE_RONDE),
        volgende=say_moment(volgende, omgeving.renderer) if volgende else None,
    )


async def keep_uitkomst(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Keep whether it worked; `keuze` is `<herinnering>:<uitkomst>`.

    After a waiting list, or where nobody was reached, the next reminder is one press away.
    """
    wie, _, gekozen = keuze.partition(":")
    herinnering = await find_bij(vraag, omgeving, wie)
    if herinnering is None or herinnering.staat not in MET_UITKOMST:
        return await say_stand(vraag, omgeving, herinnering)
    if gekozen not in set(Uitkomst):
        return await say_stand(vraag, omgeving, herinnering)
    uitkomst = Uitkomst(gekozen)
    effect = HerinneringStap(
        herinnering=herinnering,
        gebeurtenis=Gebeurtenis.UITKOMST,
        door=vraag.deelnemer.id,
        uitkomst=uitkomst,
    )
    effecten: tuple[Effect, ...] = () if herinnering.uitkomst is uitkomst else (effect,)
    tekst = omgeving.renderer.render(
        "herinnering/uitkomst", uitkomst=uitkomst.value, open=herinnering.is_open
    )
    if uitkomst in NOG_EENS and not herinnering.is_open:
        stap = await _offer_again(vraag, omgeving, herinnering, NOG_EENS[uitkomst], tekst)
        return replace(stap, effecten=(*effecten, *stap.effecten))
    knoppen = offer_agenda(omgeving.renderer)
    antwoord = Antwoord(tekst=tekst, knoppen=knoppen, vervangt=True)
    return Stap(antwoord=antwoord, effecten=effecten)


async def close(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Close one for good, asked once more; `keuze` is `<herinnering>[:ja]`."""
    wie, _, zeker = keuze.partition(":")
    herinnering = await find_bij(vraag, omgeving, wie)
    if herinnering is None or not herinnering.is_open:
        return await say_stand(vraag, omgeving, herinnering)
    if zeker != ZEKER:
        return _ask_zeker(omgeving, herinnering)
    if herinnering.herhaling is not None:
        return _ask_gelukt(omgeving, herinnering, _take(vraag, herinnering, Gebeurtenis.GEDAAN))
    tekst = omgeving.renderer.render("herinnering/ingetrokken", wat=_say(herinnering))
    return Stap(
        antwoord=Antwoord(tekst=tekst, knoppen=offer_agenda(omgeving.renderer), vervangt=True),
        effecten=(_take(vraag, herinnering, Gebeurtenis.VERVALLEN),),
    )


def _ask_gelukt(
    omgeving: Omgeving, herinnering: Herinnering, effect: Effect, volgende: str | None = None
) -> Stap:
    tekst = omgeving.renderer.render(
        "herinnering/gedaan",
        wat=_say(herinnering),
        volgende=volgende,
        keert_terug=herinnering.herhaling is not None,
        waakvlam=herinnering.soort is Soort.WAAKVLAM,
    )
    label = omgeving.renderer.label
    knoppen = lay_out(
        Knop(titel=label("uitkomst", naam=uitkomst.value), data=f"hu:{herinnering.id}:{uitkomst}")
        for uitkomst in Uitkomst
    )
    antwoord = Antwoord(tekst=tekst, knoppen=knoppen, vervangt=True)
    return Stap(antwoord=antwoord, effecten=(effect,))


async def _offer_again(
    vraag: Vraag, omgeving: Omgeving, herinnering: Herinnering, wanneer: str, inleiding: str
) -> Stap:
    """Offer a new reminder of the same, so that one press makes it stand."""
    nu = omgeving.clock.get_nu()
    moment = read_wanneer(omgeving.renderer.label(f"wanneer_{wanneer}"), nu).moment or nu
    concept = replace(make_concept(), tekst=herinnering.tekst, zaak=herinnering.zaak, moment=moment)
    return await ask_zo_goed(vraag, omgeving, concept, moment, inleiding=inleiding, vervangt=True)


def _ask_zeker(omgeving: Omgeving, herinnering: Herinnering) -> Stap:
    label = omgeving.renderer.label
    tekst = omgeving.renderer.render(
        "herinnering/zeker",
        wat=_say(herinnering),
        waakvlam=herinnering.soort is Soort.WAAKVLAM,
        keert_terug=herinnering.herhaling is not None,
    )
    knoppen: Knoppen = (
        (
            Knop(titel=label("knop_ja_sluit"), data=f"hx:{herinnering.id}:{ZEKER}"),
            Knop(titel=label("knop_toch_niet"), data=f"hr:{herinnering.id}"),
        ),
    )
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen, vervangt=True))


def _take(vraag: Vraag, herinnering: Herinnering, gebeurtenis: Gebeurtenis) -> HerinneringStap:
    return HerinneringStap(
        herinnering=herinnering, gebeurtenis=gebeurtenis, door=vraag.deelnemer.id
    )


def _say(herinnering: Herinnering) -> str:
    return say_wat(herinnering.tekst, herinnering.zaak)
