"""How a replica and the others come to keep the same: what is sent and told, asked for and taken in, and when."""
