"""The screens: layout and handlers, without rules and without knowing where sessions are kept."""
