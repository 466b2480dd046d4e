"""What can be wrong with a file as a whole."""

from spoil import BRIEFADRES, BRONNEN, GEBIEDEN, Row, make_unreadable, replace, write

from sociale_kaart.fout import Foutcode
from sociale_kaart.yaml_file import MAX_BYTES

FAULTS: list[Row] = [
    (
        "a folder instead of a file",
        make_unreadable,
        Foutcode.BESTAND_ONLEESBAAR,
        [("routekaarten/map.yaml", None)],
    ),
    (
        "a file as large as a book",
        write(BRIEFADRES, "#" * (MAX_BYTES + 1)),
        Foutcode.BESTAND_TE_GROOT,
        [(BRIEFADRES, None)],
    ),
    (
        "a colon inside a plain text",
        replace(BRIEFADRES, "naam: Lokaal briefadres", "naam: Lokaal: briefadres"),
        Foutcode.YAML_ONGELDIG,
        [(BRIEFADRES, 2)],
    ),
    (
        "a tab as indentation",
        replace(BRIEFADRES, "  leeftijd_van: 18", "\tleeftijd_van: 18"),
        Foutcode.YAML_ONGELDIG,
        [(BRIEFADRES, 10)],
    ),
    (
        "a quote that is not closed",
        replace(BRIEFADRES, "naam: Lokaal", 'naam: "Lokaal'),
        Foutcode.YAML_ONGELDIG,
        [(BRIEFADRES, 23)],
    ),
    (
        "bytes that are no UTF-8",
        write(BRIEFADRES, "naam: café".encode("latin-1")),
        Foutcode.YAML_ONGELDIG,
        [(BRIEFADRES, None)],
    ),
    (
        "two documents in one file",
        replace(BRIEFADRES, "soort: voorziening", "---\nsoort: voorziening"),
        Foutcode.YAML_ONGELDIG,
        [(BRIEFADRES, 3)],
    ),
    (
        "an object of Python",
        write(BRIEFADRES, "!!python/object/apply:os.getcwd []"),
        Foutcode.YAML_ONGELDIG,
        [(BRIEFADRES, 1)],
    ),
    (
        "a list as the name of a field",
        write(BRIEFADRES, "slug: x\n? [a, b]\n: c\n"),
        Foutcode.YAML_ONGELDIG,
        [(BRIEFADRES, 2)],
    ),
    (
        "a field twice",
        replace(BRIEFADRES, "soort: voorziening", "naam: Anders\nsoort: voorziening"),
        Foutcode.DUBBEL_VELD,
        [(BRIEFADRES, 3)],
    ),
    (
        "an inner field twice",
        replace(BRIEFADRES, "  leeftijd_tot: 67", "  leeftijd_van: 67"),
        Foutcode.DUBBEL_VELD,
        [(BRIEFADRES, 11)],
    ),
    ("an empty file", write(BRIEFADRES, ""), Foutcode.GEEN_VELDEN, [(BRIEFADRES, None)]),
    (
        "a list instead of fields",
        write(BRIEFADRES, "- slug: briefadres"),
        Foutcode.GEEN_VELDEN,
        [(BRIEFADRES, 1)],
    ),
    (
        "a sentence instead of a step",
        replace(BRIEFADRES, "  - wie: Jij\n    doet: Overleg met het wijkteam.", "  - Overleg."),
        Foutcode.GEEN_VELDEN,
        [(BRIEFADRES, 19)],
    ),
    (
        "a list that says it has fields",
        write(BRIEFADRES, "!!map [a]\n"),
        Foutcode.YAML_ONGELDIG,
        [(BRIEFADRES, 1)],
    ),
    (
        "a text that says it is yes or no",
        replace(BRIEFADRES, "naam: Lokaal briefadres", "naam: !!bool misschien"),
        Foutcode.YAML_ONGELDIG,
        [(BRIEFADRES, None)],
    ),
    (
        "a kind of value that no field has",
        replace(BRIEFADRES, "2026-01-30", "!!timestamp 2026-01-30"),
        Foutcode.YAML_ONGELDIG,
        [(BRIEFADRES, 28)],
    ),
    (
        "fields taken over from elsewhere",
        replace(BRIEFADRES, "soort: voorziening", "!!merge x: {soort: voorziening}"),
        Foutcode.YAML_ONGELDIG,
        [(BRIEFADRES, 3)],
    ),
    (
        "brackets without end",
        write(BRIEFADRES, "slug: x\nnaam: " + "[" * 60_000),
        Foutcode.YAML_ONGELDIG,
        [(BRIEFADRES, 2)],
    ),
    (
        "braces that are closed again",
        write(BRIEFADRES, "{a: " * 51 + "1" + "}" * 51),
        Foutcode.YAML_ONGELDIG,
        [(BRIEFADRES, 1)],
    ),
    (
        "dashes without end",
        write(BRIEFADRES, "- " * 60_000),
        Foutcode.YAML_ONGELDIG,
        [(BRIEFADRES, 1)],
    ),
    (
        "keys of keys without end",
        write(BRIEFADRES, "?\t" * 60_000),
        Foutcode.YAML_ONGELDIG,
        [(BRIEFADRES, 1)],
    ),
    (
        "fields instead of a list of areas",
        write(GEBIEDEN, "slug: landelijk\nnaam: Landelijk\n"),
        Foutcode.GEEN_LIJST,
        [(GEBIEDEN, 1)],
    ),
    (
        "fields instead of a list of documents",
        write(BRONNEN, "id: nummerlijst\n"),
        Foutcode.GEEN_LIJST,
        [(BRONNEN, 1)],
    ),
    ("an empty list of documents", write(BRONNEN, ""), Foutcode.GEEN_LIJST, [(BRONNEN, None)]),
]
