"""The list that each step joins."""

from sqlite_utils.migrations import Migrations

MIGRATIONS = Migrations("wegwijzer")
