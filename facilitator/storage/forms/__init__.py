"""The forms that journals have: the version in the header, lifts from older forms, what a newer version wrote."""
