"""What can be wrong with a routekaart."""

from spoil import ROUTEKAART, Row, add_knoop, rename, replace

from sociale_kaart.fout import Foutcode

FAULTS: list[Row] = [
    (
        "a node twice",
        add_knoop("  - id: eind\n    stappen:\n      - doe: Wacht.\n"),
        Foutcode.KNOOP_DUBBEL,
        [(ROUTEKAART, 16), (ROUTEKAART, 24)],
    ),
    (
        "a choice that leads nowhere",
        replace(ROUTEKAART, "        naar: eind\n", "        naar: einde\n"),
        Foutcode.KNOOP_ONBEKEND,
        [(ROUTEKAART, 12)],
    ),
    (
        "a beginning that does not exist",
        replace(ROUTEKAART, "begin: vannacht", "begin: start"),
        Foutcode.KNOOP_ONBEKEND,
        [(ROUTEKAART, 5)],
    ),
    (
        "a node without choices and steps",
        add_knoop("  - id: leeg\n    slot: Dit is alles.\n"),
        Foutcode.KNOOP_LEEG,
        [(ROUTEKAART, 24)],
    ),
    (
        "a question that is an end too",
        replace(
            ROUTEKAART,
            "    slot: Zoek eerst een bed.\n",
            "    vraag: En nu?\n    keuzes: [{titel: Klaar, naar: eind}]\n",
        ),
        Foutcode.KNOOP_VRAAG_EN_EIND,
        [(ROUTEKAART, 19)],
    ),
    (
        "choices without a question",
        replace(ROUTEKAART, "    vraag: Is er vannacht een plek om te slapen?\n", ""),
        Foutcode.KNOOP_VRAAG_EN_EIND,
        [(ROUTEKAART, 9)],
    ),
    (
        "a path that never ends",
        add_knoop("  - {id: rond, vraag: Nog eens?, keuzes: [{titel: Ja, naar: rond}]}\n"),
        Foutcode.PAD_ZONDER_EIND,
        [(ROUTEKAART, 24)],
    ),
    (
        "a path that may go round for ever",
        add_knoop(
            "  - id: rond\n    vraag: Nog eens?\n    keuzes:\n"
            "      - {titel: Ja, naar: rond}\n      - {titel: Nee, naar: eind}\n"
        ),
        Foutcode.PAD_IN_KRING,
        [(ROUTEKAART, 24)],
    ),
    (
        "a routekaart under another name",
        rename(ROUTEKAART, "routekaarten/anders.yaml"),
        Foutcode.BESTANDSNAAM_WIJKT_AF,
        [("routekaarten/anders.yaml", 1)],
    ),
    (
        "a slug with a space",
        lambda folder: (
            replace(ROUTEKAART, "slug: onderdak", "slug: on der dak")(folder),
            rename(ROUTEKAART, "routekaarten/on der dak.yaml")(folder),
        ),
        Foutcode.SLUG_ONGELDIG,
        [("routekaarten/on der dak.yaml", 1)],
    ),
    (
        "a step that says nothing",
        replace(ROUTEKAART, "Schaal op.", "''"),
        Foutcode.VELD_LEEG,
        [(ROUTEKAART, 22)],
    ),
    (
        "a button without a title",
        replace(ROUTEKAART, "titel: Nee", "titel: ''"),
        Foutcode.VELD_LEEG,
        [(ROUTEKAART, 14)],
    ),
    (
        "a question that asks nothing",
        replace(ROUTEKAART, "Is er vannacht een plek om te slapen?", "''"),
        Foutcode.VELD_LEEG,
        [(ROUTEKAART, 10)],
    ),
]
