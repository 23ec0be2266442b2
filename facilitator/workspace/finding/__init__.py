"""Which session somebody means who doesn't type its id."""
