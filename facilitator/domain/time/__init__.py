"""Where the interview stands in time, computed from a session and a moment."""
