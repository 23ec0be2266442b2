"""The live screen of a running interview, and what can stand in front of it."""
