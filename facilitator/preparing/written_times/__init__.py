"""Times as people write them into a guide: lengths, ranges, times of day, in several languages."""
