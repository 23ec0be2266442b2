"""A line to type in, and nothing else."""

from textual.app import App, ComposeResult
from textual.widgets import Input


class InputApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Input()


InputApp().run()
