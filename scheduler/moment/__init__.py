"""From Dutch words to a moment; the rules that each part cites stand in docs/tijd.md."""
