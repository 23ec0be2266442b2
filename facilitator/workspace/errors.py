"""What can be wrong with a request, as a sentence for a person. The shell adds an exit code."""


class WrongRequest(Exception):
    """The request names something that doesn't exist, or doesn't have the expected form. Nothing was changed."""
