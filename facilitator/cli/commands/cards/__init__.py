"""The commands about scorecards: write one alone, open them, tell one's own elsewhere."""
