"""The command language: a line of text becomes a decision."""
