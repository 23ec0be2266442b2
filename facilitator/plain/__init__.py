"""The interview as lines of text: for screen readers, for terminals that can't move a cursor, and for pipes."""
