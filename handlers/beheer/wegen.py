"""The ways into the keeping of the kaart: its command, its buttons, the texts it waits for."""

from collections.abc import Mapping

from handlers.beheer.einde import EINDE, ask_einde, choose_volgen, search_vervanger
from handlers.beheer.geschiedenis import (
    WACHT,
    ask_geschiedenis,
    read_geschiedenis,
    show_versie,
    show_versies,
)
from handlers.beheer.invullen import accept_voorstel, choose_waarde, fill_veld
from handlers.beheer.publiceren import (
    REDEN,
    ask_publiceren,
    ask_reden,
    read_reden,
    take_vaste_reden,
)
from handlers.beheer.samenvoegen import choose_kant
from handlers.beheer.terugzetten import put_back
from handlers.beheer.tonen import show_anders, show_proef
from handlers.beheer.veld import change_rij, show_veld
from handlers.beheer.velden import VUL
from handlers.beheer.vervolg import go_on
from handlers.beheer.voorleggen import ONEENS, agree, ask_oneens, disagree, show_voorstel
from handlers.beheer.zoeken import (
    ZOEK,
    ask_zoek,
    begin_nieuw,
    edit_kaart,
    keep_for_later,
    read_zoek,
    show_concept,
    throw_away,
)
from handlers.wegen import Druk, Opdracht, Wachtende

OPDRACHTEN: Mapping[str, Opdracht] = {"/geschiedenis": ask_geschiedenis}

DRUKKEN: Mapping[str, Druk] = {
    ZOEK: ask_zoek,
    "bewerk": edit_kaart,
    "nieuw": begin_nieuw,
    "concept": show_concept,
    "veld": show_veld,
    "rij": change_rij,
    "keus": choose_waarde,
    "neem": accept_voorstel,
    "verder": go_on,
    "proef": show_proef,
    "anders": show_anders,
    "publiceer": ask_publiceren,
    "gaaf": ask_reden,
    "af": take_vaste_reden,
    "kant": choose_kant,
    "bewaar": keep_for_later,
    "wis": throw_away,
    EINDE: ask_einde,
    "volg": choose_volgen,
    "versies": show_versies,
    "oud": show_versie,
    "zet": put_back,
    "meekijk": show_voorstel,
    "eens": agree,
    ONEENS: ask_oneens,
}

WACHTENDEN: Mapping[str, Wachtende] = {
    ZOEK: Wachtende(actie=ZOEK, lees=read_zoek),
    VUL: Wachtende(actie="veld", lees=fill_veld),
    REDEN: Wachtende(actie="publiceer", lees=read_reden),
    EINDE: Wachtende(actie=EINDE, lees=search_vervanger),
    WACHT: Wachtende(actie="/geschiedenis", lees=read_geschiedenis),
    ONEENS: Wachtende(actie=ONEENS, lees=disagree),
}
