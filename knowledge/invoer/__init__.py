"""The kaart as files that people work in: read with their faults, written without loss."""
