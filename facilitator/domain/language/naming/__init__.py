"""By which words a thing can be named besides its id and its number: its title, its letter in a list."""
