"""The buttons under a stuck question: what someone can do with it now."""

from handlers.exchange import Knop, Knoppen
from handlers.hulpvraag.partij import Inzage, Partij
from handlers.render import Renderer
from scheduler.hulpvraag.hulpvraag import Staat

# what a button says, and the begin of its data; what follows is the reference and a choice
KNOPPEN = {
    "oppakken": "hvp:{id}",
    "schrijf": "hvt:{id}",
    "antwoord": "hvt:{id}",
    "opgelost": "hvo:{id}",
    "bezig": "hvb:{id}",
    "terug": "hvr:{id}",
    "overdragen": "hvd:{id}",
    "opschalen": "hve:{id}",
    "aanvaard": "hvi:{id}:ja",
    "weiger": "hvi:{id}:nee",
    "ja": "hvj:{id}:ja",
    "nee": "hvj:{id}:nee",
    "intrekken": "hvw:{id}",
    "bekijk": "hvk:{id}",
}
HELPER = (("schrijf", "opgelost"), ("terug", "overdragen", "opschalen"))
VRAGER = (("schrijf", "intrekken"),)


def lay_out_namen(
    rijen: tuple[tuple[str, ...], ...], hulpvraag: str, renderer: Renderer
) -> Knoppen:
    """Return the buttons with these names."""
    return tuple(
        tuple(
            Knop(
                titel=renderer.label(f"knop_hulp_{naam}"),
                data=KNOPPEN[naam].format(id=hulpvraag),
            )
            for naam in rij
        )
        for rij in rijen
    )


def offer_knoppen(inzage: Inzage, renderer: Renderer) -> Knoppen:
    """Return the buttons for what someone can do now."""
    return lay_out_namen(_find_rijen(inzage), inzage.hulpvraag.id, renderer)


def _find_rijen(inzage: Inzage) -> tuple[tuple[str, ...], ...]:
    staat = inzage.hulpvraag.staat
    if inzage.partij is Partij.VRAGER:
        return (("ja", "nee"), *VRAGER) if staat is Staat.VOORGELEGD else VRAGER
    if inzage.partij is Partij.AANGEBODEN:
        return (("aanvaard", "weiger"),)
    if inzage.partij is Partij.HELPER and not inzage.may_take:
        return (("schrijf",),) if staat is Staat.VOORGELEGD else HELPER
    rijen: tuple[tuple[str, ...], ...] = (("oppakken",),) if inzage.may_take else ()
    return (*rijen, *HELPER) if inzage.partij is Partij.HELPER else rijen
