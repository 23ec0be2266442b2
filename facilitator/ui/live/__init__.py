"""The live screen of a running interview, and the views that can cover it."""
