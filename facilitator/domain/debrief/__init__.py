"""The debrief: everything there is to say about an interview, as one value."""
