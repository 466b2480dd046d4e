"""The shape of the database, one function per step, each in its own transaction.

The steps are applied in the order in which their modules are imported, that of their numbers.
"""

from knowledge.migrations import m001_m008, m009_versie_door, m014_invoer
from knowledge.migrations.lijst import MIGRATIONS

__all__ = ["MIGRATIONS", "m001_m008", "m009_versie_door", "m014_invoer"]
