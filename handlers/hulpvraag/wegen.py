"""The commands, buttons and texts of stuck questions."""

from collections.abc import Mapping

from handlers.hulpvraag.beginnen import ask_aanvoerder, begin_hulpvraag, choose
from handlers.hulpvraag.helpen import (
    answer_aanbod,
    escalate_hulpvraag,
    keep_bezig,
    offer_hulpvraag,
    return_hulpvraag,
    solve_hulpvraag,
    take_hulpvraag,
)
from handlers.hulpvraag.opstellen import (
    WACHT_TOELICHTING,
    WACHT_ZAAK,
    ask_toelichting,
    choose_zaak,
    read_toelichting,
    read_zaak,
    send_hulpvraag,
)
from handlers.hulpvraag.overzicht import list_open, show_one
from handlers.hulpvraag.schrijven import WACHT, ask_woorden, read_woorden
from handlers.hulpvraag.vragen import answer_opgelost, withdraw_hulpvraag
from handlers.wegen import Druk, Opdracht, Wachtende

OPDRACHTEN: Mapping[str, Opdracht] = {"/open": list_open}
DRUKKEN: Mapping[str, Druk] = {
    "vast": begin_hulpvraag,
    "hva": ask_aanvoerder,
    "hv": choose,
    "hvz": ask_toelichting,
    "hvc": choose_zaak,
    "hvs": send_hulpvraag,
    "hvw": withdraw_hulpvraag,
    "hvp": take_hulpvraag,
    "hvt": ask_woorden,
    "hvb": keep_bezig,
    "hvo": solve_hulpvraag,
    "hvj": answer_opgelost,
    "hvr": return_hulpvraag,
    "hve": escalate_hulpvraag,
    "hvd": offer_hulpvraag,
    "hvi": answer_aanbod,
    "hvk": show_one,
    "open": list_open,
}
WACHTENDEN: Mapping[str, Wachtende] = {
    WACHT_TOELICHTING: Wachtende(actie="hvz", lees=read_toelichting),
    WACHT_ZAAK: Wachtende(actie="hvc", lees=read_zaak),
    WACHT: Wachtende(actie="hvt", lees=read_woorden),
}
