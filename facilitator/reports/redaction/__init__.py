"""A debrief without the candidate's name and contact data."""
