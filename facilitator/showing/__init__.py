"""What there is to see of a running interview, and what to offer: on a screen, in lines of text, on a page."""
