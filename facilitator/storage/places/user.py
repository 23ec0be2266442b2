"""Under which name this process holds sessions and places holds."""

from facilitator.domain.text.plain_text import one_line


def user() -> str:
    """Return the name of the user, as others who want the same session see it."""
    from getpass import getuser

    try:
        return one_line(getuser()) or "somebody"
    except (KeyError, OSError):
        return "somebody"
