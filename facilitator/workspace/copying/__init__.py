"""What is copied to the clipboard, and for what it was copied last."""
