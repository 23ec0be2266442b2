"""What is set while the program runs: what there is to choose, with a preview, and what becomes of a choice."""
