"""Entries of every kind that can be made, with all that a text may hold; and files of them."""

from hypothesis import strategies as st

from sociale_kaart.bron import Bron
from sociale_kaart.contact import Contact
from sociale_kaart.deelnemer import Rol
from sociale_kaart.kaart import Kaart
from sociale_kaart.route import RouteStap, Uitzondering
from sociale_kaart.voorziening import (
    Doelgroep,
    Kenmerk,
    Leefgebied,
    Soort,
    Status,
    Voorziening,
)

LEEG = Kaart(werkgebieden=(), brondocumenten=(), voorzieningen=(), routekaarten=())
LASTIG = "\\|=+-@;,\n\r\t \"'#:_x0041x005F\x00\x07\x0b\x1f\x7f\x85\xa0\u2028\ufeff\ufffe\uffff"
SCHRIFTEN = "שלום مرحبا 你好 ñé€ ½ 👩‍👩‍👧 🇳🇱 \u202e\u200f"
GEVALLEN = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+31 78 123",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "regel\n=1+1",
    'a;"=1+1',
    "a,=1",
    "€ 18,- per maand",
    "wie | doet",
    "telefoon: 085",
    "_x0041_",
    "_x005F_x000D_",
    "'=1",
    "\\",
    "\\n",
    "\\u0041",
    "# geen opmerking",
    " spatie eromheen ",
    "\nregel eromheen\n",
    "ja",
    "0800",
    "1,5",
    "2026-11-22",
    "#REF!",
)

tekens = st.one_of(
    st.characters(exclude_categories=["Cs"]), st.sampled_from(LASTIG), st.sampled_from(SCHRIFTEN)
)
teksten = st.one_of(
    st.sampled_from(GEVALLEN), st.text(alphabet=tekens, min_size=1, max_size=40)
).filter(lambda tekst: bool(tekst.strip()))
misschien = st.none() | teksten
slugs = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)


def rijtjes(items: st.SearchStrategy, least: int = 0) -> st.SearchStrategy:
    return st.lists(items, min_size=least, max_size=3).map(tuple)


leeftijden = st.none() | st.integers(0, 120)
doelgroepen = st.builds(
    Doelgroep,
    tekst=teksten,
    leeftijd_van=leeftijden,
    leeftijd_tot=leeftijden,
    kenmerken=rijtjes(st.sampled_from(Kenmerk)),
)
contacten = st.builds(
    Contact,
    naam=teksten,
    telefoon=misschien,
    email=misschien,
    adres=misschien,
    website=misschien,
    beschikbaar=misschien,
    toelichting=misschien,
)
voorzieningen = st.builds(
    Voorziening,
    slug=slugs,
    naam=teksten,
    soort=st.sampled_from(Soort),
    werkgebied=slugs,
    aliassen=rijtjes(teksten),
    afkortingen=rijtjes(teksten),
    leefgebieden=rijtjes(st.sampled_from(Leefgebied), 1),
    omschrijving=teksten,
    doelgroep=st.none() | doelgroepen,
    wanneer=rijtjes(teksten),
    niet_voor=rijtjes(st.builds(Uitzondering, situatie=teksten, dan=st.none() | slugs)),
    route=rijtjes(st.builds(RouteStap, wie=teksten, doet=teksten, tip=misschien), 1),
    nodig=rijtjes(teksten),
    contact=rijtjes(contacten),
    wachttijd=misschien,
    aanmeldstop=misschien,
    verwijscriteria=rijtjes(teksten),
    wet=rijtjes(teksten),
    opschalen=st.none() | slugs,
    zie_ook=rijtjes(slugs),
    voorbeeldvragen=rijtjes(teksten),
    status=st.sampled_from(Status),
    status_toelichting=misschien,
    vervangen_door=st.none() | slugs,
    bronnen=rijtjes(
        st.builds(Bron, document=slugs, plaats=teksten, jaar=st.none() | st.integers(1900, 2100)),
        1,
    ),
    gecontroleerd_op=st.none() | st.dates(),
    controleer_voor=st.none() | st.dates(),
    eigenaar=st.sampled_from(Rol),
)


def make_kaart(*gekozen: Voorziening) -> Kaart:
    """Return a kaart of entries alone."""
    return Kaart(werkgebieden=(), brondocumenten=(), voorzieningen=gekozen, routekaarten=())
