"""A question back: one smart question where it decides, else the titles of the candidates."""

from dataclasses import replace

from handlers.environment import Omgeving
from handlers.exchange import Knop, Knoppen, Vraag
from handlers.merk import make_merk, mark
from knowledge.verduidelijking import Navraag, choose_navraag
from knowledge.vraagbaak import Raadpleging

# What a button adds to the question: the words that the person would have typed.
AANVULLINGEN = {
    "jong": "16 jaar",
    "jv": "22 jaar",
    "oud": "40 jaar",
    "kind": "er zijn minderjarige kinderen",
    "geenkind": "zonder kinderen",
}


def make_clarification(
    raadpleging: Raadpleging, vraag: Vraag, omgeving: Omgeving
) -> tuple[str, Knoppen]:
    """Return the question back with its buttons."""
    kandidaten = [omgeving.kennis.voorzieningen[t.slug] for t in raadpleging.treffers[:3]]
    navraag = choose_navraag(
        raadpleging, kandidaten, gemeente=vraag.gemeente, gevraagd=vraag.dialoog.aanvullingen
    )
    tekst = omgeving.renderer.render("verduidelijk", soort=navraag.value)
    return tekst, _make_knoppen(navraag, raadpleging, omgeving, make_merk(vraag.dialoog))


def _make_knoppen(
    navraag: Navraag, raadpleging: Raadpleging, omgeving: Omgeving, merk: str
) -> Knoppen:
    label = omgeving.renderer.label
    match navraag:
        case Navraag.GEMEENTE:
            gemeenten = omgeving.kennis.werkgebieden.find_gemeenten()
            rows = [Knop(titel=g.naam, data=mark(f"gemeente:{g.slug}", merk)) for g in gemeenten]
        case Navraag.LEEFTIJD:
            rows = [
                Knop(titel=label("knop_jonger_18"), data=mark("erbij:jong", merk)),
                Knop(titel=label("knop_18_27"), data=mark("erbij:jv", merk)),
                Knop(titel=label("knop_ouder_27"), data=mark("erbij:oud", merk)),
            ]
        case Navraag.KINDEREN:
            rows = [
                Knop(titel=label("knop_kinderen"), data=mark("erbij:kind", merk)),
                Knop(titel=label("knop_geen_kinderen"), data=mark("erbij:geenkind", merk)),
            ]
        case Navraag.TITELS:
            rows = _make_titles(raadpleging, omgeving, merk)
    rows.append(Knop(titel=label("knop_geen_van_deze"), data=f"geen:{merk}"))
    return tuple((knop,) for knop in rows)


def _make_titles(raadpleging: Raadpleging, omgeving: Omgeving, merk: str) -> list[Knop]:
    kandidaten = [omgeving.kennis.voorzieningen[t.slug] for t in raadpleging.treffers[:3]]
    namen = [kandidaat.naam for kandidaat in kandidaten]
    knoppen = []
    for kandidaat in kandidaten:
        same = namen.count(kandidaat.naam) > 1
        gebied = omgeving.kennis.werkgebieden.get(kandidaat.werkgebied).naam if same else None
        titel = omgeving.renderer.label("knop_kaart", naam=kandidaat.naam, gebied=gebied)
        knoppen.append(Knop(titel=titel, data=mark(f"kaart:{kandidaat.slug}", merk)))
    return knoppen


def add_answer(vraag: Vraag, woord: str) -> Vraag:
    """Return the question with an answer to a question back; an unknown answer adds nothing."""
    aanvulling = AANVULLINGEN.get(woord)
    told = vraag.dialoog.aanvullingen
    if aanvulling is None or aanvulling in told:
        return vraag
    return replace(vraag, dialoog=replace(vraag.dialoog, aanvullingen=(*told, aanvulling)))
