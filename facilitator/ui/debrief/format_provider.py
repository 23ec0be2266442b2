"""The formats that the debrief can be saved in, for the palette."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from facilitator.reports.audience import Extent


class FormatProvider(Provider):
    """Offers each format of the debrief screen."""

    async def discover(self) -> Hits:
        for shown, save in self._entries():
            yield DiscoveryHit(Content(shown), save, text=shown, help="Write the debrief to a new file")

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for shown, save in self._entries():
            score = matcher.match(shown)
            if score > 0:
                yield Hit(score, Content(shown), save, text=shown, help="Write the debrief to a new file")

    def _entries(self) -> Iterator[tuple[str, Any]]:
        screen: Any = self.screen
        for format in screen.formats:
            yield f"Save as {format.title}", partial(screen.save_as, format)
            for extent in Extent:
                if format.extent not in (None, extent):
                    yield f"Save as {format.title}, {extent}", partial(screen.save_as, format, extent)
