"""The themes. Their colours are in `styles/themes/*.tcss`, one `$name: colour;` per line."""

import re

from textual.theme import Theme

from facilitator.resources import styles_dir

DEFAULT_THEME = "dark"
WITHOUT_COLOUR = "high-contrast"
"""The theme for NO_COLOR, which leaves only the lightness of each colour: what matters has to be light."""
_ASSIGNMENT = re.compile(r"^\$([\w-]+):[ ]*+([^;\n]+);", re.MULTILINE)
_COLOURS = ("primary", "secondary", "warning", "error", "success", "accent", "foreground", "background")
_SURFACES = ("surface", "panel", "boost")


def load_themes() -> list[Theme]:
    """Return the themes of the program, in no order. `$dark` and `$ansi` in their files are `true` or `false`."""
    return [_theme(path.stem, path.read_text("utf-8")) for path in (styles_dir() / "themes").glob("*.tcss")]


def _theme(name: str, text: str) -> Theme:
    values = dict(_ASSIGNMENT.findall(text))
    flags = {flag: values.pop(flag, "false") == "true" for flag in ("dark", "ansi")}
    colours = {colour: values.pop(colour) for colour in (*_COLOURS, *_SURFACES) if colour in values}
    return Theme(name=name, variables=values, **colours, **flags)
