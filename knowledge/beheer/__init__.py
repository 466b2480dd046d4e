"""How the kaart is kept: drafts, differences, joining and checking what was typed."""
