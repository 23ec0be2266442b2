"""What some formats need besides: libraries that come with an extra of the package, and are loaded when used.

The program is installed from a checkout or a wheel: by its name alone, an index may have another program.
"""

EXTRA = "install the program as '.[formats]' instead of '.'"
"""How they are installed, for the message of whoever can't do without them."""

LIVE_EXTRA = "install the program as '.[panel]' instead of '.'"
"""How what connects devices is installed, for the message of whoever can't do without it."""
