"""The settings: what `config.toml` says, and how a single one of them is changed in it."""
