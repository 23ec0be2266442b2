"""What would a colleague say who has run a hundred interviews? Advice on an agenda, and a forecast from history."""
