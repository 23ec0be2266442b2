"""What can be learned from the interviews that were held here."""
