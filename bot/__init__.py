"""Processes and channels."""
