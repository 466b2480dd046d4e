"""The work list of an aanvoerder: exceptions only, each one tap from its remedy."""
