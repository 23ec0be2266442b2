"""The themes: every role of text can be read on every ground."""

import pytest
from textual.color import Color

from facilitator.ui import themes

ROLES = ("foreground", "muted", "quiet", "accent", "success", "warning", "error", "primary")
READABLE = 4.5
"""The contrast that WCAG 2.2 asks of text, success criterion 1.4.3."""


@pytest.mark.parametrize(("name", "least"), [("dark", READABLE), ("light", READABLE), ("high-contrast", 7.0)])
@pytest.mark.parametrize("ground", ["background", "surface"])
def test_text_stands_out(name, least, ground):
    theme = next(theme for theme in themes.load_themes() if theme.name == name)
    colours = {**theme.variables, **{role: getattr(theme, role) for role in (*ROLES, ground) if hasattr(theme, role)}}
    behind = Color.parse(colours[ground])
    contrasts = {role: contrast(colours[role], behind) for role in ROLES}
    assert {role: value for role, value in contrasts.items() if value < least} == {}


def contrast(text: str, behind: Color) -> float:
    light, dark = sorted((luminance(Color.parse(text)), luminance(behind)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    """Relative luminance after WCAG 2.2."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
