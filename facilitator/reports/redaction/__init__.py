"""Removing the candidate's name and contact data from a debrief."""
