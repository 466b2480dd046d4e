"""A stuck question before it goes: what stands in it, a sentence, a code, and sending it."""

import re
from dataclasses import replace

from handlers.danger import find_noodnummer
from handlers.effecten.gesprek import DialoogVerandert
from handlers.effecten.herinnering import ZaakUitgegeven
from handlers.effecten.hulpvraag import HulpvraagAangevuld, HulpvraagStap
from handlers.environment import Omgeving
from handlers.exchange import Effect, Knop, Knoppen, Stap, Vraag
from handlers.hulpvraag.knoppen import lay_out_namen
from handlers.hulpvraag.partij import find_inzage
from handlers.hulpvraag.zeggen import hide, say, say_weg, show_hulpvraag
from handlers.vraag import handle_vraag
from scheduler.hulpvraag.hulpvraag import Haast, Hulpvraag, Staat
from scheduler.hulpvraag.overgangen import Gebeurtenis
from scheduler.werktijd import STANDAARD
from sociale_kaart.werkgebied import Werkgebied

WACHT_TOELICHTING = "hvz"
WACHT_ZAAK = "hvc"
ZAAK = re.compile(r"[A-Za-z]{3}-\d{2}-\d{3,}")
CODE = re.compile(r"[a-z]{3}")


async def render_concept(
    hulpvraag: Hulpvraag, toelichting: str | None, omgeving: Omgeving, *effecten: Effect
) -> Stap:
    """Return what will go, to whom, and the buttons to complete and to send it."""
    nu = omgeving.clock.get_nu()
    bestemming = await omgeving.hulpvragen.find_bestemming(hulpvraag, nu)
    wie = [await omgeving.deelnemers.get(mens.id) for mens in bestemming.gevraagden]
    label = omgeving.renderer.label
    stap = say(
        omgeving,
        "hulpvraag/concept",
        _offer(hulpvraag, omgeving, sendable=bool(toelichting) or not hulpvraag.aan_aanvoerder),
        *effecten,
        h=await omgeving.hulpvragen.describe(hulpvraag),
        toelichting=toelichting,
        soorten=list(dict.fromkeys(label("organisatiesoort", naam=d.soort.value) for d in wie)),
        aantal=len(wie),
        aan_aanvoerder=hulpvraag.aan_aanvoerder,
    )
    return hide(stap)


async def ask_toelichting(vraag: Vraag, omgeving: Omgeving, hulpvraag: str) -> Stap:
    """Let the next text be the sentence that goes with the question."""
    found = await _find_concept(vraag, omgeving, hulpvraag)
    if found is None:
        return say_weg(omgeving)
    return _wait(vraag, omgeving, f"{WACHT_TOELICHTING}:{found.id}", "hulpvraag/toelichting")


async def read_toelichting(vraag: Vraag, omgeving: Omgeving, hulpvraag: str) -> Stap:
    """Put a sentence with the question, and show what will go."""
    found = await _find_concept(vraag, omgeving, hulpvraag)
    if found is None:
        return await handle_vraag(vraag, omgeving)
    effect = HulpvraagAangevuld(
        hulpvraag=found, door=vraag.deelnemer.id, zaak=found.zaak, toelichting=vraag.tekst.strip()
    )
    stap = await render_concept(found, vraag.tekst.strip(), omgeving, effect)
    return _end_waiting(vraag, tell_masked(vraag, omgeving, stap))


