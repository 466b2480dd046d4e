"""What is said when a reminder comes, goes on or comes back."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from handlers.exchange import Antwoord, Knop, Knoppen
from handlers.render import Renderer
from scheduler.melding import Melding, Meldingsoort

MOST_BUTTONS = 8  # of reminders that came together
MAX_TITEL = 40  # characters of a button
REACTIES = (
    (("gedaan", "hg"), ("later", "hl")),
    (("overdragen", "ho"), ("opschalen", "hs")),
)
MET_REACTIES = frozenset(
    {
        Meldingsoort.HERINNERING,
        Meldingsoort.HERHALING,
        Meldingsoort.WAARNEMING,
        Meldingsoort.DOORGEZET,
        Meldingsoort.OPGESCHAALD,
        Meldingsoort.OVERGEKOMEN,
        Meldingsoort.TERUG,
    }
)


def render_herinnering(melding: Melding, renderer: Renderer) -> Antwoord:
    """Return a message about one reminder, with what can be done."""
    gegevens = melding.gegevens
    tekst = renderer.render(
        "herinnering/melding",
        soort=melding.soort,
        naar=gegevens.get("naar"),
        **describe(gegevens, renderer),
    )
    return Antwoord(tekst=tekst, knoppen=_offer(melding, renderer))


def render_bundel(melding: Melding, renderer: Renderer) -> Antwoord:
    """Return several messages as one, with a button for each."""
    listed = melding.gegevens["meldingen"]
    regels = [
        {"soort": een["soort"], **describe(een["gegevens"], renderer)}
        for een in listed
        if een["onderwerp"]
    ]
    tekst = renderer.render("herinnering/bundel", regels=regels[:MOST_BUTTONS], aantal=len(listed))
    knoppen: Knoppen = tuple(
        (Knop(titel=een["gegevens"]["tekst"][:MAX_TITEL], data=f"hr:{een['onderwerp']}"),)
        for een in listed[:MOST_BUTTONS]
    )
    agenda = Knop(titel=renderer.label("knop_agenda"), data="agenda:")
    return Antwoord(tekst=tekst, knoppen=(*knoppen, (agenda,)))


def make_reacties(herinnering: str, renderer: Renderer) -> Knoppen:
    """Return the buttons under a reminder that came."""
    return tuple(
        tuple(
            Knop(titel=renderer.label(f"knop_{naam}"), data=f"{data}:{herinnering}")
            for naam, data in rij
        )
        for rij in REACTIES
    )


def describe(gegevens: Mapping[str, Any], renderer: Renderer) -> dict[str, object]:
    """Return what a template says of a reminder."""
    moment = renderer.label
    return {
        "tekst": gegevens["tekst"],
        "zaak": gegevens["zaak"],
        "waakvlam": gegevens["soort"] == "waakvlam",
        "gemaakt": moment("datum_voluit", moment=datetime.fromisoformat(gegevens["gemaakt"])),
        "afgesproken": moment(
            "moment_voluit", moment=datetime.fromisoformat(gegevens["afgesproken"])
        ),
    }


def _offer(melding: Melding, renderer: Renderer) -> Knoppen:
    if melding.soort in MET_REACTIES:
        return make_reacties(melding.onderwerp, renderer)
    if melding.soort == Meldingsoort.AANBOD:
        return (
            (
                Knop(titel=renderer.label("knop_aanvaard"), data=f"hj:{melding.onderwerp}"),
                Knop(titel=renderer.label("knop_weiger"), data=f"hn:{melding.onderwerp}"),
            ),
        )
    return ()


HERINNERINGBERICHTEN: Mapping[str, Callable[[Melding, Renderer], Antwoord]] = {
    **dict.fromkeys(Meldingsoort, render_herinnering),
    Meldingsoort.BUNDEL: render_bundel,
}
