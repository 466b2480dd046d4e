"""Lets the tests of reminders find what they share."""
