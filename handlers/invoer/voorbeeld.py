"""The preview of a file: what will be new, changed and gone, and what is wrong with it."""

from handlers.environment import Omgeving
from handlers.exchange import Antwoord, Bijlage, Knop, Knoppen
from handlers.invoer.lezen import Bekeken
from handlers.render import Renderer
from knowledge.invoer.fout import Invoercode, Invoerfout

MOST_SHOWN = 10  # entries by name
MOST_LISTED = 2000  # faults in that file: who has more begins at the first
MOST_FOUTEN = 20  # in the message itself; the rest goes along as a file


def show_voorbeeld(
    bekeken: Bekeken,
    omgeving: Omgeving,
    knoppen: Knoppen,
    *,
    anders: bool = False,
    van_ander: bool = False,
) -> Antwoord:
    """Return the preview, with every fault: the first in the text, all of them in a file.

    Args:
        bekeken: what the file would do.
        omgeving: what is at hand.
        knoppen: what can be done with it.
        anders: the kaart moved since the last preview.
        van_ander: it is shown to who must agree with the work of somebody else.
    """
    voorstel = bekeken.voorstel
    kennis = omgeving.kennis
    namen = {v.slug: v.naam for v in voorstel.te_publiceren}
    tekst = omgeving.renderer.render(
        "invoer/voorbeeld",
        bestand=bekeken.bestand.naam,
        voorstel=voorstel,
        nieuw=[v.naam for v in voorstel.nieuw[:MOST_SHOWN]],
        gewijzigd=[(namen[w.slug], w.velden) for w in voorstel.wijzigingen[:MOST_SHOWN]],
        afwezig=sum(v.werkgebied in bekeken.beheerde for v in voorstel.afwezig),
        fouten=list_fouten(voorstel.fouten[:MOST_FOUTEN], omgeving.renderer),
        vreemd=sum(fout.code is Invoercode.ANDER_GEBIED for fout in voorstel.fouten),
        vier_ogen=[kennis.werkgebieden.get(slug).naam for slug in sorted(bekeken.vier_ogen)],
        kan=bekeken.kan,
        anders=anders,
        van_ander=van_ander,
    )
    return Antwoord(tekst=tekst, knoppen=knoppen, bijlage=_make_bijlage(bekeken, omgeving.renderer))


def make_knoppen(bekeken: Bekeken, omgeving: Omgeving, *, van_ander: bool = False) -> Knoppen:
    """Return what can be done with a file: publish it or lay it before another, or throw it away.

    Where nothing can be published there is nothing to decide.
    """
    if not bekeken.kan:
        return ()
    label = omgeving.renderer.label
    verder, weg = ("knop_invoer_publiceer", "inpub"), "knop_invoer_gooi_weg"
    if van_ander:
        weg = "knop_invoer_niet_akkoord"
    elif bekeken.vier_ogen:
        verder = ("knop_leg_voor", "invoor")
    ref = bekeken.bestand.id
    return (
        (
            Knop(titel=label(verder[0]), data=f"{verder[1]}:{ref}:{bekeken.merk}"),
            Knop(titel=label(weg), data=f"inweg:{ref}"),
        ),
    )


def list_fouten(fouten: tuple[Invoerfout, ...], renderer: Renderer) -> list[str]:
    """Return a plain line for each fault."""
    return [renderer.render_plain("invoer/fout", fout=fout) for fout in fouten]


def _make_bijlage(bekeken: Bekeken, renderer: Renderer) -> Bijlage | None:
    fouten = bekeken.voorstel.fouten
    if len(fouten) <= MOST_FOUTEN:
        return None
    regels = list_fouten(fouten[:MOST_LISTED], renderer)
    if len(fouten) > MOST_LISTED:
        regels.append(renderer.label("fouten_rest", aantal=len(fouten) - MOST_LISTED))
    return Bijlage(naam="fouten.txt", inhoud="\n".join((*regels, "")))
