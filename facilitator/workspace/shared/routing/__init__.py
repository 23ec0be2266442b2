"""A standing router of several panels: who may use it, and that it runs."""
