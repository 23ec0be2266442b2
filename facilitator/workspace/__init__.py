"""The data folder in use: what is in it, what is running, what happens at the end, what is due."""
