"""What happened, by whom, and in which order."""
