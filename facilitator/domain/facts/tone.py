"""How good, urgent or settled something is, in a word that a screen turns into a colour (see `styles/`)."""

from typing import Literal

Tone = Literal["good", "bad", "warn", "busy", "strong", "quiet", "accent"]
"""`busy` is under way, `strong` needs attention, `quiet` is settled, `accent` is merely set apart."""
