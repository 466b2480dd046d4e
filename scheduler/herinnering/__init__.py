"""What was agreed, until it is done: its states, who has it, and when it speaks up next."""
