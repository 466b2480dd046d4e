"""The ways to find the entry for a question, a family in each module."""
