"""What can be wrong with one field."""

from spoil import BRIEFADRES, BRONNEN, NOODNUMMER, Row, rename, replace

from sociale_kaart.fout import Foutcode

FAULTS: list[Row] = [
    (
        "no name",
        replace(BRIEFADRES, "naam: Lokaal briefadres\n", ""),
        Foutcode.VELD_ONTBREEKT,
        [(BRIEFADRES, 1)],
    ),
    (
        "a step that nobody takes",
        replace(BRIEFADRES, "  - wie: Jij\n    doet", "  - doet"),
        Foutcode.VELD_ONTBREEKT,
        [(BRIEFADRES, 19)],
    ),
    (
        "a field that is spelled wrong",
        replace(BRIEFADRES, "aliassen:", "aliasen:"),
        Foutcode.VELD_ONBEKEND,
        [(BRIEFADRES, 5)],
    ),
    (
        "an inner field that does not exist",
        replace(BRIEFADRES, "    telefoon:", "    fax:"),
        Foutcode.VELD_ONBEKEND,
        [(BRIEFADRES, 23)],
    ),
    (
        "an unknown field of a document",
        replace(
            BRONNEN,
            "  uitgever: openbare pagina's",
            "  uitgever: x\n- id: extra\n  titel: Extra\n  uitgever: x\n  datum: 2021",
        ),
        Foutcode.VELD_ONBEKEND,
        [(BRONNEN, 11)],
    ),
    (
        "a name of spaces",
        replace(BRIEFADRES, "naam: Lokaal briefadres", 'naam: "  "'),
        Foutcode.VELD_LEEG,
        [(BRIEFADRES, 2)],
    ),
    (
        "an empty example question",
        replace(BRIEFADRES, "  - hoe regel ik een briefadres", '  - ""'),
        Foutcode.VELD_LEEG,
        [(BRIEFADRES, 26)],
    ),
    (
        "no leefgebied",
        replace(BRIEFADRES, "leefgebieden: [wonen, financien]", "leefgebieden: []"),
        Foutcode.VELD_LEEG,
        [(BRIEFADRES, 6)],
    ),
    (
        "no step",
        replace(
            BRIEFADRES, "route:\n  - wie: Jij\n    doet: Overleg met het wijkteam.", "route: []"
        ),
        Foutcode.VELD_LEEG,
        [(BRIEFADRES, 18)],
    ),
    (
        "a text instead of a list",
        replace(BRIEFADRES, "aliassen: [postadres]", "aliassen: postadres"),
        Foutcode.VERKEERD_TYPE,
        [(BRIEFADRES, 5)],
    ),
    (
        "a number instead of a name",
        replace(BRIEFADRES, "naam: Lokaal briefadres", "naam: 112"),
        Foutcode.VERKEERD_TYPE,
        [(BRIEFADRES, 2)],
    ),
    (
        "nothing after the colon",
        replace(BRIEFADRES, "omschrijving: Een adres voor inwoners zonder huis.", "omschrijving:"),
        Foutcode.VERKEERD_TYPE,
        [(BRIEFADRES, 7)],
    ),
    (
        "an age in words",
        replace(BRIEFADRES, "leeftijd_van: 18", "leeftijd_van: achttien"),
        Foutcode.VERKEERD_TYPE,
        [(BRIEFADRES, 10)],
    ),
    (
        "an unknown soort",
        replace(BRIEFADRES, "soort: voorziening", "soort: loket"),
        Foutcode.KEUZE_ONBEKEND,
        [(BRIEFADRES, 3)],
    ),
    (
        "an unknown leefgebied in a list",
        replace(BRIEFADRES, "[wonen, financien]", "[wonen, geld]"),
        Foutcode.KEUZE_ONBEKEND,
        [(BRIEFADRES, 6)],
    ),
    (
        "a date in words",
        replace(BRIEFADRES, "2026-01-30", "eind januari"),
        Foutcode.DATUM_ONGELDIG,
        [(BRIEFADRES, 28)],
    ),
    (
        "a date the Dutch way round",
        replace(BRIEFADRES, "2026-01-30", "30-01-2026"),
        Foutcode.DATUM_ONGELDIG,
        [(BRIEFADRES, 28)],
    ),
    (
        "a description that fills the screen",
        replace(BRIEFADRES, "Een adres voor inwoners zonder huis.", "a" * 601),
        Foutcode.TE_LANG,
        [(BRIEFADRES, 7)],
    ),
    (
        "a line for danger without a number",
        replace(NOODNUMMER, '    telefoon: "112"\n', ""),
        Foutcode.VELD_ONTBREEKT,
        [(NOODNUMMER, 10)],
    ),
    (
        "a slug that no button can carry",
        lambda folder: (
            replace(BRIEFADRES, "slug: briefadres-zwijndrecht", f"slug: {'b' * 45}")(folder),
            rename(BRIEFADRES, f"zwijndrecht/{'b' * 45}.yaml")(folder),
        ),
        Foutcode.TE_LANG,
        [(f"zwijndrecht/{'b' * 45}.yaml", 1)],
    ),
    (
        "a slug with a capital",
        lambda folder: (
            replace(BRIEFADRES, "slug: briefadres-zwijndrecht", "slug: Briefadres")(folder),
            rename(BRIEFADRES, "zwijndrecht/Briefadres.yaml")(folder),
        ),
        Foutcode.SLUG_ONGELDIG,
        [("zwijndrecht/Briefadres.yaml", 1)],
    ),
    (
        "a telephone number in words",
        replace(BRIEFADRES, 'telefoon: "112"', "telefoon: bel het loket"),
        Foutcode.TELEFOON_ONGELDIG,
        [(BRIEFADRES, 23)],
    ),
    (
        "an age that nobody reaches",
        replace(BRIEFADRES, "leeftijd_tot: 67", "leeftijd_tot: 670"),
        Foutcode.LEEFTIJD_ONMOGELIJK,
        [(BRIEFADRES, 11)],
    ),
    (
        "an age below zero",
        replace(BRIEFADRES, "leeftijd_van: 18", "leeftijd_van: -1"),
        Foutcode.LEEFTIJD_ONMOGELIJK,
        [(BRIEFADRES, 10)],
    ),
    (
        "ages the wrong way round",
        replace(BRIEFADRES, "leeftijd_van: 18", "leeftijd_van: 68"),
        Foutcode.LEEFTIJD_OMGEKEERD,
        [(BRIEFADRES, 8)],
    ),
    (
        "no source",
        replace(
            BRIEFADRES,
            "bronnen:\n  - document: raadsbrief-2021\n    plaats: tabel met effecten\n    jaar: 2021",
            "bronnen: []",
        ),
        Foutcode.BRON_ONTBREEKT,
        [(BRIEFADRES, 29)],
    ),
    (
        "a day that does not exist",
        replace(BRIEFADRES, "2026-01-30", "2026-02-30"),
        Foutcode.DATUM_ONGELDIG,
        [(BRIEFADRES, 28)],
    ),
    (
        "fields from another place",
        replace(BRIEFADRES, "soort: voorziening", "soort: voorziening\n<<: {naam: Anders}"),
        Foutcode.VELD_ONBEKEND,
        [(BRIEFADRES, 4)],
    ),
    (
        "a target group without words",
        replace(BRIEFADRES, "Inwoners zonder huis.", "''"),
        Foutcode.VELD_LEEG,
        [(BRIEFADRES, 9)],
    ),
    (
        "a contact without a name",
        replace(BRIEFADRES, "Alarmnummer", "''"),
        Foutcode.VELD_LEEG,
        [(BRIEFADRES, 22)],
    ),
    (
        "a source without a place",
        replace(BRIEFADRES, "tabel met effecten", "' '"),
        Foutcode.VELD_LEEG,
        [(BRIEFADRES, 31)],
    ),
]
