"""What the time left allows, and the ways to make up for lost time."""
