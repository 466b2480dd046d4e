"""The grammar of dates and holidays (regel 8 and 9 of docs/tijd.md)."""

from scheduler.moment.aanduiding import Aanduiding, Klok, Periode, Rangdag, join
from scheduler.moment.patroon import Regel
from scheduler.moment.regels_dag import DE, DEZE, VOLGENDE, name_jaar

# 'de derde keer' counts, and is no day of the month
_GETELD = frozenset(
    "keer kind kinderen gesprek gesprekken afspraak poging verdieping etage ronde brief "
    "herinnering factuur stap versie week maand jaar dag uur huis klas groep kamer client aanvraag "
    "melding bezoek huisbezoek intake evaluatie termijn lijn plaats plek alinea bijlage schuld "
    "kwartaal helft instantie wereldoorlog verjaardag reden zaak maal werkdag huurder partij "
    "kerstdag paasdag pinksterdag persoon hands etappe fase sessie les training druk".split()
)


def _in_maand(dag: tuple[int, ...], maand: int, jaar: int | None) -> Aanduiding:
    return Aanduiding(maanddagen=dag, maand=Periode(nummer=maand), jaar=name_jaar(jaar))


def _on_datum(datum: tuple[int, int, int | None]) -> Aanduiding:
    dag, maand, jaar = datum
    return _in_maand((dag,), maand, jaar)


def _on_getal(dag: float, maand: int, jaar: int | None) -> Aanduiding | None:
    if dag != int(dag) or dag < 1:
        return None
    return _in_maand((int(dag),), maand, jaar)


def _on_moment(moment: tuple[tuple[int, int, int | None], Klok]) -> Aanduiding | None:
    datum, klok = moment
    return join(_on_datum(datum), Aanduiding(klok=klok))


def _rang_weekdag(rang: tuple[int, ...], dag: tuple[int, ...]) -> Aanduiding | None:
    return Aanduiding(rang=rang, rangdag=dag[0]) if len(dag) == 1 else None


_VAN = frozenset(["van", "in"])
_NIET_DE_MAANDDAG = frozenset("van met voor bij naar in uit aan".split())
DATUMREGELS = (
    Regel(nummer=8, patroon="DATUM komend?", maak=_on_datum),
    Regel(nummer=8, patroon="op PUNTDATUM", maak=_on_datum),
    Regel(nummer=8, patroon="MOMENT", maak=_on_moment),
    Regel(nummer=8, patroon="de? GETAL MAAND JAAR? komend?", maak=_on_getal),
    Regel(nummer=8, patroon="de? RANG van? MAAND JAAR? komend?", maak=_in_maand),
    Regel(
        nummer=8,
        patroon="de RANG",
        maak=lambda dagen: Aanduiding(maanddagen=dagen),
        niet_voor=_GETELD,
        niet_na=_NIET_DE_MAANDDAG,
    ),
    Regel(
        nummer=8,
        patroon="RANG",
        maak=lambda dagen: Aanduiding(maanddagen=dagen),
        alleen_voor=frozenset(["om"]),
    ),
    Regel(
        nummer=8,
        patroon="de? RANG van|in de? volgend|komend maand",
        maak=lambda dagen: Aanduiding(maanddagen=dagen, maand=VOLGENDE),
    ),
    Regel(
        nummer=8,
        patroon="de? RANG van|in deze maand",
        maak=lambda dagen: Aanduiding(maanddagen=dagen, maand=DEZE),
    ),
    Regel(
        nummer=8,
        patroon="de? RANG van de maand",
        maak=lambda dagen: Aanduiding(maanddagen=dagen, maand=DE),
    ),
    Regel(nummer=8, patroon="de? RANG WEEKDAG", maak=_rang_weekdag),
    Regel(
        nummer=8,
        patroon="de? RANG werkdag",
        maak=lambda rang: Aanduiding(rang=rang, rangdag=Rangdag.WERKDAG),
    ),
    Regel(
        nummer=8,
        patroon="de? RANG dag",
        maak=lambda rang: Aanduiding(rang=rang, rangdag=Rangdag.DAG),
        alleen_voor=_VAN,
    ),
    Regel(
        nummer=9,
        patroon="FEEST JAAR?",
        maak=lambda naam, jaar: Aanduiding(feestdag=naam, jaar=name_jaar(jaar)),
    ),
)
