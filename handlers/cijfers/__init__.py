"""What was asked: the figures for who keeps the kaart."""
