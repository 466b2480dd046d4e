"""Ending an entry: where do its users go, and do the links to it follow."""

from dataclasses import dataclass

from handlers.beheer.kiezen import find_signed, sign
from handlers.beheer.openen import Bewaard, find_eigen_gebieden, get_concept, save
from handlers.beheer.scherm import make_knop, make_terug, reply, show_scherm, wait
from handlers.beheer.velden import read_velden
from handlers.beheer.woorden import describe, shorten
from handlers.beheer.zoeker import find_bereikbaar
from handlers.environment import Omgeving
from handlers.exchange import Knoppen, Stap, Vraag
from knowledge.beheer.concept import Concept
from knowledge.beheer.inhoud import drop_at, put_at
from knowledge.beheer.volgers import Volgers, find_volgers
from sociale_kaart.errors import ConceptNotFound
from sociale_kaart.voorziening import Status, Voorziening

EINDE = "einde"
NERGENS = "nergens"


@dataclass(frozen=True, slots=True, kw_only=True)
class Volgernamen:
    """What names an entry that ends, by the names that people know."""

    mee: list[str]
    anderen: list[str]
    routekaarten: list[str]
    gebieden: list[str]


async def ask_einde(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Ask where users of an entry go instead; `<concept>`, and then what was chosen."""
    naam, _, waarde = keuze.partition(":")
    concept = await get_concept(vraag, omgeving, naam)
    if concept.slug is None:
        raise ConceptNotFound(naam)
    if waarde:
        return await _end(vraag, omgeving, concept, waarde)
    stap = reply(vraag, omgeving, "beheer/einde", _offer_nergens(omgeving, concept), aantal=None)
    return wait(stap, vraag, f"{EINDE}:{concept.id}")


async def search_vervanger(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Offer the entries that a text names, to come in the place of the one that ends."""
    concept = await get_concept(vraag, omgeving, keuze)
    found = find_bereikbaar(omgeving, concept, vraag.tekst)
    rows = tuple(
        (
            make_knop(
                omgeving,
                "knop_kaart",
                f"{EINDE}:{concept.id}:{sign(voorziening.slug)}",
                naam=shorten(voorziening.naam),
                gebied=omgeving.name_gebied(voorziening.werkgebied),
            ),
        )
        for voorziening in found
    )
    knoppen = (*rows, *_offer_nergens(omgeving, concept))
    stap = reply(vraag, omgeving, "beheer/einde", knoppen, aantal=len(found))
    return wait(stap, vraag, f"{EINDE}:{concept.id}")


async def choose_volgen(vraag: Vraag, omgeving: Omgeving, keuze: str) -> Stap:
    """Keep whether the links follow; `keuze` is `<concept>:<keer>:<j of n>`."""
    naam, keer, wel = (*keuze.split(":"), "", "", "")[:3]
    concept = await get_concept(vraag, omgeving, naam)
    if keer != str(concept.keer):
        return await show_scherm(vraag, omgeving, concept)
    return _say_klaar(vraag, omgeving, save(concept, volgt=wel == "j"))


def name_volgers(omgeving: Omgeving, volgers: Volgers) -> Volgernamen:
    """Return what names an entry that ends, in words."""
    kennis = omgeving.kennis
    return Volgernamen(
        mee=[v.naam for v in volgers.mee],
        anderen=[_name_met_gebied(omgeving, kennis.voorzieningen[s]) for s in volgers.anderen],
        routekaarten=[kennis.routekaarten[slug].naam for slug in volgers.routekaarten],
        gebieden=[kennis.werkgebieden.get(slug).naam for slug in volgers.gebieden],
    )


def _name_met_gebied(omgeving: Omgeving, voorziening: Voorziening) -> str:
    gebied = omgeving.name_gebied(voorziening.werkgebied)
    return omgeving.renderer.label("knop_kaart", naam=voorziening.naam, gebied=gebied)


async def _end(vraag: Vraag, omgeving: Omgeving, concept: Concept, waarde: str) -> Stap:
    """Put the end and the replacement into the draft, and ask whether the links follow."""
    inhoud = put_at(concept.inhoud, ("status",), Status.BEEINDIGD.value)
    if waarde == NERGENS:
        inhoud = drop_at(inhoud, ("vervangen_door",))
        return _say_klaar(vraag, omgeving, save(concept, inhoud=inhoud, volgt=False))
    nieuw = find_signed(waarde, omgeving.kennis.voorzieningen)
    if nieuw is None or nieuw == concept.slug:
        raise ConceptNotFound(waarde)
    bewaard = save(concept, inhoud=put_at(inhoud, ("vervangen_door",), nieuw), volgt=False)
    gebieden = find_eigen_gebieden(vraag, omgeving)
    volgers = find_volgers(omgeving.kennis, concept.slug or "", nieuw, gebieden)
    if not volgers.mee:
        return _say_klaar(vraag, omgeving, bewaard)
    data = f"volg:{concept.id}:{bewaard.concept.keer}"
    rows = (
        (make_knop(omgeving, "knop_volg", f"{data}:j"),),
        (make_knop(omgeving, "knop_volg_niet", f"{data}:n"),),
    )
    namen = name_volgers(omgeving, volgers).mee
    return reply(vraag, omgeving, "beheer/volg", rows, (bewaard.effect,), namen=namen)


def _say_klaar(vraag: Vraag, omgeving: Omgeving, bewaard: Bewaard) -> Stap:
    concept = bewaard.concept
    return reply(
        vraag,
        omgeving,
        "beheer/geeindigd",
        (
            (make_knop(omgeving, "knop_toelichting", f"veld:{concept.id}:status_toelichting"),),
            (make_knop(omgeving, "knop_publiceer", f"publiceer:{concept.id}"),),
            (make_terug(concept, omgeving),),
        ),
        (bewaard.effect,),
        naam=concept.inhoud.get("naam"),
        vervanger=describe(
            concept.inhoud.get("vervangen_door"), read_velden()["vervangen_door"], omgeving
        ),
        volgt=concept.volgt,
    )


def _offer_nergens(omgeving: Omgeving, concept: Concept) -> Knoppen:
    return (
        (make_knop(omgeving, "knop_nergens", f"{EINDE}:{concept.id}:{NERGENS}"),),
        (make_terug(concept, omgeving),),
    )
