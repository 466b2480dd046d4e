"""One file a goal; no handler knows which channel it speaks through."""
