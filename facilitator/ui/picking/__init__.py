"""The screen to pick a session or an agenda on: a filter, a list, and a page about the highlighted entry."""
