"""The keys in `docs/keys.md`, which the program knows better. `make pictures` writes them anew."""

import re
from pathlib import Path

from facilitator.domain.language.commands import shown_commands
from facilitator.ui.live.keys import SCREEN_BINDINGS
from facilitator.ui.toolkit.printed_keys import printed

README = Path(__file__).parents[1] / "README.md"
KEYS_PAGE = README.parent / "docs/keys.md"
_KEYS = re.compile(r"(?<=<!-- keys -->\n).*(?=<!-- /keys -->)", re.DOTALL)


def key_table() -> str:
    """Every single key, with what it does: those of the commands first, then those of the screen."""
    commands = [
        (printed(command.key), f"`/{command.name}`", command.help) for command in shown_commands() if command.key
    ]
    screen = [(printed(binding.key), "", binding.tooltip) for binding in SCREEN_BINDINGS]
    rows = [f"| `{key}` | {command} | {does} |" for key, command, does in (*commands, *screen)]
    return "\n".join(["| key | command | what it does |", "|---|---|---|", *rows, ""])


def written_key_table() -> str:
    """The table as it stands there."""
    found = _KEYS.search(KEYS_PAGE.read_text(encoding="utf-8"))
    return found[0] if found else ""


def write() -> None:
    text = KEYS_PAGE.read_text(encoding="utf-8")
    KEYS_PAGE.write_text(_KEYS.sub(lambda _: key_table(), text), encoding="utf-8")


if __name__ == "__main__":
    write()
