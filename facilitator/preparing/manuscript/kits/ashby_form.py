"""Feedback forms of Ashby, as `feedbackFormDefinition.info` and the feedback that was submitted tell them.

Sources: https://developers.ashbyhq.com/reference/feedbackformdefinitioninfo (sections of fields, each with its `type`,
`title` and `selectableValues`) and applicationfeedbacksubmit (the kinds of fields; a Score is a number from 1 to 4).
"""

from collections.abc import Mapping

from facilitator.preparing.manuscript.kits.form_fields import FormFields
from facilitator.preparing.manuscript.kits.kit import Kit, KitQuestion, mappings, plain

SYSTEM = "Ashby"
SCALE = ("strong no", "no", "yes", "strong yes")
_SCORED = ("Score",)
_ASKED = ("RichText", "LongText", "String", "Boolean", "ValueSelect", "MultiValueSelect", "Number", "Date")


def ashby_form(value: object) -> Kit | None:
    """Return the kit that a form of Ashby is; None if it is none."""
    held = value.get("results", value) if isinstance(value, Mapping) else None
    definition = held.get("formDefinition") if isinstance(held, Mapping) else None
    sections = definition.get("sections") if isinstance(definition, Mapping) else None
    if not isinstance(held, Mapping) or not isinstance(sections, list):
        return None
    found = FormFields()
    for number, section in enumerate(mappings(sections), 1):
        asked = []
        for place, entry in enumerate(mappings(section.get("fields")), 1):
            field = entry["field"] if isinstance(entry.get("field"), Mapping) else entry
            one = KitQuestion(plain(field.get("title")), plain(entry.get("descriptionPlain")))
            if field.get("type") in _SCORED:
                found.competencies.append(one)
            elif field.get("type") in _ASKED:
                found.scale_from(plain(each.get("label")) for each in mappings(field.get("selectableValues")))
                asked.append(one)
            else:
                found.unknown(f"section {number}, field {place}", one.text, field.get("type"))
        title = plain(section.get("title")) or "Questions"
        found.add_part(title, plain(section.get("descriptionPlain")), [one for one in asked if one.text])
    return found.kit(SYSTEM, plain(held.get("title")), SCALE, is_answered=bool(held.get("submittedValues")))
