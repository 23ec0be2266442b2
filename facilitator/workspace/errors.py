"""What can go wrong with a request, told as a sentence for a person; the shell makes an exit code of it."""


class WrongRequest(Exception):
    """The request names something that isn't there, or isn't of the expected form. Nothing was changed."""
