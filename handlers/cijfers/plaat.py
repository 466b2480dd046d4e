"""The figures as a picture, and the same in words for who does not see it."""

from collections.abc import Iterator

from handlers.cijfers.cijferlezing import Cijfers
from handlers.environment import Omgeving
from handlers.tekening import Lijnen, Plaat, Reeks, Staven
from knowledge.cijfers.overzicht import Weektotaal
from knowledge.cijfers.verbergen import Deel, Verdeling
from knowledge.cijfers.week import BLOK
from knowledge.decision import Besluit

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
    weken = cijfers.overzicht.weken + (() if cijfers.jaar else cijfers.overzicht.later)
    if cijfers.jaar:
        weken = tuple(_join_weken(weken))
    return Staven(
        titel=label("cijfers_vragen", jaar=cijfers.jaar),
        labels=tuple(str(week.week.isocalendar().week) for week in weken),
        reeksen=(Reeks(naam=label("cijfers_reeks"), waarden=tuple(week.aantal for week in weken)),),
        as_x=label("cijfers_as_week", jaar=cijfers.jaar),
    )


def _join_weken(weken: tuple[Weektotaal, ...]) -> Iterator[Weektotaal]:
    for begin in range(0, len(weken), BLOK):
        blok = weken[begin : begin + BLOK]
        aantal = sum(week.aantal or 0 for week in blok)
        yield Weektotaal(week=blok[-1].week, aantal=aantal or None)


def _make_verloop(cijfers: Cijfers, omgeving: Omgeving) -> Lijnen:
    """Return how the three bands went, a point for each period of a year."""
    label = omgeving.renderer.label
    return Lijnen(
        titel=label("cijfers_verloop"),
        labels=tuple(str(p.weken[-1].week.isocalendar().week) for p in cijfers.perioden),
        reeksen=tuple(
            Reeks(
                naam=label("cijfers_besluit", naam=besluit.value),
                waarden=tuple(p.besluiten.get(besluit.value) for p in cijfers.perioden),
            )
            for besluit in Besluit
        ),
        as_x=label("cijfers_as_periode"),
    )


def _make_verdelingen(cijfers: Cijfers, omgeving: Omgeving) -> Iterator[Staven]:
    overzicht, label = cijfers.overzicht, omgeving.renderer.label
    for naam, verdeling in (
        ("besluit", overzicht.besluiten),
        ("oordeel", overzicht.oordelen),
        ("leefgebied", overzicht.leefgebieden),
        ("organisatie", overzicht.organisaties),
    ):
        delen = name_delen(naam, verdeling, omgeving)
        if verdeling.delen:
            yield Staven(
                titel=label(f"cijfers_kop_{naam}"),
                labels=tuple(deel.sleutel for deel in delen),
                reeksen=(Reeks(naam="", waarden=tuple(deel.aantal for deel in delen)),),
                liggend=True,
            )


def name_delen(soort: str, verdeling: Verdeling, omgeving: Omgeving) -> tuple[Deel, ...]:
    """Return the largest parts of a whole by name, and the others together as the last."""
    label, folded = omgeving.renderer.label, fold_verdeling(verdeling)
    delen = [
        Deel(sleutel=label(f"cijfers_{soort}", naam=deel.sleutel), aantal=deel.aantal)
        for deel in folded.delen
    ]
    if folded.rest:
        delen.append(Deel(sleutel=label("cijfers_rest"), aantal=folded.rest))
    return tuple(delen)
