"""The words that speak of time: how they are typed, and what kind of word they are."""

from functools import cache
from typing import Any

from scheduler.moment.aanduiding import Dagdeel, Eenheid, Rand
from scheduler.moment.feestdagen import FEESTDAGEN
from scheduler.moment.telwoorden import GETALLEN, RANGEN

WEEKDAGEN = "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()
MAANDEN = (
    "januari februari maart april mei juni juli augustus september oktober november december"
).split()
_DELEN = {
    "ochtend": Dagdeel.OCHTEND,
    "middag": Dagdeel.MIDDAG,
    "avond": Dagdeel.AVOND,
    "nacht": Dagdeel.NACHT,
}
_EENHEDEN = {
    "minuut": (Eenheid.MINUUT, 1), "minuten": (Eenheid.MINUUT, 1),
    "kwartier": (Eenheid.MINUUT, 15), "uur": (Eenheid.UUR, 1),
    "dag": (Eenheid.DAG, 1), "dagen": (Eenheid.DAG, 1),
    "werkdag": (Eenheid.WERKDAG, 1), "werkdagen": (Eenheid.WERKDAG, 1),
    "week": (Eenheid.WEEK, 1), "weken": (Eenheid.WEEK, 1),
    "maand": (Eenheid.MAAND, 1), "maanden": (Eenheid.MAAND, 1),
    "kwartaal": (Eenheid.MAAND, 3), "kwartalen": (Eenheid.MAAND, 3),
    "jaar": (Eenheid.JAAR, 1), "jaren": (Eenheid.JAAR, 1),
}  # fmt: skip

# how a word is also typed: left what it stands for, right the forms
_ANDERS = """
maandag: ma mandag
dinsdag: di
woensdag: wo woe woen
donderdag: do
vrijdag: vr vrdg
zaterdag: za
zondag: zo
januari: jan
februari: feb febr
maart: mrt
april: apr
juni: jun
juli: jul
augustus: aug
september: sep sept
oktober: okt oct october
november: nov
december: dec
minuut: minuutje
minuten: min mins minuutjes
uur: uren urr uurr u uurtje uurtjes h
kwartier: kwartiertje kwartieren
dagen: dgn daagjes d
week: wk weekje w
weken: wkn wks weekjes weekn
maand: mnd mnt maad maandje
maanden: mndn
jaar: jr jaartje
halfuur: halfuurtje
volgend: volgende velgende vlogende vlgnd vlg vlgd vlgde volg
komend: komende aankomend aankomende aanstaande aanstaand a.s a.s. as aanst
eerstvolgend: eerstvolgende eerstkomende
vorig: vorige afgelopen verleden voorbije jongstleden jl j.l j.l.
deze: dit
elk: elke ieder iedere alle
vroeg: vroege
laat: late
ander: andere
nieuw: nieuwe
eind: einde
de: het t den
een: 'n n
laatste: laatse laaste
tweede: twede tweete tweedde
eerste: eertse
morgen: mrg mrgn
overmorgen: ovrmorgen
keer: maal x
half: haf hlf
halve: halfe
over: ovr
werkdag: weekdag
werkdagen: weekdagen
doordeweeks: doordeweekse
vanochtend: vanmorgen hedenochtend
vanmiddag: hedenmiddag vmiddag vanmid
vanavond: hedenavond vnavond vnvd
vandaag: heden vndg vandag
ochtend: ochtends smorgens sochtends ochtens
middag: middags smiddags namiddag
avond: avonds savonds
nacht: nachts snachts
om: @
rond: omstreeks
ongeveer: zo'n circa ca ca. plusminus
vanaf: ingaande startend beginnend
en: & +
tm: t/m
"""
# one word that says what several do
_SAMENSTELLINGEN = """
vd: van de
v.d: van de
v.d.: van de
v/d: van de
vh: van de
v.h.: van de
maandelijks: elk maand
wekelijks: elk week
dagelijks: elk dag
jaarlijks: elk jaar
halfjaarlijks: elk zes maanden
kwartaalijks: elk kwartaal
tweewekelijks: elk twee weken
veertiendaags: elk veertien dagen
morgenvroeg: morgen ochtend
volgendeweek: volgend week
halfuur: half uur
overovermorgen: over drie dagen
weekeinde: weekend
oudejaarsavond: oudejaarsdag avond
oudjaarsavond: oudejaarsdag avond
kerstavond: kerstavonddag avond
pakjesavond: sinterklaas avond
sinterklaasavond: sinterklaas avond
kerstochtend: kerst ochtend
kerstmorgen: kerst ochtend
"""
# several words that say what one does
_GROEPEN = """
door de week: doordeweeks
door de weeks: doordeweeks
te beginnen: vanaf
te vanaf: vanaf
om te vanaf: vanaf
voor de eerst: vanaf
eerste keer: vanaf
voor de eerste keer: vanaf
met ingang van: vanaf
met ingang: vanaf
per ingang van: vanaf
vanaf nu: -
een na laatste: voorlaatste
op een na laatste: voorlaatste
om en nabij: ongeveer
een half: half
een halve: halve
niet later dan: uiterlijk
tot en met: tm
in de loop van: in
"""


