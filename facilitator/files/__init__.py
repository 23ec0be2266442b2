"""How a file is written so that it survives, and who may write it."""
