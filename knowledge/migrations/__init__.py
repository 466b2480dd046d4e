"""The shape of the database, one function per step, each in its own transaction.

The steps are applied in the order in which their modules are imported, that of their numbers.
"""

from knowledge.migrations import (
    m001_m008,
    m009_versie_door,
    m010_herinnering,
    m011_hulpvraag,
    m012_concept,
    m013_werklijst,
    m014_invoer,
    m015_cijfers,
    m016_agenda,
    m019_zoekpad,
    m020_nagaanbeurt,
)
from knowledge.migrations.lijst import MIGRATIONS

__all__ = [
    "MIGRATIONS",
    "m001_m008",
    "m009_versie_door",
    "m010_herinnering",
    "m011_hulpvraag",
    "m012_concept",
    "m013_werklijst",
    "m014_invoer",
    "m015_cijfers",
    "m016_agenda",
    "m019_zoekpad",
    "m020_nagaanbeurt",
]
