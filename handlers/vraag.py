"""A question, from words to one reply."""

from dataclasses import replace

from handlers.card import make_beheer_buttons, make_buttons, render_card
from handlers.clarify import make_clarification
from handlers.danger import find_noodnummer, render_danger
from handlers.effecten.gesprek import DialoogVerandert, VraagGesteld
from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Knop, Knoppen, Stap, Vraag
from handlers.keuze import MOST_LOGGED
from handlers.merk import make_merk
from handlers.render import mark_safe
from knowledge.decision import Besluit
from knowledge.vraagbaak import Raadpleging

MOST_ALSO = 2  # other entries named under an answer
LEAST_ALSO = 0.3  # confidence below which another entry is not worth naming


async def handle_vraag(vraag: Vraag, omgeving: Omgeving) -> Stap:
    """Answer a question, ask back, or say that it is not known."""
    dialoog = replace(vraag.dialoog, vraag=vraag.tekst, aanvullingen=(), wacht=None)
    return answer(replace(vraag, dialoog=dialoog), omgeving)


def answer(vraag: Vraag, omgeving: Omgeving, *, vervangt: bool = False) -> Stap:
    """Answer the question that the dialogue holds, with what was told since."""
    dialoog = vraag.dialoog
    tekst = " ".join((dialoog.vraag or "", *dialoog.aanvullingen))
    raadpleging = omgeving.kennis.vraagbaak.consult_masked(tekst, vraag.gemeente)
    deel, knoppen = _make_part(raadpleging, vraag, omgeving)
    antwoord = Antwoord(
        tekst=_compose(deel, raadpleging, vraag, omgeving), knoppen=knoppen, vervangt=vervangt
    )
    return Stap(
        antwoord=antwoord,
        effecten=(DialoogVerandert(dialoog=dialoog), _log(raadpleging, vraag, omgeving)),
    )


def _make_part(raadpleging: Raadpleging, vraag: Vraag, omgeving: Omgeving) -> tuple[str, Knoppen]:
    if raadpleging.besluit is Besluit.ANTWOORD:
        return _make_answer(raadpleging, vraag, omgeving)
    if raadpleging.besluit is Besluit.VERDUIDELIJK:
        return make_clarification(raadpleging, vraag, omgeving)
    return make_no_answer(vraag, omgeving, make_merk(vraag.dialoog))


def _make_answer(raadpleging: Raadpleging, vraag: Vraag, omgeving: Omgeving) -> tuple[str, Knoppen]:
    first, *others = raadpleging.treffers
    voorziening = omgeving.kennis.get_voorziening(first.slug)
    also = [treffer.slug for treffer in others if treffer.score >= LEAST_ALSO][:MOST_ALSO]
    knoppen = (
        *make_buttons(omgeving, voorziening, met_oordeel=True, merk=make_merk(vraag.dialoog)),
        *make_beheer_buttons(vraag, omgeving, voorziening),
    )
    return render_card(omgeving, voorziening, also), knoppen


def make_no_answer(vraag: Vraag, omgeving: Omgeving, merk: str) -> tuple[str, Knoppen]:
    """Return the sentence that says nothing was found, and the ways on for the marked question."""
    slug = omgeving.kennis.find_escalatie(vraag.gemeente)
    escalatie = omgeving.kennis.voorzieningen.get(slug or "")
    tekst = omgeving.renderer.render(
        "geen_antwoord",
        escalatie=escalatie.naam if escalatie else None,
        nood=find_noodnummer(omgeving),
    )
    label = omgeving.renderer.label
    row = [Knop(titel=label("knop_bladeren"), data="bladeren:")]
    if escalatie:
        row.insert(0, Knop(titel=label("knop_vraag_mens"), data=f"hva:{merk}"))
    return tekst, (tuple(row),)


def _compose(deel: str, raadpleging: Raadpleging, vraag: Vraag, omgeving: Omgeving) -> str:
    label = omgeving.renderer.label
    return omgeving.renderer.render(
        "antwoord",
        weggehaald=[label("gegeven", soort=soort) for soort in dict.fromkeys(vraag.weggehaald)],
        spoed=mark_safe(render_danger(raadpleging.spoed, omgeving)) if raadpleging.spoed else "",
        gemeente_onbekend=vraag.gemeente if raadpleging.gemeente_onbekend else None,
        deel=mark_safe(deel),
    )


def _log(raadpleging: Raadpleging, vraag: Vraag, omgeving: Omgeving) -> VraagGesteld:
    first = raadpleging.treffers[0] if raadpleging.treffers else None
    return VraagGesteld(
        op=omgeving.clock.get_nu(),
        vraag=raadpleging.vraag[:MOST_LOGGED],
        gemeente=vraag.gemeente,
        soort_organisatie=vraag.deelnemer.soort.value,
        besluit=raadpleging.besluit.value,
        slug=first.slug if first else None,
        score=first.score if first else None,
    )
