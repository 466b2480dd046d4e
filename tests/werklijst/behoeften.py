"""Invented questions by need; none is taken from an entry or a set of questions."""

BEHOEFTEN = {
    "paspoort": (
        "paspoort verlengen voor mevrouw",
        "hoe vraag ik een nieuw paspoort aan voor een cliënt",
        "waar moet je zijn voor een nieuw paspoort",
        "paspoort verlopen, wat nu",
    ),
    "invalidenparkeren": (
        "aanvraag gehandicaptenparkeerkaart",
        "gehandicaptenparkeerkaart voor een oudere man",
        "hoe kom ik aan een gehandicapten parkeerkaart",
    ),
    "fiets": (
        "wie repareert een fiets voor weinig geld",
        "gratis fiets voor een gezin",
        "tweedehands fiets voor kinderen",
    ),
    "hond": (
        "hond kan niet mee naar de opvang, wie past op",
        "wie vangt een hond op bij opname",
        "opvang voor de hond van een patiënt",
    ),
    "rolstoel": (
        "rolstoel lenen voor twee weken",
        "waar kan een cliënt een rolstoel lenen",
        "rolstoel nodig na een operatie",
    ),
    "vertaler": (
        "tolk nodig voor een gesprek in het Tigrinya",
        "telefonische tolk regelen",
        "wie betaalt de tolk bij een huisbezoek",
    ),
    "zwemles": (
        "zwemles voor kinderen uit een arm gezin",
        "vergoeding zwemles",
        "is er geld voor zwemles",
    ),
    "uitvaart": (
        "uitvaart regelen als er geen familie is",
        "wie betaalt een uitvaart zonder geld",
        "begrafenis zonder nabestaanden, wie regelt de uitvaart",
    ),
    "wasmachine": (
        "wasmachine kapot en geen geld",
        "tweedehands wasmachine voor een gezin",
        "hoe kom je aan een wasmachine",
    ),
    "muizen": (
        "muizen in de woning, wie bestrijdt dat",
        "last van muizen bij een oudere",
        "ongedierte zoals muizen in huis",
    ),
}
