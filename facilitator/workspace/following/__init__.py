"""Files that follow their session: what the program wrote by itself is kept up to date."""
