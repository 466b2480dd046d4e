"""Words that speak of time and are no moment (regel 12 of docs/tijd.md)."""

from scheduler.moment.aanduiding import Aanduiding, Klok
from scheduler.moment.patroon import Regel

GEEN_DAG = Aanduiding(dagen=0, geen=True)
GEEN_TIJD = Aanduiding(klok=Klok(uur=0), geen=True)
BERICHT = Aanduiding()  # says nothing about a moment, and keeps its words


def _no_dag(*_: object) -> Aanduiding:
    return GEEN_DAG


VAGE_REGELS = (
    Regel(nummer=12, patroon="gisteren|eergisteren|binnenkort|ooit", maak=_no_dag),
    Regel(nummer=12, patroon="gisteren|eergisteren DEEL", maak=_no_dag),
    Regel(nummer=12, patroon="ergens", maak=lambda: Aanduiding(geen=True)),
    Regel(nummer=12, patroon="over GETAL EENHEID en GETAL EENHEID", maak=_no_dag),
    Regel(nummer=12, patroon="vorig week|maand|jaar|kwartaal|weekend", maak=_no_dag),
    Regel(nummer=12, patroon="vorig WEEKDAG", maak=_no_dag),
    Regel(nummer=12, patroon="WEEKDAG vorig week?", maak=_no_dag),
    Regel(nummer=12, patroon="vorig GETAL EENHEID", maak=_no_dag),
    Regel(nummer=12, patroon="GETAL EENHEID geleden|terug|eerder", maak=_no_dag),
    Regel(nummer=12, patroon="paar|enkele EENHEID geleden", maak=_no_dag),
    Regel(nummer=12, patroon="over een? paar|enkele|aantal EENHEID", maak=_no_dag),
    Regel(nummer=12, patroon="over GETAL of|tot|a|-|/ GETAL EENHEID", maak=_no_dag),
    Regel(nummer=12, patroon="in|deze|komend|volgend? de? weekend", maak=_no_dag),
    *(
        Regel(
            nummer=12,
            patroon=f"van|tussen {een} tot|tm|en|- {ander} uur?",
            maak=lambda *_: GEEN_TIJD,
        )
        for een in ("GETAL", "KLOK")
        for ander in ("GETAL", "KLOK")
    ),
    Regel(nummer=12, patroon="na|voor|tot GETAL uur", maak=lambda _: GEEN_TIJD),
    Regel(nummer=12, patroon="FEEST en FEEST", maak=_no_dag),
    Regel(nummer=12, patroon="tussen FEEST en FEEST", maak=_no_dag),
    Regel(nummer=12, patroon="in? de week van GETAL MAAND", maak=_no_dag),
    Regel(nummer=12, patroon="in? de week van de? FEEST", maak=_no_dag),
    Regel(nummer=12, patroon="in? de week van DATUM", maak=_no_dag),
    Regel(nummer=12, patroon="half MAAND JAAR?", maak=_no_dag),
    Regel(nummer=12, patroon="RAND van? de? dag", maak=lambda _: GEEN_TIJD),
    Regel(nummer=11, patroon="een uur", maak=lambda: BERICHT),  # how long; 'om een uur' is a time
    Regel(nummer=11, patroon="goede|goeie|goeden DEEL", maak=lambda _: BERICHT),
    Regel(nummer=11, patroon="goede|goeie morgen", maak=lambda: BERICHT),
)
