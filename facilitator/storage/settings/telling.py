"""The settings in words, one a line."""

from collections.abc import Iterator

from facilitator.storage.settings.config import Config


def told(config: Config) -> Iterator[str]:
    """Yield each setting that is set, with its value."""
    for name in Config.__struct_fields__:
        value = getattr(config, name)
        if isinstance(value, dict):
            yield from (f"{name}.{key}: {_in_words(one)}" for key, one in value.items())
        elif value not in (None, "", ()):
            yield f"{name}: {_in_words(value)}"


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return " ".join(value) if isinstance(value, tuple) else str(value)
