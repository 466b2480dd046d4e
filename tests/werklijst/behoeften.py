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

# made after the grouping was set, to see whether it holds
LATERE = {
    "bril": (
        "bril kapot, wie vergoedt een nieuwe bril",
        "geld voor een nieuwe bril",
        "bril voor een kind vergoed krijgen",
    ),
    "rijbewijs": (
        "rijbewijs omwisselen uit Syrië",
        "buitenlands rijbewijs omwisselen",
        "hoe wissel je een rijbewijs om",
    ),
    "computer": (
        "laptop voor een schoolgaand kind",
        "gratis laptop voor leerlingen",
        "laptop lenen voor school",
    ),
    "kerstpakket": (
        "kerstpakket voor arme gezinnen",
        "wie deelt er kerstpakketten uit",
        "kerstpakket aanvragen",
    ),
    "afval": (
        "grofvuil laten ophalen bij een oudere",
        "wie haalt grofvuil op",
        "huis vol grofvuil",
    ),
    "tandarts": (
        "tandarts niet betaald, wat kan",
        "vergoeding tandarts bij bijstand",
        "kiespijn en geen geld voor de tandarts",
    ),
    "oppas": (
        "oppas nodig voor een gehandicapt kind",
        "wie kan oppassen op een gehandicapt kind",
        "oppas gezocht in het weekend",
    ),
    "vervoer": (
        "taxi naar het ziekenhuis, wie betaalt dat",
        "vervoer naar het ziekenhuis regelen",
        "ziekenhuis te ver, geen vervoer",
    ),
}
