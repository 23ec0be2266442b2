"""What there is to see of a running interview, in words and glyphs: on a screen, in lines of text, on a page."""
