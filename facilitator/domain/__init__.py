"""What an interview is: frozen values and pure functions. Knows no clock, disk, screen or network."""
