"""How an export leaves the program: the clipboard, and files that only their owner can read."""
