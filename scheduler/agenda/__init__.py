"""What someone has open, by day: in the chat, on Monday morning and in a calendar."""
