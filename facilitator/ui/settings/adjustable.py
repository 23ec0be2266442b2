"""An app whose settings can be changed while it runs: each takes effect at once, and is kept if it can be."""

from collections.abc import Callable, Mapping

from facilitator.ui.terminal.input_queue import InputInOrder

KeepSetting = Callable[[str, str | bool | None, str], str]
"""(name, value, table) -> where the setting is kept from now on, or why it isn't. None stands for the default."""


def kept_nowhere(name: str, value: str | bool | None, table: str) -> str:
    return "It applies until you leave."


class Adjustable(InputInOrder):
    """Has the settings that hold now. `wants_bell` is None if the agenda says whether it rings."""

    keep_setting: KeepSetting = staticmethod(kept_nowhere)
    wants_bell: bool | None = None
    chosen_keys: Mapping[str, str] = {}

    @property
    def has_reduced_motion(self) -> bool:
        return self.animation_level == "none"

    def adjust_motion(self, reduced: bool) -> None:
        """Move nothing that needn't move, or let it move."""
        self.animation_level = "none" if reduced else "full"

    def use_keys(self, chosen: Mapping[str, str]) -> None:
        """Let these keys act, by the ids of their bindings, in place of the usual ones."""
        from facilitator.ui.live.live_panes import LivePanes

        self.chosen_keys = dict(chosen)
        self.set_keymap(self.chosen_keys)
        for screen in self.screen_stack if self.is_running else ():
            if isinstance(screen, LivePanes):
                screen.use_keys(self.chosen_keys)

    def keep(self, name: str, value: str | bool | None, table: str = "", said: str = "") -> None:
        """Keep a setting that holds already, and say where, or why not, after what there is to say about it."""
        kept = self.keep_setting(name, value, table)
        self.say(f"{said} {kept}".strip())

    def say(self, said: str) -> None:
        """Say it above the note line if that is in front, since a notification would cover what is typed there."""
        from facilitator.ui.live.live_panes import LivePanes

        if isinstance(self.screen, LivePanes):
            self.screen.reply.tell(said)
        else:
            self.notify(said, markup=False, timeout=8)
