"""A stuck question, until a person has helped: its states, who has it, and what comes next."""
