"""The screen: compose and handlers; no rules, and no knowledge of where sessions are kept."""
