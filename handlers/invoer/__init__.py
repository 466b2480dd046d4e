"""The kaart in and out of the chat, as files."""
