"""The commands, buttons and waiting texts of reminders."""

from handlers.herinnering.bevestigen import (
    ask_ander_moment,
    confirm,
    make_waakvlam,
    stop_concept,
    take_liever,
)
from handlers.herinnering.concept import WACHT
from handlers.herinnering.doorgeven import accept, escalate, hand_over, refuse
from handlers.herinnering.gedaan import close, finish, keep_uitkomst
from handlers.herinnering.later import choose_later
from handlers.herinnering.tonen import show_geschiedenis, show_herinnering
from handlers.herinnering.waakvlammen import list_waakvlammen
from handlers.herinnering.zaak import give_zaak
from handlers.herinnering.zetten import choose_bij_kaart, read_antwoord, start_herinnering
from handlers.wegen import Wachtende

OPDRACHTEN = {
    "/herinner": start_herinnering,
    "/waakvlammen": list_waakvlammen,
    "/zaak": give_zaak,
}
DRUKKEN = {
    "hk": choose_bij_kaart,
    "hz": confirm,
    "ha": ask_ander_moment,
    "hm": take_liever,
    "hw": make_waakvlam,
    "hq": stop_concept,
    "hg": finish,
    "hu": keep_uitkomst,
    "hx": close,
    "hl": choose_later,
    "ho": hand_over,
    "hj": accept,
    "hn": refuse,
    "hs": escalate,
    "hr": show_herinnering,
    "hh": show_geschiedenis,
    "vlam": list_waakvlammen,
}
WACHTENDEN = {WACHT: Wachtende(actie="/herinner", lees=read_antwoord)}
