"""Where the sample agendas and the stylesheets are.

No other module knows: they are inside the package when it was installed from a wheel, and beside it in a
checkout (`[tool.hatch.build.targets.wheel.sources]` in pyproject.toml moves them).
"""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def agendas_dir() -> Path:
    """The folder of the bundled agendas and their sample scripts."""
    return _folder("agendas")


def styles_dir() -> Path:
    """The folder of the stylesheets (`*.tcss`)."""
    return _folder("styles")


@cache
def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def theme_names() -> list[str]:
    """Return the names of the themes, in no order."""
    return [path.stem for path in (styles_dir() / "themes").glob("*.tcss")]
