"""Very many reminders: due at once and delivered at the allowed rate, and looked up among a lot."""
