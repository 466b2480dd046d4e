"""Reminders: setting one, and what can be done when it comes."""
