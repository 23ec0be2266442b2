"""The panes of the live screen: each draws values and posts messages in terms of the domain."""
