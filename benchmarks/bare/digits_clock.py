"""A countdown in big digits, once a second, and nothing else."""

from time import monotonic

from textual.app import App, ComposeResult
from textual.widgets import Digits


class DigitsClock(App[None]):
    def compose(self) -> ComposeResult:
        yield Digits("45:00")

    def on_mount(self) -> None:
        self.ends_at = monotonic() + 45 * 60
        self.set_interval(1, self.tick)

    def tick(self) -> None:
        minutes, seconds = divmod(round(self.ends_at - monotonic()), 60)
        self.query_one(Digits).update(f"{minutes:02}:{seconds:02}")


DigitsClock().run()
