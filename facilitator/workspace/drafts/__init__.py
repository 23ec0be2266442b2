"""What is being typed, in files of the workspace."""
