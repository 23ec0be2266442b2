"""Whether a text is an e-mail address: one that a calendar can invite, and no more than that.

Separate, because an agenda has addresses and an invitation brings some.
"""

import re

_ADDRESS = re.compile(r"[^\s@,;:<>\"()]+@[^\s@,;:<>\"()]+")


def is_address(text: str) -> bool:
    """Return whether a text is one address, without a name or brackets around it."""
    return bool(_ADDRESS.fullmatch(text))
