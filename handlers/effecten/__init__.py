"""What a step leaves to be written, a module an area."""
