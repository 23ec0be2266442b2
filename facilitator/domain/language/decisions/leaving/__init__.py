"""The decisions about who is on the panel no more."""
