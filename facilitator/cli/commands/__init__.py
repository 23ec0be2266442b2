"""The commands of the shell, one module per subject."""
