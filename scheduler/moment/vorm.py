"""The shapes in which moments are typed with digits, and digits that are something else."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from scheduler.moment.aanduiding import Klok

Soorten = dict[str, object]

_LAATSTE_UUR = 24
_MIDDAGUUR = 12
_MINUTEN = 60
_MAANDEN = 12
_EEUW = 2000


def make_klok(uur: str, minuten: str = "0") -> Klok | None:
    """Return the time that these digits say; None where no clock shows it."""
    klok = Klok(uur=int(uur), minuten=int(minuten), precies=_is_precies(uur))
    fits = klok.uur <= _LAATSTE_UUR and klok.minuten < _MINUTEN
    return klok if fits and (klok.uur < _LAATSTE_UUR or not klok.minuten) else None


def _is_precies(uur: str) -> bool:
    """Tell whether the hour is one of 24: from 13 on, or with a 0 before it."""
    return int(uur) > _MIDDAGUUR or uur.startswith("0")


def _read_klok(match: re.Match[str]) -> Soorten:
    klok = make_klok(match["uur"], match["minuten"] or "0")
    return {"KLOK": klok} if klok else {"ONMOGELIJK": True}


def _read_uurtal(match: re.Match[str]) -> Soorten:
    """Read '10u': a time, or so many hours; '48u' can only be hours."""
    if match["minuten"]:
        return _read_klok(match)
    klok = make_klok(match["uur"])
    return {"UREN": int(match["uur"])} | ({"KLOK": klok} if klok else {})


def _read_puntklok(match: re.Match[str]) -> Soorten:
    """Read '15.30' as a time, '31.12' as a date, '12.75' as neither."""
    klok = make_klok(match["uur"], match["minuten"])
    dag, maand = int(match["uur"]), int(match["minuten"])
    soorten: Soorten = {"KLOK": klok} if klok else {}
    if 1 <= maand <= _MAANDEN and _exists(dag, maand, None):
        soorten["PUNTDATUM" if klok else "DATUM"] = (dag, maand, None)
    return soorten


def _read_datum(match: re.Match[str]) -> Soorten:
    dag, maand = int(match["dag"]), int(match["maand"])
    jaar = _read_jaar(match.groupdict().get("jaar"))
    if _exists(dag, maand, jaar):
        return {"DATUM": (dag, maand, jaar)}
    return {"ONMOGELIJK": True} if maand <= _MAANDEN and "-" in match.group() else {}


def _read_iso(match: re.Match[str]) -> Soorten:
    soorten = _read_datum(match)
    if match["uur"] and "DATUM" in soorten:
        klok = make_klok(match["uur"], match["minuten"])
        return {"MOMENT": (soorten["DATUM"], klok)} if klok else {"ONMOGELIJK": True}
    return soorten


def _read_jaar(jaar: str | None) -> int | None:
    if jaar is None:
        return None
    getal = int(jaar.lstrip("'"))
    return getal if getal >= _EEUW else getal + _EEUW


def _exists(dag: int, maand: int, jaar: int | None) -> bool:
    try:
        date(jaar or _EEUW, maand, dag)  # 2000 is a leap year
    except ValueError:
        return False
    return True


def _read_rang(match: re.Match[str]) -> Soorten:
    return {"RANG": (int(match["rang"]),)}


def _read_getal(match: re.Match[str]) -> Soorten:
    getal = float(match.group().replace(",", "."))
    waarde = getal if getal % 1 else int(getal)
    soorten: Soorten = {"GETAL": waarde, "AANTAL": waarde}
    if match.group().isdigit() and _EEUW < getal < _EEUW + 100:
        soorten["JAAR"] = int(getal)
    return soorten


def _read_uren(match: re.Match[str]) -> Soorten:
    """Read '1430 uur'."""
    klok = make_klok(match["uur"], match["minuten"])
    return {"KLOK": klok} if klok else {}


def _read_dicht(_: re.Match[str]) -> Soorten:
    return {}


def _read_onmogelijk(_: re.Match[str]) -> Soorten:
    """Read a stretch of time, which is no moment: '13:00-14:00'."""
    return {"ONMOGELIJK": True}


def _read_kwartaal(match: re.Match[str]) -> Soorten:
    return {"KWARTAAL": int(match["kwartaal"])}


_NIET_ERNA = r"(?![\w]|[-/.:,]\d)"
_BEDRAG = (
    r"(?:€|\beur(?:o)?\b) ?\d[\d.]*(?:,\d\d?|,-)?|\d[\d.]*(?:,(?:\d\d?|-))? ?"
    r"(?:€|%|euro\b|procent\b|cent\b|km\b|kilo\b|kg\b|m2\b|graden\b|meter\b)"
)
_CODE = (
    r"\S+@\S+\.\w+|(?:https?://|www\.)\S+|[A-Z]{2,}[-.]?\d[\w-]*|[A-Za-z]+-\d+-\w+(?:-\w+)*"
    r"|\d+-(?:jarig\w*|persoons\w*)|\d+[A-GI-TV-Za-gi-tv-z]\d\w*|\d{1,3}-[A-Za-z]{1,3}-\d{1,3}|#\d+"
)
_TELEFOON = r"(?:\+31|0031|0)[ -]?(?:\(0\))?\d(?:[ -]?\d){7,9}(?!\d)|0[89]00[ -]?\d{4}(?!\d)"
_NUMMER = (
    r"\b(?:artikel|art\.?|paragraaf|par\.|lid|versie|kamer|lokaal|ruimte|vergaderruimte|zaal|bijlage|nr\.?|nummer|hoofdstuk"
    r"|zaak|dossier|huisnummer|groep|klas|type|fase|trede|lijn|bus|gate|spoor|postbus|stap|punt)"
    r" \d[\d.:/-]*\w*"
)
_DAG, _MAAND = r"(?P<dag>\d{1,2})", r"(?P<maand>\d{1,2})"
_UUR = r"(?P<uur>\d{1,2})"
_ISO_DATUM = r"(?P<jaar>20\d\d)-(?P<maand>\d\d)-(?P<dag>\d\d)"

_VORMEN: tuple[tuple[str, Callable[[re.Match[str]], Soorten]], ...] = (
    (r"24/7|24-7|7/24|50/50|\d+/\d+(?:e|ste)\b", _read_dicht),
    (r"\d{1,2}-?(?:wekelijks|maandelijks|jaarlijks|daags)\b", _read_dicht),
    (_NUMMER, _read_dicht),
    (_BEDRAG, _read_dicht),
    (_CODE, _read_dicht),
    (
        rf"{_ISO_DATUM}(?:[T ]{_UUR}:(?P<minuten>\d\d)(?::\d\d)?)?{_NIET_ERNA}",
        _read_iso,
    ),
    (rf"{_DAG}[-/.]{_MAAND}[-/.](?P<jaar>20\d\d){_NIET_ERNA}", _read_datum),
    (_TELEFOON, _read_dicht),
    (rf"{_DAG}[-/.]{_MAAND}[-/.](?P<jaar>'?\d\d){_NIET_ERNA}", _read_datum),
    (rf"{_DAG}[-/]{_MAAND}{_NIET_ERNA}(?! ?(?:uur|u|weken|dagen|maanden|keer)\b)", _read_datum),
    (r"\d{1,2}[:.]\d\d ?(?:-|–|tot) ?\d{1,2}[:.]\d\d(?: ?(?:uur|u)\b)?", _read_onmogelijk),
    (rf"{_UUR}:(?P<minuten>\d\d)(?: ?(?:uur|u|h)\b\.?)?{_NIET_ERNA}", _read_klok),
    (rf"{_UUR}\.(?P<minuten>\d\d) ?(?:uur|u|h)\b", _read_klok),
    (rf"{_UUR}\.(?P<minuten>\d\d){_NIET_ERNA}", _read_puntklok),
    (rf"{_UUR}[uh](?P<minuten>\d\d)?{_NIET_ERNA}", _read_uurtal),
    (r"(?P<uur>[01]\d|2[0-3])(?P<minuten>[0-5]\d) ?(?:uur|u)\b", _read_uren),
    (rf"(?P<rang>\d{{1,2}})(?:e|ste|de){_NIET_ERNA}", _read_rang),
    (r"[qQ](?P<kwartaal>[1-4])\b", _read_kwartaal),
    (r"'(?P<jaar>\d\d)\b", lambda match: {"JAAR": _EEUW + int(match["jaar"])}),
    (r"\d+[.,/-]\d[\d.,/-]*|\d{5,}", _read_dicht),
)
_DECIMAAL = re.compile(r"\d+,\d(?!\d)|\d{1,4}(?![\d]|[.,/-]\d)")
_PATRONEN = tuple((re.compile(vorm), lees) for vorm, lees in _VORMEN)


def read_vorm(tekst: str, plek: int) -> tuple[int, Soorten] | None:
    """Return where the shape with digits ends that begins here, and what it is."""
    if plek and (tekst[plek - 1].isdigit() and tekst[plek].isdigit()):
        return None
    return next(_read_shapes(tekst, plek), None)


def _read_shapes(tekst: str, plek: int) -> Iterator[tuple[int, Soorten]]:
    match = _DECIMAAL.match(tekst, plek)
    half = match if match and "," in match.group() else None
    if half and not re.match(r" ?(?:€|euro)", tekst[half.end() :]):
        yield half.end(), _read_getal(half)
    for patroon, lees in _PATRONEN:
        if found := patroon.match(tekst, plek):
            yield found.end(), lees(found)
    if match:
        yield match.end(), _read_getal(match)
