"""The channel Telegram: reads updates into the inbox, sends what is in the outbox."""
