"""The debrief: read, saved, copied; and the panel's meeting."""
