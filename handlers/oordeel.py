"""What someone thinks of an answer, and why it was given."""

from handlers.effecten.gesprek import OordeelGegeven
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knop, Knoppen, Stap, Vraag
from handlers.kaart import reply_beside
from handlers.merk import is_huidig, read_rest


async def explain_answer(vraag: Vraag, omgeving: Omgeving, rest: str) -> Stap:
    """Say why an entry was found: the words and rules that decided; `rest` is `<slug>[:<merk>]`."""
    slug, merk = read_rest(rest)
    voorziening = omgeving.kennis.get_voorziening(slug)
    uitleg = None
    if vraag.dialoog.vraag is not None and is_huidig(vraag, merk):
        tekst = " ".join((vraag.dialoog.vraag, *vraag.dialoog.aanvullingen))
        uitleg = omgeving.kennis.vraagbaak.explain(tekst, vraag.gemeente, slug)
    tekst = omgeving.renderer.render(
        "waarom", naam=voorziening.naam, uitleg=uitleg, eerder=vraag.dialoog.vraag is not None
    )
    return reply_beside(tekst, voorziening, omgeving, merk)


async def judge_answer(vraag: Vraag, omgeving: Omgeving, rest: str, oordeel: str) -> Stap:
    """Keep that an answer helped or did not fit; `rest` is `<slug>[:<merk>]`.

    The question is kept with it only where it is the one that was answered.
    """
    slug, merk = read_rest(rest)
    voorziening = omgeving.kennis.get_voorziening(slug)
    tekst = omgeving.renderer.render("oordeel", naam=voorziening.naam, oordeel=oordeel)
    knoppen: Knoppen = ()
    if oordeel == "past_niet":
        knop = Knop(titel=omgeving.renderer.label("knop_bladeren"), data="bladeren:")
        knoppen = ((knop,),)
    effect = OordeelGegeven(
        op=omgeving.clock.get_nu(),
        slug=slug,
        oordeel=oordeel,
        vraag=vraag.dialoog.vraag if is_huidig(vraag, merk) else None,
        gemeente=vraag.gemeente,
    )
    return Stap(antwoord=Antwoord(tekst=tekst, knoppen=knoppen), effecten=(effect,))
