"""What the panel thinks, and what it owes."""
