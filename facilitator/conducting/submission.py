"""A submission: what came of a line, whether it is kept yet, and who listens for either.

Separate from the conductor, because whoever shows it, now and when the disk has answered, needs nothing else.
"""

from collections.abc import Callable, Generator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from facilitator.conducting.keeper import Keeper

if TYPE_CHECKING:
    from asyncio import Future

KEEPING = "Keeping …"
IN_MEMORY_ONLY = "Not on disk: in memory only."
NOT_ERASED_YET = "That it goes is recorded, but it isn't erased everywhere yet: this is tried again."


class Acknowledgement(Struct, frozen=True):
    """What came of a line: the message to the user, and whether the line is on disk."""

    said: str
    kept: bool


class Submission:
    """What came of a line, which has been carried out. `await` it to learn whether the line was kept."""

    def __init__(self, said: str, keeper: Keeper, number: int) -> None:
        self._said = said
        self._keeper = keeper
        self._number = number

    @property
    def said(self) -> str:
        """What to tell the user once it is kept, and may say so; nothing is called erased before it is."""
        is_half_done = self.kept and self._keeper.has_yet_to_erase(self._number)
        return NOT_ERASED_YET if is_half_done else self._said

    @property
    def is_settled(self) -> bool:
        """Whether the disk has answered."""
        return self._keeper.tried >= self._number

    @property
    def kept(self) -> bool:
        """Whether it is on disk now; what couldn't be kept at first may be later."""
        return self._keeper.kept >= self._number

    @property
    def outcome(self) -> str:
        """What to tell the user now. Nothing is called kept before it is."""
        if not self.is_settled:  # asked first: the answer may come between the two questions
            return KEEPING
        return self.said if self.kept else IN_MEMORY_ONLY

    def wait(self) -> Acknowledgement:
        """Block until the disk has answered, and return what came of it; for callers without an event loop."""
        self._keeper.wait(self._number)
        return Acknowledgement(self.said, self.kept)

    def __await__(self) -> Generator[Any, None, Acknowledgement]:
        if not self.is_settled:
            from asyncio import get_running_loop

            settled = get_running_loop().create_future()
            self.when_settled(partial(_resolve, settled))
            yield from settled
        return Acknowledgement(self.said, self.kept)

    def when_answered(self, call: Callable[[], None]) -> None:
        """Call `call` once the disk has answered, in the thread that asked it."""
        self._keeper.when_tried(self._number, call)

    def when_settled(self, call: Callable[[], None]) -> None:
        """Call `call` in the running event loop once the disk has answered. Raises RuntimeError if there is no loop."""
        from asyncio import get_running_loop  # not at the top: a command in the shell needs no loop

        loop = get_running_loop()

        def call_in_loop() -> None:
            with suppress(RuntimeError):  # the loop is closed, so nobody wants to know any more
                loop.call_soon_threadsafe(call)

        self.when_answered(call_in_loop)


class Listeners:
    """Who is told, without arguments, of each change."""

    def __init__(self) -> None:
        self._calls: list[Callable[[], None]] = []

    def add(self, call: Callable[[], None]) -> None:
        self._calls.append(call)

    def told(self, submission: Submission) -> Submission:
        """Tell them of something that was recorded, and again once the disk has answered, if there is an event loop."""
        if self._calls and not submission.is_settled:
            with suppress(RuntimeError):  # there is no loop to tell them in
                submission.when_settled(self._tell)
        self._tell()
        return submission

    def _tell(self) -> None:
        for call in self._calls:
            call()


def _resolve(future: "Future[None]") -> None:
    if not future.done():  # whoever awaited it may have given up
        future.set_result(None)
