"""The plan of an interview: its agenda."""
