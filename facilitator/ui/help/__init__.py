"""The screen with all keys and commands."""
