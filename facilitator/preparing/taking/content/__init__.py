"""What is in a segment, and what is said beside it."""
