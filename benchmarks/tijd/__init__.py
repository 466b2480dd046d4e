"""How well and how fast a text becomes a moment, beside dateparser."""
