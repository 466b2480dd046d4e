"""What an aanvoerder has to do: reports, questions without a good answer, checks, faults."""
