"""Feedback templates and forms of Lever, as its API tells them.

Source: https://hire.lever.co/developer/documentation, “Feedback Templates” and “Form Fields” (a Score System is the
rating of the whole, with options such as `4 - Strong Hire`; a Scorecard has `scores` with a `text` each).
"""

from collections.abc import Mapping

from facilitator.preparing.manuscript.kits.form_fields import FormFields
from facilitator.preparing.manuscript.kits.kit import Kit, KitQuestion, mappings, plain

SYSTEM = "Lever"
SCALE = ("strong no hire", "no hire", "hire", "strong hire")
_ASKED = ("text", "textarea", "yes-no", "dropdown", "multiple-choice", "multiple-select", "code", "date")


def lever_template(value: object) -> Kit | None:
    """Return the kit that a template of Lever is; None if it is none."""
    held = value.get("data", value) if isinstance(value, Mapping) else None
    if not isinstance(held, Mapping):
        return None
    fields = mappings(held.get("fields"))
    if not any(field.get("type") in ("score-system", "scorecard") for field in fields):
        return None
    found = FormFields()
    asked = []
    for place, field in enumerate(fields, 1):
        one, kind = KitQuestion(plain(field.get("text")), plain(field.get("description"))), field.get("type")
        if kind == "score-system":
            found.scale_from(plain(each.get("text")) for each in mappings(field.get("options")))
            asked.append(KitQuestion(one.text or "Rating"))
        elif kind == "scorecard":
            rated = mappings(field.get("scores"))
            found.competencies += [
                KitQuestion(plain(each.get("text")), plain(each.get("description"))) for each in rated
            ]
        elif kind == "score":
            found.competencies.append(one)
        elif kind in _ASKED:
            asked.append(one)
        else:
            found.unknown(f"field {place}", one.text, kind)
    found.add_part("Questions", plain(held.get("instructions")), [one for one in asked if one.text])
    is_answered = any(field.get("value") for field in fields)
    return found.kit(SYSTEM, plain(held.get("text")), SCALE, is_answered=is_answered)
