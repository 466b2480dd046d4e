"""A day as people type it, also one that is past."""

import re
from datetime import date, datetime, time, timedelta

from scheduler.moment.wanneer import read_wanneer

CIJFERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
JAARTAL = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
GELEDEN = {"gisteren": 1, "eergisteren": 2}  # days; what reads moments only looks ahead


def read_dag(tekst: str, nu: datetime, *, voorbij: bool) -> str:
    """Return the day that a text names, as jaar-maand-dag; the text itself where it names none.

    Args:
        tekst: what was typed.
        nu: the present moment.
        voorbij: the day lies behind us, so '1 oktober' is the last one.
    """
    words = tekst.casefold()
    if words in GELEDEN:
        return (nu.date() - timedelta(days=GELEDEN[words])).isoformat()
    dag = _read_cijfers(tekst) or _read_woorden(tekst, nu, voorbij=voorbij)
    return dag.isoformat() if dag else tekst


def _read_woorden(tekst: str, nu: datetime, *, voorbij: bool) -> date | None:
    begin = datetime.combine(nu.date(), time.min, nu.tzinfo)
    stated = JAARTAL.search(tekst)
    if stated:
        return _read(tekst, begin.replace(year=int(stated[0]), month=1, day=1))
    dag = _read(tekst, begin)
    if not voorbij or dag is None or dag <= nu.date():
        return dag
    if dag != _read(tekst, begin + timedelta(days=1)):
        return None  # it is counted from today, as 'over 6 weken' is
    return _read(tekst, begin - timedelta(days=365))


def _read(tekst: str, begin: datetime) -> date | None:
    gelezen = read_wanneer(tekst, begin)
    return gelezen.moment.date() if gelezen.moment and not gelezen.rest else None


def _read_cijfers(tekst: str) -> date | None:
    try:
        found = CIJFERS.fullmatch(tekst)
        if found:
            dag, maand, jaar = map(int, found.groups())
            return date(jaar, maand, dag)
        return date.fromisoformat(tekst)
    except ValueError:
        return None
