"""What still fits into the time left, and how to make up for lost time."""
