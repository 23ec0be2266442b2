"""Last words about a panel by a live way: said again and again for a while, to whoever is there or comes meanwhile.

Separate from syncing, which takes a replica: of what was erased there is none.
"""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress

from facilitator.sharing.transports.transport import CannotAsk, Ears, Transport, TransportDown

SAID_EVERY_SECONDS = 0.25


async def say_for_a_while(
    way: Transport,
    words: Mapping[str, bytes],
    hear: Callable[[str, bytes], None],
    is_enough: Callable[[], bool],
    longest_seconds: float,
) -> None:
    """Say words, each by its kind, and `hear` what others say, until that `is_enough`, or for `longest_seconds`.

    They are said once more then: whoever was heard just now may only just have come.
    """
    with suppress(TransportDown):
        await way.open(Ears(lambda frame: None, hear, _no_answer))
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(longest_seconds):
                    while not is_enough():
                        await _say(way, words)
                        await asyncio.sleep(SAID_EVERY_SECONDS)
                    await _say(way, words)
        finally:
            await way.close()


async def _say(way: Transport, words: Mapping[str, bytes]) -> None:
    for kind, said in words.items():
        await way.whisper(kind, said)


def _no_answer(kind: str, data: bytes) -> bytes:
    raise CannotAsk(f"Nothing is known of {kind}.")
