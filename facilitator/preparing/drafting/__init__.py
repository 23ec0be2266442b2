"""An agenda while it is being made of a manuscript, and the file that is written of it."""
