"""What everybody should know before an interview: a brief for each panelist, the lead and the candidate."""
