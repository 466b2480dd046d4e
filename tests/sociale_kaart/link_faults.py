"""What can be wrong between fields and files."""

from spoil import (
    BRIEFADRES,
    BRONNEN,
    GEBIEDEN,
    PONTONNIER,
    ROUTEKAART,
    Row,
    copy,
    rename,
    replace,
    write,
)

from sociale_kaart.fout import Foutcode

FAULTS: list[Row] = [
    (
        "a file with another name",
        rename(BRIEFADRES, "zwijndrecht/briefadres.yaml"),
        Foutcode.BESTANDSNAAM_WIJKT_AF,
        [("zwijndrecht/briefadres.yaml", 1)],
    ),
    (
        "a file in the folder of another area",
        rename(PONTONNIER, "landelijk/sociaal-pontonnier-dordrecht.yaml"),
        Foutcode.MAP_WIJKT_AF,
        [("landelijk/sociaal-pontonnier-dordrecht.yaml", 4)],
    ),
    (
        "an area that does not exist",
        lambda folder: (
            replace(PONTONNIER, "werkgebied: dordrecht", "werkgebied: rotterdam")(folder),
            (folder / "dordrecht").rename(folder / "rotterdam"),
        ),
        Foutcode.WERKGEBIED_ONBEKEND,
        [("rotterdam/sociaal-pontonnier-dordrecht.yaml", 4)],
    ),
    (
        "two areas that lie in each other",
        write(
            GEBIEDEN,
            "- {slug: landelijk, naam: Landelijk}\n"
            "- {slug: zwijndrecht, naam: Zwijndrecht, ligt_in: landelijk}\n"
            "- {slug: dordrecht, naam: Dordrecht, ligt_in: eiland}\n"
            "- {slug: eiland, naam: Eiland, ligt_in: dordrecht}\n",
        ),
        Foutcode.WERKGEBIED_KRING,
        [(GEBIEDEN, 3), (GEBIEDEN, 4)],
    ),
    (
        "letters that are not three capitals",
        replace(GEBIEDEN, "  gemeente: true\n  opschalen", "  letters: zwd\n  opschalen"),
        Foutcode.LETTERS_ONGELDIG,
        [(GEBIEDEN, 6)],
    ),
    (
        "the same letters for two areas",
        write(
            GEBIEDEN,
            "- {slug: landelijk, naam: Landelijk}\n"
            "- {slug: zwijndrecht, naam: Zwijndrecht, ligt_in: landelijk, letters: ZWD}\n"
            "- {slug: dordrecht, naam: Dordrecht, ligt_in: landelijk, letters: ZWD}\n",
        ),
        Foutcode.LETTERS_DUBBEL,
        [(GEBIEDEN, 2), (GEBIEDEN, 3)],
    ),
    (
        "a source that is not in the list",
        replace(BRIEFADRES, "document: raadsbrief-2021", "document: raadsbrief-2020"),
        Foutcode.BRON_ONBEKEND,
        [(BRIEFADRES, 30)],
    ),
    (
        "a source that the routekaart makes up",
        replace(ROUTEKAART, "document: raadsbrief-2021", "document: zelf-bedacht"),
        Foutcode.BRON_ONBEKEND,
        [(ROUTEKAART, 25)],
    ),
    (
        "another year than the list gives",
        replace(BRIEFADRES, "    jaar: 2021", "    jaar: 2012"),
        Foutcode.BRON_JAAR_WIJKT_AF,
        [(BRIEFADRES, 32)],
    ),
    (
        "zie_ook to nowhere",
        replace(BRIEFADRES, "  - zorgmarinier-zwijndrecht", "  - briefadres-rotterdam"),
        Foutcode.VERWIJZING_ONBEKEND,
        [(BRIEFADRES, 14)],
    ),
    (
        "niet_voor to nowhere",
        replace(BRIEFADRES, "    dan: noodnummer-112", "    dan: noodnummer"),
        Foutcode.VERWIJZING_ONBEKEND,
        [(BRIEFADRES, 17)],
    ),
    (
        "opschalen to nowhere",
        replace(BRIEFADRES, "opschalen: zorgmarinier-zwijndrecht", "opschalen: zorgmatroos"),
        Foutcode.VERWIJZING_ONBEKEND,
        [(BRIEFADRES, 24)],
    ),
    (
        "vervangen_door to nowhere",
        replace(BRIEFADRES, "status: actueel", "status: beeindigd\nvervangen_door: niets"),
        Foutcode.VERWIJZING_ONBEKEND,
        [(BRIEFADRES, 28)],
    ),
    (
        "a step of a routekaart to nowhere",
        replace(ROUTEKAART, "voorzieningen: [zorgmarinier", "voorzieningen: [zorgmatroos"),
        Foutcode.VERWIJZING_ONBEKEND,
        [(ROUTEKAART, 23)],
    ),
    (
        "a routekaart under an entry that does not exist",
        replace(ROUTEKAART, "past_bij: [zorgmarinier", "past_bij: [zorgmatroos"),
        Foutcode.VERWIJZING_ONBEKEND,
        [(ROUTEKAART, 7)],
    ),
    (
        "zie_ook to the neighbours",
        replace(BRIEFADRES, "  - zorgmarinier-zwijndrecht", "  - sociaal-pontonnier-dordrecht"),
        Foutcode.VERWIJZING_BUITEN_GEBIED,
        [(BRIEFADRES, 14)],
    ),
    (
        "zie_ook to itself",
        replace(BRIEFADRES, "  - zorgmarinier-zwijndrecht", "  - briefadres-zwijndrecht"),
        Foutcode.VERWIJZING_NAAR_ZICHZELF,
        [(BRIEFADRES, 14)],
    ),
    (
        "an alias that names another entry, in other capitals",
        replace(BRIEFADRES, "[postadres]", "[postadres, ZORGMARINIER]"),
        Foutcode.ALIAS_DUBBEL,
        [(BRIEFADRES, 5)],
    ),
    (
        "the same slug in two areas",
        lambda folder: (
            copy(PONTONNIER, "landelijk/sociaal-pontonnier-dordrecht.yaml")(folder),
            replace(
                "landelijk/sociaal-pontonnier-dordrecht.yaml",
                "werkgebied: dordrecht",
                "werkgebied: landelijk",
            )(folder),
        ),
        Foutcode.SLUG_DUBBEL,
        [(PONTONNIER, 1), ("landelijk/sociaal-pontonnier-dordrecht.yaml", 1)],
    ),
    (
        "an area that lies in an unknown one",
        replace(GEBIEDEN, "landelijk\n  gemeente: true\n  opschalen", "nergens\n  opschalen"),
        Foutcode.WERKGEBIED_ONBEKEND,
        [(GEBIEDEN, 5)],
    ),
    (
        "an area twice",
        replace(
            GEBIEDEN, "- slug: dordrecht\n", "- {slug: landelijk, naam: Ons}\n- slug: dordrecht\n"
        ),
        Foutcode.SLUG_DUBBEL,
        [(GEBIEDEN, 1), (GEBIEDEN, 8)],
    ),
    (
        "a document twice",
        replace(
            BRONNEN,
            "- id: nummerlijst\n",
            "- {id: nummerlijst, titel: a, uitgever: b}\n- id: nummerlijst\n",
        ),
        Foutcode.BRON_DUBBEL,
        [(BRONNEN, 5), (BRONNEN, 6)],
    ),
    (
        "an area that escalates to nowhere",
        replace(GEBIEDEN, "opschalen: zorgmarinier-zwijndrecht", "opschalen: zorgmatroos"),
        Foutcode.VERWIJZING_ONBEKEND,
        [(GEBIEDEN, 7)],
    ),
    (
        "no year where the list gives one",
        replace(BRIEFADRES, "    plaats: tabel met effecten\n    jaar: 2021\n", "    plaats: x\n"),
        Foutcode.BRON_JAAR_WIJKT_AF,
        [(BRIEFADRES, 30)],
    ),
    (
        "a year where the list gives none",
        replace(BRONNEN, "  uitgever: gemeente Zwijndrecht\n  jaar: 2021\n", "  uitgever: x\n"),
        Foutcode.BRON_JAAR_WIJKT_AF,
        [
            (PONTONNIER, 14),
            (ROUTEKAART, 27),
            (BRIEFADRES, 32),
            ("zwijndrecht/zorgmarinier-zwijndrecht.yaml", 14),
        ],
    ),
]
