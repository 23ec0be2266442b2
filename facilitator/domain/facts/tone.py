"""How good, pressing or settled something is, in a word that a screen can put into a colour (see `styles/`)."""

from typing import Literal

Tone = Literal["good", "bad", "warn", "busy", "strong", "quiet", "accent"]
"""`busy` is under way, `strong` wants attention, `quiet` is settled, `accent` is only set apart."""
