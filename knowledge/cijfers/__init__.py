"""What was asked and what came of it, counted so that nobody can be followed."""
