"""The palette: every command of the registry with its key, found by its name and by what it does."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, cast

from textual.binding import Binding
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from facilitator.domain.language.commands import Command
from facilitator.domain.language.guidance.likely import likely_commands
from facilitator.domain.text.nearest import nearest_names
from facilitator.showing.likeness import likeness
from facilitator.ui.live.keys import SCREEN_BINDINGS, left_of
from facilitator.ui.live.live_screen import KEYS_ONLY, LiveScreen
from facilitator.ui.settings.adjustable import Adjustable
from facilitator.ui.settings.offered import settings_entries
from facilitator.ui.toolkit.printed_keys import printed

_Entry = tuple[str, Callable[[], Any], str]


class Palette(CommandPalette):
    """Textual's palette without page keys while there are no rows, where they would crash the program."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "command_list" and parameters[:1] in (("page_down",), ("page_up",)):
            found = self.query_one(CommandList)
            return found.option_count > 0 and bool(found.scrollable_content_region) and found.virtual_size.height > 0
        return super().check_action(action, parameters)


class CommandProvider(Provider):
    """Offers the commands on the live screen, and on every screen what the app itself can do."""

    async def discover(self) -> Hits:
        for shown, run, help_line in self._entries():
            yield DiscoveryHit(Content(shown), run, text=shown, help=_plain(help_line))

    async def search(self, query: str) -> Hits:
        """Find what fits by how its words begin, the likelier first where two fit alike; else what is called alike."""
        entries = list(self._entries())
        fits = [likeness(query, shown, help_line) for shown, _, help_line in entries]
        if not any(fits):
            near = nearest_names(query, [_name(shown) for shown, _, _ in entries])
            fits = [float(_name(shown) in near) for shown, _, _ in entries]
        for place, ((shown, run, help_line), fit) in enumerate(zip(entries, fits, strict=True)):
            if fit:
                yield Hit(fit - place / 1000, Content(shown), run, text=shown, help=_plain(help_line))

    def _entries(self) -> Iterator[_Entry]:
        """Yield the shown text, what it runs and its help line: commands first, then what only a screen can do."""
        if isinstance(self.screen, LiveScreen):
            yield from self._of_interview(self.screen)
        if isinstance(self.app, Adjustable):
            yield from settings_entries(self.app)

    def _of_interview(self, live: LiveScreen) -> Iterator[_Entry]:
        of_screen = (one for one in SCREEN_BINDINGS if one.action not in KEYS_ONLY and "(" not in one.action)
        chosen = [one for one in of_screen if live.shown_keys.is_of_use(one.action)]
        if live.conductor.session.ended_at is not None:
            chosen.sort(key=lambda one: one.action != "debrief")
            yield _of_screen(live, chosen.pop(0))
        offered = list(likely_commands(live.conductor.situation()))
        keys = live.shown_keys.of_acts(live.conductor.session, live.now)
        yield from (_of_command(live, one, keys.get(one.name, ""), "") for one, reason in offered if not reason)
        yield from (_of_screen(live, binding) for binding in chosen)
        yield from (_of_command(live, one, keys.get(one.name, ""), reason) for one, reason in offered if reason)
        yield "Save elsewhere", live.save_elsewhere, "Write the whole session to a new file in your home folder"


def _of_command(live: LiveScreen, command: Command, key: str, reason: str) -> _Entry:
    """Return the entry of a command with the key that does it while one types; `reason` says why not now."""
    now_it = live.foreseen(f"/{command.name}")
    does = f"Not now. {reason}" if reason else f"{command.help} Now it {now_it}." if now_it else command.help
    return command.usage + (f"   {key}" if key else ""), partial(live.action_run, command.name), does


def _of_screen(live: LiveScreen, binding: Binding) -> _Entry:
    key = printed(left_of(binding, live.keymap))
    return f"{binding.description}   {key}".strip(), partial(live.run_action, binding.action), binding.tooltip


def _name(shown: str) -> str:
    """Return the first word of an entry as it is typed, such as `cover`."""
    return shown.lstrip("/").partition(" ")[0]


def _plain(help_line: str) -> str:
    """Return a help line as text that is no markup, since it can name a note. The palette shows content as well."""
    return cast(str, Content(help_line))
