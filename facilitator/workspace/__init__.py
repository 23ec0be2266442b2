"""The data folder at work: what is here, what runs, what happens when it ends, what is due."""
