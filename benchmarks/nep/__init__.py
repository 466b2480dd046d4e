"""A Bot API server that is not Telegram: strict, on loopback, for tests and measurements."""
