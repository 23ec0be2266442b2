"""What each piece of a manuscript was taken for, and the agenda that comes of it."""
