"""A session that several devices share: hosting one, inviting others, joining, and who has what."""
