"""From a question to ranked entries, with how sure the first one is."""