@cache
def read_vormen() -> dict[str, tuple[str, ...]]:
    """Return what each typed form stands for, in words of the grammar."""
    vormen = {naam: (naam,) for naam in read_soorten()}
    vormen |= {vorm: (woord,) for woord, anders in _read(_ANDERS) for vorm in anders}
    return vormen | dict(_read(_SAMENSTELLINGEN)) | dict(_make_samengesteld())


def _read(tabel: str) -> list[tuple[str, tuple[str, ...]]]:
    regels = (regel.partition(": ") for regel in tabel.strip().splitlines())
    return [(kop, tuple(rest.split())) for kop, _, rest in regels]


def _make_samengesteld() -> list[tuple[str, tuple[str, ...]]]:
    """Return the words for a day with a part of it, for plural days, for each N weeks."""
    dagen = [(dag, dag) for dag in [*WEEKDAGEN, "morgen", "overmorgen"]] + [("vrij", "vrijdag")]
    made: list[tuple[str, tuple[str, ...]]] = [
        (f"{vorm}{deel}", (dag, deel)) for vorm, dag in dagen for deel in _DELEN
    ]
    for dag in WEEKDAGEN:
        made += [(f"{dag}morgen", (dag, "ochtend")), (f"{dag}en", ("elk", dag))]
        made += [(f"{dag}s", ("elk", dag))]
        made += [(f"{dag}{deel}en", ("elk", dag, deel)) for deel in ("ochtend", "middag", "avond")]
    made += [(f"half{getal}", ("half", getal)) for getal in list(GETALLEN)[:12]]
    for getal in [*list(GETALLEN)[1:12], *map(str, range(2, 53))]:
        for soort, eenheid in (("wekelijks", "weken"), ("maandelijks", "maanden"),
                               ("jaarlijks", "jaar"), ("daags", "dagen")):  # fmt: skip
            made += [(f"{getal}{soort}", ("elk", getal, eenheid))]
            made += [(f"{getal}-{soort}", ("elk", getal, eenheid))]
    return made


@cache
def read_groepen() -> dict[tuple[str, ...], str]:
    """Return the groups of words that count as one."""
    groepen = {tuple(kop.split()): rest[0] for kop, rest in _read(_GROEPEN)}
    for naam in FEESTDAGEN:
        if " " in naam:
            groepen[tuple(naam.split())] = naam
    return groepen


@cache
def read_soorten() -> dict[str, dict[str, object]]:
    """Return the kinds of word that each word of the grammar is, with its value."""
    tabellen: dict[str, dict[str, Any]] = {
        "WEEKDAG": {woord: (dag,) for dag, woord in enumerate(WEEKDAGEN)},
        "MAAND": {woord: maand for maand, woord in enumerate(MAANDEN, start=1)},
        "DEEL": _DELEN,
        "EENHEID": _EENHEDEN,
        "GETAL": GETALLEN,
        "AANTAL": {woord: getal for woord, getal in GETALLEN.items() if woord != "een"},
        "RANG": {woord: (rang,) for woord, rang in RANGEN.items()},
        "RAND": {rand.value: rand for rand in Rand},
        "FEEST": FEESTDAGEN,
    }
    soorten: dict[str, dict[str, object]] = {woord: {} for woord in _LOSSE_WOORDEN}
    for soort, tabel in tabellen.items():
        for woord, waarde in tabel.items():
            soorten.setdefault(woord, {})[soort] = waarde
    return soorten


_LOSSE_WOORDEN = (
    "vandaag morgen overmorgen vanochtend vanmiddag vanavond vannacht gisteren eergisteren "
    "volgend komend eerstvolgend vorig deze elk ander over om op in van de rond vanaf "
    "uiterlijk half halve kwart halfuur middernacht weekend doordeweeks tweewekelijks eens "
    "keer per na voor tegen tot tm nieuw tussen ongeveer en of met aan binnenkort ooit "
    "geleden paar enkele aantal vroeg laat"
).split()
