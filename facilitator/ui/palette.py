"""The palette: every command of the registry, with its key, found by what it is called and by what it does."""

from collections.abc import Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from facilitator.domain.commands import COMMANDS
from facilitator.ui.screens.live import LiveScreen


class CommandProvider(Provider):
    """Offers the commands while the live screen is shown."""

    async def discover(self) -> Hits:
        for name, shown, help_line in self._entries():
            yield DiscoveryHit(Content(shown), partial(self._run, name), text=shown, help=help_line)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, shown, help_line in self._entries():
            score = max(matcher.match(shown), matcher.match(help_line) * 0.8)
            if score > 0:
                yield Hit(score, Content(shown), partial(self._run, name), text=shown, help=help_line)

    def _entries(self) -> Iterator[tuple[str, str, str]]:
        """Name, the text shown, and the help line of each command."""
        if not isinstance(self.screen, LiveScreen):
            return
        keys = self.screen.command_keys()
        for command in COMMANDS.values():
            key = keys.get(command.name, "")
            yield command.name, command.usage + (f"   {key}" if key else ""), command.help

    def _run(self, name: str) -> None:
        if isinstance(self.screen, LiveScreen):
            self.screen.action_run(name)
