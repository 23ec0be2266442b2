"""What was asked, what is open, and what to ask next."""
