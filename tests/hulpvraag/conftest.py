"""Lets the tests of stuck questions find what they share."""
