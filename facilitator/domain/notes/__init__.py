"""Where notes belong, what they are evidence for, and how they are found."""
