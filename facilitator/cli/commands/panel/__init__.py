"""The commands about who takes part in a shared interview, and what of it goes where."""
