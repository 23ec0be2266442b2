"""What belongs to a session, wherever it lies: how long it may stay, how it is handed over, and how all of it goes."""
