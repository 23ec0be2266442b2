"""The fields of a feedback form, of Ashby or Lever, by what becomes of each."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from facilitator.preparing.manuscript.kits.kit import KitPart, KitQuestion, is_verdict, plain

_NUMBERED = re.compile(r"([0-9]{1,2})\s?[-–—:.)]\s?(?=\S)")


@dataclass
class FormFields:
    """What was found in a form so far."""

    parts: list[KitPart] = field(default_factory=list)
    competencies: list[KitQuestion] = field(default_factory=list)
    scale: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)

    def unknown(self, place: str, title: str, kind: object) -> None:
        """Note a field of a kind that isn't known here; it is left out."""
        self.notes.append(f"{place}, “{title}”: a field of the kind {plain(kind) or 'of none'} is left out")

    def scale_from(self, labels: Iterable[str]) -> None:
        """Take labels such as `4 - Strong Yes` as the words of the scale, if they count from 1."""
        found = {int(match[1]): label[match.end() :] for label in labels if (match := _NUMBERED.match(label))}
        if len(found) > 1 and sorted(found) == list(range(1, len(found) + 1)):
            self.scale = tuple(found[number] for number in sorted(found))

    def add_part(self, title: str, about: str, fields: Iterable[KitQuestion]) -> None:
        """Add a part with its fields, of which those that hold a verdict are beside."""
        asked = list(fields)
        self.parts.append(
            KitPart(
                title,
                about,
                tuple(one for one in asked if not is_verdict(one.text)),
                tuple(one.text for one in asked if is_verdict(one.text)),
            )
        )


def mappings(value: object) -> list[Mapping[str, Any]]:
    """Return the mappings in a list; none if it is no list."""
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
