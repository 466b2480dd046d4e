"""An old version of an entry put back."""

from collections.abc import Sequence

from handlers.beheer.kiezen import find_signed, sign
from handlers.beheer.openen import find_eigen_gebieden, get_eigen, make_inhoud, open_concept
from handlers.beheer.scherm import make_knop, make_terug, reply
from handlers.beheer.uitgave import Uitgave, find_documenten, make_publicatie
from handlers.beheer.voorleggen import must_be_agreed, propose
from handlers.beheer.woorden import describe_verschil, explain_gebreken
from handlers.effecten.beheer import KaartGepubliceerd
from handlers.environment import Omgeving
from handlers.exchange import Stap, Vraag
from knowledge.beheer.concept import Concept
from knowledge.beheer.toets import check_whole
from knowledge.beheer.verschil import compare
from knowledge.repository import Versie
from sociale_kaart.errors import VoorzieningNotFound
from sociale_kaart.voorziening import Voorziening


def get_versie(versies: Sequence[Versie], nummer: str) -> Versie:
    """Return a version by its number as text; VoorzieningNotFound where there is none."""
    found = next((versie for versie in versies if str(versie.nummer) == nummer), None)
    if found is None:
        raise VoorzieningNotFound(nummer)
    return found


async def put_back(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Ask, and then publish an old version anew; `<slug, signed>:<nummer>:<huidige>`.

    The second press tells which version was the last when the difference was shown.
    """
    signed, nummer, huidig = (*keuze.split(":"), "", "", "")[:3]
    slug = find_signed(signed, omgeving.kennis.voorzieningen) or ""
    now = get_eigen(vraag, omgeving, slug)
    versies = await omgeving.kaarten.find_versies(slug)
    versie, laatste = get_versie(versies, nummer), versies[-1]
    if make_inhoud(versie.voorziening) == make_inhoud(now):
        rows = ((make_knop(omgeving, "knop_geschiedenis", f"versies:{slug}"),),)
        return reply(vraag, omgeving, "beheer/al_zo", rows, nummer=versie.nummer)
    if huidig != str(laatste.nummer):
        return _ask(vraag, omgeving, versie, laatste)
    return await _publish(vraag, omgeving, versie.voorziening, versie, laatste)


def _ask(vraag: Vraag, omgeving: Omgeving, versie: Versie, laatste: Versie) -> Stap:
    slug = versie.voorziening.slug
    found = compare(make_inhoud(laatste.voorziening), make_inhoud(versie.voorziening))
    data = f"zet:{sign(slug)}:{versie.nummer}:{laatste.nummer}"
    return reply(
        vraag,
        omgeving,
        "beheer/terugzetten",
        (
            (make_knop(omgeving, "knop_zet_echt_terug", data),),
            (make_knop(omgeving, "knop_geschiedenis", f"versies:{slug}"),),
        ),
        naam=versie.voorziening.naam,
        nummer=versie.nummer,
        regels=[regel for verschil in found for regel in describe_verschil(verschil, omgeving)],
    )


async def _publish(
    vraag: Vraag, omgeving: Omgeving, oud: Voorziening, versie: Versie, laatste: Versie
) -> Stap:
    """Publish an old version as the newest, under the rules that hold now."""
    rows = ((make_knop(omgeving, "knop_geschiedenis", f"versies:{oud.slug}"),),)
    fouten = explain_gebreken(check_whole(oud, omgeving.kennis), omgeving)
    if fouten or oud.werkgebied not in find_eigen_gebieden(vraag, omgeving):
        return reply(vraag, omgeving, "beheer/niet_goed", rows, fouten=fouten)
    reden = omgeving.renderer.label("reden_terug", nummer=versie.nummer)
    if must_be_agreed(oud, omgeving):
        return await _propose(vraag, omgeving, oud, reden)
    effect = KaartGepubliceerd(
        voorzieningen=(oud,),
        publicatie=make_publicatie(omgeving, vraag.deelnemer, reden),
        verwacht={oud.slug: laatste.nummer},
        brondocumenten=find_documenten(omgeving, oud),
    )
    bekijk = ((make_knop(omgeving, "knop_bekijk_kaart", f"kaart:{oud.slug}"),), *rows)
    return reply(
        vraag,
        omgeving,
        "beheer/teruggezet",
        bekijk,
        (effect,),
        naam=oud.naam,
        nummer=versie.nummer,
        nieuw=laatste.nummer + 1,
    )


async def _propose(vraag: Vraag, omgeving: Omgeving, oud: Voorziening, reden: str) -> Stap:
    """Lay an old version before the others; a draft with work in it goes first."""
    found = await open_concept(vraag, omgeving, oud.slug)
    if isinstance(found, Concept):
        rows = ((make_terug(found, omgeving),),)
        return reply(vraag, omgeving, "beheer/eerst_concept", rows, naam=oud.naam)
    uitgave = Uitgave(
        concept=found.effect.concept, voorziening=oud, reden=reden, door=vraag.deelnemer
    )
    return await propose(vraag, omgeving, uitgave)
