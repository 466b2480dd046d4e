"""What someone has open, as a list and as a calendar, and how he works."""
