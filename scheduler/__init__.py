"""In order and on time."""
