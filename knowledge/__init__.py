"""Knows the answer: the kaart in the database, the language of the question, the match."""
