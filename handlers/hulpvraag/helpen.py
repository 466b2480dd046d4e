"""What who helps does with a stuck question."""

from handlers.effecten.hulpvraag import HulpvraagStap
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Effect, Knop, Knoppen, Stap, Vraag
from handlers.hulpvraag.knoppen import HELPER
from handlers.hulpvraag.partij import Inzage, Partij, find_inzage
from handlers.hulpvraag.zeggen import hide, say, say_gedaan, say_weg, show_hulpvraag
from scheduler.hulpvraag.overgangen import Gebeurtenis

G = Gebeurtenis
ALLEEN_HELPER = frozenset({Partij.HELPER})
ALLEEN_AANGEBODEN = frozenset({Partij.AANGEBODEN})
MOST_COLLEGAS = 20  # that are offered to choose from


async def take_hulpvraag(vraag: Vraag, omgeving: Omgeving, hulpvraag: str) -> Stap:
    """Let someone have it; who is too late hears that at once."""
    inzage = await find_inzage(vraag, omgeving, hulpvraag)
    if inzage is None:
        return say_weg(omgeving)
    if not inzage.may_take:
        return await show_hulpvraag(vraag, omgeving, inzage)
    berichten = await omgeving.hulpvragen.find_berichten(hulpvraag)
    effect = _make_stap(vraag, inzage, G.OPGEPAKT)
    toelichting = berichten[0].tekst if berichten else None
    stap = await say_gedaan(inzage, omgeving, "opgepakt", HELPER, effect, toelichting=toelichting)
    return hide(stap)


async def keep_bezig(vraag: Vraag, omgeving: Omgeving, hulpvraag: str) -> Stap:
    """Keep that who has it is at it."""
    inzage = await _find(vraag, omgeving, hulpvraag, G.BEZIG)
    if isinstance(inzage, Stap):
        return inzage
    return await say_gedaan(inzage, omgeving, "bezig", HELPER, _make_stap(vraag, inzage, G.BEZIG))


async def solve_hulpvraag(vraag: Vraag, omgeving: Omgeving, hulpvraag: str) -> Stap:
    """Ask the asker whether it is solved."""
    inzage = await _find(vraag, omgeving, hulpvraag, G.OPGELOST)
    if isinstance(inzage, Stap):
        return inzage
    effect = _make_stap(vraag, inzage, G.OPGELOST)
    return await say_gedaan(inzage, omgeving, "opgelost", (("schrijf",),), effect)


async def return_hulpvraag(vraag: Vraag, omgeving: Omgeving, hulpvraag: str) -> Stap:
    """Let it go back to the others; where there is nobody else it stays."""
    inzage = await _find(vraag, omgeving, hulpvraag, G.TERUGGEGEVEN)
    if isinstance(inzage, Stap):
        return inzage
    if not await _has_ander(inzage, omgeving):
        return await say_gedaan(inzage, omgeving, "niemand_anders", HELPER)
    effect = _make_stap(vraag, inzage, G.TERUGGEGEVEN)
    return await say_gedaan(inzage, omgeving, "teruggegeven", (), effect)


async def escalate_hulpvraag(vraag: Vraag, omgeving: Omgeving, hulpvraag: str) -> Stap:
    """Bring it to the aanvoerder; who is the last step already sees the escalation instead."""
    inzage = await _find(vraag, omgeving, hulpvraag, G.NAAR_AANVOERDER)
    if isinstance(inzage, Stap):
        return inzage
    laatste = await omgeving.hulpvragen.find_aanvoerder(inzage.hulpvraag, omgeving.clock.get_nu())
    if laatste is None or laatste.id == vraag.deelnemer.id:
        stap = await say_gedaan(inzage, omgeving, "laatste_stap", HELPER)
        return _add_knoppen(stap, _offer_escalatie(inzage, omgeving))
    effect = _make_stap(vraag, inzage, G.NAAR_AANVOERDER)
    return await say_gedaan(inzage, omgeving, "opgeschaald", (), effect)


