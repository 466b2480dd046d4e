"""A year of a network on a simulated clock, watched by a model that knows none of the code."""
