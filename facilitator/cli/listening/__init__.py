"""Where this device listens for the others of a panel."""