async def offer_hulpvraag(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    """Ask which colleague takes it over, or ask that one; `rest` is `<hulpvraag>:<collega>`."""
    hulpvraag, _, collega = rest.partition(":")
    inzage = await _find(vraag, omgeving, hulpvraag, G.AANGEBODEN)
    if isinstance(inzage, Stap):
        return inzage
    collegas = await omgeving.hulpvragen.find_collegas(inzage.hulpvraag, vraag.deelnemer.id)
    if collega not in {mens.id for mens in collegas}:
        knoppen = await _offer_collegas(inzage, omgeving, [mens.id for mens in collegas])
        return say(omgeving, "hulpvraag/overdragen", knoppen, iemand=bool(collegas))
    effect = _make_stap(vraag, inzage, G.AANGEBODEN, aan=collega)
    return await say_gedaan(inzage, omgeving, "aangeboden", HELPER[:1], effect)


async def answer_aanbod(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    """Take it over, or leave it with who asked; `rest` is `<hulpvraag>:ja` or `:nee`."""
    hulpvraag, _, keuze = rest.partition(":")
    gebeurtenis = {"ja": G.AANVAARD, "nee": G.GEWEIGERD}.get(keuze)
    inzage = await find_inzage(vraag, omgeving, hulpvraag)
    if inzage is None:
        return say_weg(omgeving)
    if gebeurtenis is None or not inzage.may(gebeurtenis, ALLEEN_AANGEBODEN):
        return await show_hulpvraag(vraag, omgeving, inzage, kan_niet=True)
    effect = _make_stap(vraag, inzage, gebeurtenis)
    rijen = HELPER if gebeurtenis is G.AANVAARD else ()
    wat = "aanvaard" if gebeurtenis is G.AANVAARD else "geweigerd"
    return await say_gedaan(inzage, omgeving, wat, rijen, effect)


async def _find(
    vraag: Vraag, omgeving: Omgeving, hulpvraag: str, gebeurtenis: Gebeurtenis
) -> Inzage | Stap:
    """Return the question where who has it can let this happen now; else what is shown instead."""
    inzage = await find_inzage(vraag, omgeving, hulpvraag)
    if inzage is None:
        return say_weg(omgeving)
    if not inzage.may(gebeurtenis, ALLEEN_HELPER):
        return await show_hulpvraag(vraag, omgeving, inzage, kan_niet=True)
    return inzage


async def _has_ander(inzage: Inzage, omgeving: Omgeving) -> bool:
    """Tell whether somebody else can take it up."""
    found = await omgeving.hulpvragen.find_bestemming(inzage.hulpvraag, omgeving.clock.get_nu())
    others = {mens.id for mens in (*found.gevraagden, found.aanvoerder) if mens}
    return bool(others - {inzage.hulpvraag.bij})


def _make_stap(
    vraag: Vraag, inzage: Inzage, gebeurtenis: Gebeurtenis, aan: str | None = None
) -> Effect:
    return HulpvraagStap(
        hulpvraag=inzage.hulpvraag, gebeurtenis=gebeurtenis, door=vraag.deelnemer.id, aan=aan
    )


async def _offer_collegas(inzage: Inzage, omgeving: Omgeving, collegas: list[str]) -> Knoppen:
    mensen = [await omgeving.deelnemers.get(collega) for collega in collegas[:MOST_COLLEGAS]]
    label = omgeving.renderer.label
    return tuple(
        (
            Knop(
                titel=label(
                    "knop_hulp_collega",
                    organisatie=mens.organisatie,
                    soort=label("organisatiesoort", naam=mens.soort.value),
                    rol=mens.rol.value,
                ),
                data=f"hvd:{inzage.hulpvraag.id}:{mens.id}",
            ),
        )
        for mens in mensen
    )


def _offer_escalatie(inzage: Inzage, omgeving: Omgeving) -> Knoppen:
    hulpvraag = inzage.hulpvraag
    if hulpvraag.escalatie is None or hulpvraag.escalatienaam is None:
        return ()
    return ((Knop(titel=hulpvraag.escalatienaam[:40], data=f"kaart:{hulpvraag.escalatie}"),),)


def _add_knoppen(stap: Stap, knoppen: Knoppen) -> Stap:
    antwoord = stap.antwoord
    return Stap(
        antwoord=Antwoord(tekst=antwoord.tekst, knoppen=(*antwoord.knoppen, *knoppen)),
        effecten=stap.effecten,
    )
