"""The fields of a feedback form, of Ashby or Lever, by what becomes of each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from facilitator.preparing.manuscript.kits.kit import PASSED_OVER, Kit, KitPart, KitQuestion, plain, split_part

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
        self.parts.append(split_part(title, about, fields))

    def kit(self, system: str, title: str, usual_scale: tuple[str, ...], *, is_answered: bool) -> Kit:
        """Return what was found as a kit, with the usual scale unless the form has its own of as many points."""
        own = len(self.scale) == len(usual_scale)
        return Kit(
            system=system,
            title=title,
            parts=tuple(self.parts),
            competencies=tuple(one for one in self.competencies if one.text),
            scale=(self.scale if own else usual_scale) if self.competencies else (),
            notes=(*self.notes, *([PASSED_OVER] if is_answered else [])),
        )
