"""Who is named in a guide, and for what."""
