"""A page to read: wrapped to its width, shown at once however long it is, and renewed where it is read."""
