"""The browser chat: pages, a stream, and the same inbox and outbox as every channel."""
