"""The state of one interview, and how facts add up to it."""
