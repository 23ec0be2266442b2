"""What the panel reads: the whole debrief as a document."""
