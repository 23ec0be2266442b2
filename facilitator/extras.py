"""What some formats need besides: libraries that come with an extra of the package, and are loaded when used."""

EXTRA = "pip install 'facilitator[formats]'"
"""How they are installed, for the message of whoever can't do without them."""

LIVE_EXTRA = "pip install 'facilitator[panel]'"
"""How what connects devices is installed, for the message of whoever can't do without it."""
