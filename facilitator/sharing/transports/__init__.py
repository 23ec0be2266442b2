"""The ways between the devices of a panel; each is a `Transport`, and one contract suite holds for all."""
