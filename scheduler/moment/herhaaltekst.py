"""From the text of a repetition back to the repetition."""

import re

from scheduler.moment.aanduiding import Eenheid, Interval
from scheduler.moment.herhaling import Herhaling

_DUUR = re.compile(r"P(?P<tijd>T?)(?P<aantal>\d+)(?P<letter>[YMWDH])")
_DATUM = {"D": Eenheid.DAG, "W": Eenheid.WEEK, "M": Eenheid.MAAND, "Y": Eenheid.JAAR}
_TIJD = {"M": Eenheid.MINUUT, "H": Eenheid.UUR}
_FREQ = {
    "DAILY": Eenheid.DAG,
    "WEEKLY": Eenheid.WEEK,
    "MONTHLY": Eenheid.MAAND,
    "YEARLY": Eenheid.JAAR,
}


def read_herhaling(tekst: str) -> Herhaling:
    """Return the repetition that `Herhaling.tekst` wrote.

    Raises:
        ValueError: the text is no such repetition.
    """
    duur = _DUUR.fullmatch(tekst)
    if duur is not None:
        eenheid = (_TIJD if duur["tijd"] else _DATUM)[duur["letter"]]
        return Herhaling(interval=Interval(eenheid=eenheid, aantal=int(duur["aantal"])))
    delen = dict(deel.split("=", 1) for deel in tekst.split(";"))
    interval = Interval(eenheid=_FREQ[delen["FREQ"]], aantal=int(delen.get("INTERVAL", "1")))
    return Herhaling(interval=interval, regel=tekst)
