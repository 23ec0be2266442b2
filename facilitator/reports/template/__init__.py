"""A user's own template, rendered in a process of its own."""
