"""Who has what of a shared session, as far as this device knows, and what it keeps of that."""
