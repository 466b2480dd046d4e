"""The figures as a picture, and the same in words for who does not see it."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from handlers.cijfers.cijferlezing import Cijfers
from handlers.environment import Omgeving
from handlers.tekening import Lijnen, Plaat, Reeks, Staven
from knowledge.cijfers.overzicht import Overzicht, add_weken
from knowledge.cijfers.periode import BESLUITEN, Weektotaal
from knowledge.cijfers.verbergen import Deel, Verdeling
from knowledge.cijfers.week import find_blok

MOST_BARS = 4  # of a whole in parts; what is smaller stands together


def make_plaat(cijfers: Cijfers, omgeving: Omgeving) -> Plaat:
    """Return the picture of the figures, from what is asked to who asks."""
    delen: list[Staven | Lijnen] = [_make_weken(cijfers, omgeving)]
    if cijfers.jaar:
        delen.append(_make_verloop(cijfers, omgeving))
    delen += _make_verdelingen(cijfers, omgeving)
    return Plaat(delen=tuple(delen))


def render_beeld(plaat: Plaat, omgeving: Omgeving) -> str:
    """Return what a picture shows, number by number."""
    return omgeving.renderer.render_plain("cijfers/beeld", delen=plaat.delen)


def fold_verdeling(verdeling: Verdeling) -> Verdeling:
    """Return the largest parts, with all others together."""
    small = verdeling.delen[MOST_BARS:]
    rest = verdeling.rest + sum(deel.aantal for deel in small)
    return Verdeling(delen=verdeling.delen[:MOST_BARS], rest=rest)


def _make_weken(cijfers: Cijfers, omgeving: Omgeving) -> Staven:
    """Return the questions of each week, or of each four weeks in a year."""
    label = omgeving.renderer.label
    weken = find_begonnen(add_weken((*cijfers.overzicht.weken, *cijfers.later)))
    if cijfers.jaar:
        weken = tuple(_join_weken(weken))
    return Staven(
        titel=label("cijfers_vragen", jaar=cijfers.jaar),
        labels=tuple(str(week.week.isocalendar().week) for week in weken),
        reeksen=_make_reeksen(weken, omgeving),
        as_x=label("cijfers_as_week", jaar=cijfers.jaar),
    )


def find_begonnen(weken: tuple[Weektotaal, ...]) -> tuple[Weektotaal, ...]:
    """Return the weeks from the first that has something to show."""
    first = next((n for n, week in enumerate(weken) if week.aantal), 0)
    return weken[first:]


def _make_reeksen(weken: tuple[Weektotaal, ...], omgeving: Omgeving) -> tuple[Reeks, ...]:
    """Return what was done with the questions where that is told by week, and else their number."""
    label = omgeving.renderer.label
    if not any(week.besluiten for week in weken):
        waarden = tuple(week.aantal for week in weken)
        return (Reeks(naam=label("cijfers_reeks"), waarden=waarden),)
    reeksen = [
        Reeks(
            naam=label("cijfers_besluit", naam=besluit),
            waarden=tuple(week.besluiten.get(besluit) for week in weken),
        )
        for besluit in BESLUITEN
    ]
    over = tuple((week.aantal or 0) - sum(week.besluiten.values()) or None for week in weken)
    if any(over):
        reeksen.append(Reeks(naam=label("cijfers_niet_verdeeld"), waarden=over))
    return tuple(reeksen)


def _join_weken(weken: tuple[Weektotaal, ...]) -> Iterator[Weektotaal]:
    """Yield each block of four weeks as one, under its last week."""
    for _, group in groupby(weken, key=lambda week: find_blok(week.week)):
        blok = list(group)
        besluiten: Counter[str] = Counter()
        for week in blok:
            besluiten.update(week.besluiten)
        aantal = sum(week.aantal or 0 for week in blok)
        yield Weektotaal(week=blok[-1].week, aantal=aantal or None, besluiten=dict(besluiten))


def _make_verloop(cijfers: Cijfers, omgeving: Omgeving) -> Lijnen:
    """Return how the three bands went, a point for each frame that is over."""
    label = omgeving.renderer.label
    kaders = cijfers.kaders[:-1]
    return Lijnen(
        titel=label("cijfers_verloop"),
        labels=tuple(_name_week(perioden) for perioden in kaders),
        reeksen=tuple(
            Reeks(
                naam=label("cijfers_besluit", naam=besluit),
                waarden=tuple(_sum_whole(perioden, besluit) for perioden in kaders),
            )
            for besluit in BESLUITEN
        ),
        as_x=label("cijfers_as_periode"),
    )


def _name_week(perioden: tuple[Overzicht, ...]) -> str:
    last = max((week.week for periode in perioden for week in periode.weken), default=None)
    return str(last.isocalendar().week) if last else ""


def _sum_whole(perioden: tuple[Overzicht, ...], besluit: str) -> int | None:
    """Return the sum of a part over periods; None where it is hidden in one of them."""
    found = [periode.besluiten.get(besluit) for periode in perioden if periode.totaal]
    whole = [aantal for aantal in found if aantal is not None]
    return sum(whole) if whole and len(whole) == len(found) else None


def _make_verdelingen(cijfers: Cijfers, omgeving: Omgeving) -> Iterator[Staven]:
    overzicht, label = cijfers.overzicht, omgeving.renderer.label
    for naam, verdeling in (
        ("besluit", overzicht.besluiten),
        ("oordeel", overzicht.oordelen),
        ("leefgebied", overzicht.leefgebieden),
        ("organisatie", overzicht.organisaties),
    ):
        delen = name_delen(naam, verdeling, omgeving)
        if delen:
            yield Staven(
                titel=label(f"cijfers_kop_{naam}"),
                labels=tuple(deel.sleutel for deel in delen),
                reeksen=(Reeks(naam="", waarden=tuple(deel.aantal for deel in delen)),),
                liggend=True,
            )


def name_delen(soort: str, verdeling: Verdeling, omgeving: Omgeving) -> tuple[Deel, ...]:
    """Return the largest parts by name, and the others together as the last; none of none."""
    if not verdeling.delen:
        return ()
    label, folded = omgeving.renderer.label, fold_verdeling(verdeling)
    delen = [
        Deel(sleutel=label(f"cijfers_{soort}", naam=deel.sleutel), aantal=deel.aantal)
        for deel in folded.delen
    ]
    if folded.rest:
        delen.append(Deel(sleutel=label("cijfers_rest", soort=soort), aantal=folded.rest))
    return tuple(delen)
