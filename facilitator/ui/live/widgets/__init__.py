"""The panes of the live screen: each draws values and posts messages in the words of the domain."""
