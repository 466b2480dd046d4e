"""Keeping the kaart right, from the chat."""
