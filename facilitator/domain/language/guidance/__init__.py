"""What helps in writing a line: examples from this agenda, and the commands that are likely now."""
