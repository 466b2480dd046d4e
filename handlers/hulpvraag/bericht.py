"""What is said of a stuck question to who did not ask at this moment."""

from collections.abc import Callable, Mapping

from handlers.exchange import Antwoord, Knop, Knoppen
from handlers.hulpvraag.knoppen import lay_out_namen
from handlers.render import Renderer
from scheduler.hulpvraag.bericht import Hulpmelding
from scheduler.melding import Melding

M = Hulpmelding
Rijen = tuple[tuple[str, ...], ...]
OPPAKKEN: Rijen = (("oppakken", "bekijk"),)
VRAGER: Rijen = (("schrijf", "intrekken"),)
KNOPPEN: Mapping[str, Rijen] = {
    M.NIEUW: OPPAKKEN,
    M.DOORGEZET: OPPAKKEN,
    M.OPGESCHAALD: OPPAKKEN,
    M.HERHAALD: OPPAKKEN,
    M.AANBOD: (("aanvaard", "weiger"), ("bekijk",)),
    M.NAVRAAG: (("bezig", "opgelost"), ("terug", "opschalen")),
    M.VOORGELEGD: (("ja", "nee"), ("schrijf",)),
    M.WOORDEN: (("antwoord", "bekijk"),),
    M.OPGEPAKT: VRAGER,
    M.AANVOERDER: VRAGER,
    M.WEER_OPEN: VRAGER,
    M.VERTRAAGD: VRAGER,
    M.GEWEIGERD: (("bekijk",),),
    M.NOG_NIET: (("schrijf", "bekijk"),),
}
MET_ESCALATIE = frozenset({M.VERTRAAGD, M.NIEMAND})
# tells that it closed: the file is written over as soon as that has been said
SLUIT = frozenset({M.BEVESTIGD, M.NIET_BEVESTIGD, M.INGETROKKEN, M.VRAGER_WEG, M.NIEMAND})
MOST_LISTED = 8  # questions in a message about several
MAX_TITEL = 40  # characters of a button


def render_hulpvraag(melding: Melding, renderer: Renderer) -> Antwoord:
    """Return a message about a stuck question, with what can be done."""
    tekst = renderer.render(
        "hulpvraag/melding",
        soort=melding.soort.removeprefix("hulp_"),
        h=melding.gegevens,
    )
    rijen = lay_out_namen(KNOPPEN.get(melding.soort, ()), melding.onderwerp, renderer)
    woorden = melding.gegevens.get("tekst") or melding.gegevens.get("toelichting")
    geheim = bool(woorden) or melding.soort in SLUIT
    return Antwoord(tekst=tekst, knoppen=(*_offer_escalatie(melding), *rijen), geheim=geheim)


def render_bundel(melding: Melding, renderer: Renderer) -> Antwoord:
    """Return several questions that can be taken up as one message, with the way to each."""
    listed = [een["gegevens"] for een in melding.gegevens["meldingen"]]
    tekst = renderer.render(
        "hulpvraag/bundel", vragen=listed[:MOST_LISTED], meer=max(len(listed) - MOST_LISTED, 0)
    )
    knop = Knop(titel=renderer.label("knop_hulp_alles"), data="open:")
    return Antwoord(tekst=tekst, knoppen=((knop,),))


def _offer_escalatie(melding: Melding) -> Knoppen:
    slug, naam = melding.gegevens["escalatie"], melding.gegevens["escalatienaam"]
    if melding.soort not in MET_ESCALATIE or slug is None:
        return ()
    return ((Knop(titel=naam[:MAX_TITEL], data=f"kaart:{slug}"),),)


HULPBERICHTEN: Mapping[str, Callable[[Melding, Renderer], Antwoord]] = {
    **dict.fromkeys(Hulpmelding, render_hulpvraag),
    M.BUNDEL: render_bundel,
}
