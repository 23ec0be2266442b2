"""What a file says, whatever its format, before anybody asks what it means for an interview."""
