"""A person when it sticks: asking, taking up, writing to and fro, and closing."""
