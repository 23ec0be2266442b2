"""Who else is here: a session's packets on other devices, what goes between them, and by which way."""
