"""Plain text, durations and dates, as people write and read them."""
