"""What was planned: the agenda."""
