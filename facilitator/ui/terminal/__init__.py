"""The terminal itself: its driver, the order of input, and leaving it as it was."""
