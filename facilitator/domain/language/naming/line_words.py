"""The rest of a line, from which each argument takes what it can read."""


class Words:
    """The rest of a line, read word by word."""

    def __init__(self, text: str) -> None:
        self._rest = text.strip()
        self.last = ""
        """What was taken last."""

    def peek(self) -> str:
        return self._rest.split(maxsplit=1)[0] if self._rest else ""

    @property
    def rest(self) -> str:
        """What hasn't been taken yet."""
        return self._rest

    def take(self, count: int = 1) -> str:
        """Take the next word, or the next `count`, with single spaces between them."""
        *taken, self._rest = [*self._rest.split(maxsplit=count), *[""] * (count + 1)][: count + 1]
        self.last = " ".join(filter(None, taken))
        return self.last

    def take_rest(self) -> str:
        rest, self._rest = self._rest, ""
        return rest
