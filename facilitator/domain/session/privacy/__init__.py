"""Who can read what on a panel of several devices: what is private, and how it is opened before the fold."""
