"""What is said when a reminder comes, goes on or comes back."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from handlers.exchange import Antwoord, Knop, Knoppen
from handlers.herinnering.woorden import say_wat
from handlers.render import Renderer
from scheduler.herinnering.herinnering import Soort
from scheduler.melding import Melding, Meldingsoort

MOST_BUTTONS = 8  # of reminders that came together
MAX_TITEL = 40  # characters of a button
SECONDEN = 60
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
        afwezig=gegevens.get("afwezig", False),
        **{naam: _name(gegevens.get(naam), renderer) for naam in ("van", "voor", "wie")},
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
    return Antwoord(tekst=tekst, knoppen=(*knoppen, *offer_agenda(renderer)))


def offer_agenda(renderer: Renderer) -> Knoppen:
    """Return the way on from what is settled: what else there is."""
    return ((Knop(titel=renderer.label("knop_agenda"), data="agenda:"),),)


def make_reacties(
    herinnering: str,
    afgesproken: datetime,
    renderer: Renderer,
    *,
    keert_terug: bool,
    waakvlam: bool,
) -> Knoppen:
    """Return the buttons under a reminder that came.

    'Gedaan' carries the round that it is about, so that a second press is not taken for the next.
    """
    label = renderer.label
    gedaan = label("knop_gedaan_keer" if keert_terug else "knop_gedaan")
    rows: Knoppen = (
        (
            Knop(titel=gedaan, data=f"hg:{herinnering}:{make_ronde(afgesproken)}"),
            Knop(titel=label("knop_later"), data=f"hl:{herinnering}"),
        ),
        (
            Knop(titel=label("knop_overdragen"), data=f"ho:{herinnering}"),
            Knop(titel=label("knop_opschalen"), data=f"hs:{herinnering}"),
        ),
    )
    if not keert_terug:
        return rows
    sluit = label("knop_sluit_waakvlam" if waakvlam else "knop_stop_herhaling")
    return (*rows, (Knop(titel=sluit, data=f"hx:{herinnering}"),))


def make_ronde(afgesproken: datetime) -> str:
    """Return what tells one round of a reminder from the next: its moment, in minutes."""
    return str(int(afgesproken.timestamp()) // SECONDEN)


def make_antwoord(herinnering: str, renderer: Renderer) -> Knoppen:
    """Return the buttons for who is asked to take a reminder over."""
    return (
        (
            Knop(titel=renderer.label("knop_aanvaard"), data=f"hj:{herinnering}"),
            Knop(titel=renderer.label("knop_weiger"), data=f"hn:{herinnering}"),
        ),
    )


def describe(gegevens: Mapping[str, Any], renderer: Renderer) -> dict[str, object]:
    """Return what a template says of a reminder."""
    moment = renderer.label
    return {
        "wat": say_wat(gegevens["tekst"], gegevens["zaak"]),
        "waakvlam": gegevens["soort"] == Soort.WAAKVLAM,
        "gemaakt": moment("datum_voluit", moment=datetime.fromisoformat(gegevens["gemaakt"])),
        "afgesproken": moment(
            "moment_voluit", moment=datetime.fromisoformat(gegevens["afgesproken"])
        ),
    }


def _offer(melding: Melding, renderer: Renderer) -> Knoppen:
    if melding.soort == Meldingsoort.AANBOD:
        return make_antwoord(melding.onderwerp, renderer)
    if melding.soort not in MET_REACTIES:
        return ()
    return make_reacties(
        melding.onderwerp,
        datetime.fromisoformat(melding.gegevens["afgesproken"]),
        renderer,
        keert_terug=melding.gegevens["herhaling"] is not None,
        waakvlam=melding.gegevens["soort"] == Soort.WAAKVLAM,
    )


def _name(van: Mapping[str, str] | None, renderer: Renderer) -> str | None:
    """Return a colleague that a message names; None where it names nobody."""
    return renderer.label("collega", **van) if van else None


HERINNERINGBERICHTEN: Mapping[str, Callable[[Melding, Renderer], Antwoord]] = {
    **dict.fromkeys(Meldingsoort, render_herinnering),
    Meldingsoort.BUNDEL: render_bundel,
}
