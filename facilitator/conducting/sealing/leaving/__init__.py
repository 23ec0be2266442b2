"""What is to be seen to when a device leaves a panel: where its word ends, and what it can't read from then on."""