async def choose_zaak(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    """Ask for a code, make a new one, or leave it out; `rest` is `<hulpvraag>:<keuze>`."""
    hulpvraag, _, keuze = rest.partition(":")
    found = await _find_concept(vraag, omgeving, hulpvraag)
    if found is None:
        return say_weg(omgeving)
    if keuze == "typ":
        return _wait(vraag, omgeving, f"{WACHT_ZAAK}:{found.id}", "hulpvraag/zaak_typen")
    if keuze == "geen":
        return await _set_zaak(vraag, omgeving, found, None)
    letters = find_letters(omgeving.kennis.werkgebieden.get(found.gemeente))
    if keuze == "nieuw" and letters:
        jaar = omgeving.clock.get_nu().year
        zaak = await omgeving.zaken.find_next(found.gemeente, letters, jaar)
        return await _set_zaak(vraag, omgeving, found, zaak.code, ZaakUitgegeven(zaak=zaak))
    return say(omgeving, "hulpvraag/zaak", _offer_zaak(found, omgeving, nieuw=letters is not None))


async def read_zaak(vraag: Vraag, omgeving: Omgeving, hulpvraag: str) -> Stap:
    """Put the code that was typed with the question; anything else is asked again."""
    found = await _find_concept(vraag, omgeving, hulpvraag)
    if found is None:
        return await handle_vraag(vraag, omgeving)
    code = ZAAK.fullmatch(vraag.tekst.strip())
    if code is None:
        return say(omgeving, "hulpvraag/zaak_onleesbaar", _offer_zaak(found, omgeving, nieuw=False))
    return _end_waiting(vraag, await _set_zaak(vraag, omgeving, found, code[0].upper()))


async def send_hulpvraag(vraag: Vraag, omgeving: Omgeving, hulpvraag: str) -> Stap:
    """Let the question go, and say to whom, and when they read it."""
    inzage = await find_inzage(vraag, omgeving, hulpvraag)
    if inzage is None:
        return say_weg(omgeving)
    found = inzage.hulpvraag
    if found.staat is not Staat.CONCEPT:
        return await show_hulpvraag(vraag, omgeving, inzage)
    nu = omgeving.clock.get_nu()
    bestemming = await omgeving.hulpvragen.find_bestemming(found, nu)
    wie = [mens.id for mens in (*bestemming.gevraagden, bestemming.aanvoerder) if mens]
    gelezen = await omgeving.hulpvragen.find_leesmoment(found.id, wie, nu)
    effect = HulpvraagStap(
        hulpvraag=found, gebeurtenis=Gebeurtenis.VERSTUURD, door=vraag.deelnemer.id
    )
    return say(
        omgeving,
        "hulpvraag/verstuurd",
        lay_out_namen((("schrijf", "intrekken"),), found.id, omgeving.renderer),
        effect,
        aantal=len(bestemming.gevraagden),
        niemand=bestemming.is_niemand,
        later=gelezen is not None and gelezen > nu,
        gelezen=omgeving.renderer.label("moment_voluit", moment=gelezen or nu),
        spoed=found.haast is Haast.VANDAAG,
        buiten=not STANDAARD.covers(nu),
        escalatie=found.escalatienaam,
        nood=find_noodnummer(omgeving),
    )


def find_letters(gebied: Werkgebied) -> str | None:
    """Return the three letters of the codes of a municipality; None where it has none."""
    return next((kern.upper() for kern in gebied.kernen if CODE.fullmatch(kern)), None)


def tell_masked(vraag: Vraag, omgeving: Omgeving, stap: Stap) -> Stap:
    """Say first what was taken out of the words that go."""
    if not vraag.weggehaald:
        return stap
    label = omgeving.renderer.label
    weg = [label("gegeven", soort=soort) for soort in dict.fromkeys(vraag.weggehaald)]
    gezegd = omgeving.renderer.render("weggehaald", weggehaald=weg)
    tekst = f"{gezegd}\n\n{stap.antwoord.tekst}"
    return replace(stap, antwoord=replace(stap.antwoord, tekst=tekst))


async def _find_concept(vraag: Vraag, omgeving: Omgeving, hulpvraag: str) -> Hulpvraag | None:
    inzage = await find_inzage(vraag, omgeving, hulpvraag)
    if inzage is None or inzage.hulpvraag.staat is not Staat.CONCEPT:
        return None
    return inzage.hulpvraag


async def _set_zaak(
    vraag: Vraag, omgeving: Omgeving, hulpvraag: Hulpvraag, zaak: str | None, *effecten: Effect
) -> Stap:
    effect = HulpvraagAangevuld(hulpvraag=hulpvraag, door=vraag.deelnemer.id, zaak=zaak)
    berichten = await omgeving.hulpvragen.find_berichten(hulpvraag.id)
    toelichting = berichten[0].tekst if berichten else None
    met = replace(hulpvraag, zaak=zaak)
    return await render_concept(met, toelichting, omgeving, *effecten, effect)


def _wait(vraag: Vraag, omgeving: Omgeving, wacht: str, naam: str) -> Stap:
    return say(omgeving, naam, (), DialoogVerandert(dialoog=replace(vraag.dialoog, wacht=wacht)))


def _end_waiting(vraag: Vraag, stap: Stap) -> Stap:
    gewist = DialoogVerandert(dialoog=replace(vraag.dialoog, wacht=None))
    return replace(stap, effecten=(*stap.effecten, gewist))


def _offer(hulpvraag: Hulpvraag, omgeving: Omgeving, *, sendable: bool) -> Knoppen:
    label, ref = omgeving.renderer.label, hulpvraag.id
    verstuur = ((Knop(titel=label("knop_hulp_verstuur"), data=f"hvs:{ref}"),),) if sendable else ()
    return (
        *verstuur,
        (
            Knop(titel=label("knop_hulp_toelichting"), data=f"hvz:{ref}"),
            Knop(titel=label("knop_hulp_zaak"), data=f"hvc:{ref}"),
        ),
        (Knop(titel=label("knop_toch_niet"), data=f"hvw:{ref}:ja"),),
    )


def _offer_zaak(hulpvraag: Hulpvraag, omgeving: Omgeving, *, nieuw: bool) -> Knoppen:
    keuzes = (*(("nieuw",) if nieuw else ()), "typ", "geen")
    label = omgeving.renderer.label
    return tuple(
        (Knop(titel=label(f"knop_hulp_zaak_{keuze}"), data=f"hvc:{hulpvraag.id}:{keuze}"),)
        for keuze in keuzes
    )
