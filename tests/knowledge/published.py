"""What is published in a database, as the tests compare it."""

import asyncio
from dataclasses import replace

from knowledge.repository import SqliteVoorzieningRepository
from sociale_kaart.kaart import Kaart

TABLES = ("werkgebied", "brondocument", "voorziening", "voorziening_versie", "routekaart")


def read_kaart(database) -> Kaart:
    """Return all that is published."""

    async def read() -> Kaart:
        repository = SqliteVoorzieningRepository(database)
        return Kaart(
            werkgebieden=tuple(await repository.get_werkgebieden()),
            brondocumenten=await repository.find_brondocumenten(),
            voorzieningen=await repository.find_all(),
            routekaarten=await repository.find_routekaarten(),
        )

    return asyncio.run(read())


def count_versies(database) -> dict[str, int]:
    """Return how many versions each entry has."""
    rows = database.execute("SELECT slug, count(*) FROM voorziening_versie GROUP BY slug")
    return dict(tuple(row) for row in rows)


def count_rows(database) -> dict[str, int]:
    return {table: database[table].count for table in TABLES}


def get_stand(database) -> int:
    return asyncio.run(SqliteVoorzieningRepository(database).get_stand())


def change(kaart: Kaart, slug: str, **velden: object) -> Kaart:
    """Return the kaart with other fields for one entry."""
    return replace(
        kaart,
        voorzieningen=tuple(
            replace(v, **velden) if v.slug == slug else v for v in kaart.voorzieningen
        ),
    )


def sort(kaart: Kaart) -> Kaart:
    """Return the kaart in the order of a repository, without the files it came from."""
    return Kaart(
        werkgebieden=kaart.werkgebieden,
        brondocumenten=tuple(sorted(kaart.brondocumenten, key=lambda d: d.id)),
        voorzieningen=tuple(sorted(kaart.voorzieningen, key=lambda v: v.slug)),
        routekaarten=tuple(sorted(kaart.routekaarten, key=lambda r: r.slug)),
    )
