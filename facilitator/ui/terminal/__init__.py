"""The terminal itself: its driver, the order of input, and restoring it at the end."""
