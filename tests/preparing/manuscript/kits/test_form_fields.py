"""The fields of a form: what becomes a question, what is a verdict, and the words of a scale."""

import pytest

from facilitator.preparing.manuscript.kits.form_fields import FormFields
from facilitator.preparing.manuscript.kits.kit import KitQuestion


@pytest.mark.parametrize(
    ("labels", "scale"),
    [
        (["4 - Strong Yes", "3 - Yes", "2 - No", "1 - Strong No"], ("Strong No", "No", "Yes", "Strong Yes")),
        (["1. a", "2. b"], ("a", "b")),
        (["1 - a", "3 - b"], ()),
        (["yes", "no"], ()),
        (["1 - a"], ()),
    ],
)
def test_labels_that_count_from_one_are_the_words_of_the_scale(labels: list[str], scale: tuple[str, ...]):
    found = FormFields()
    found.scale_from(labels)
    assert found.scale == scale


def test_verdicts_stand_beside_the_questions_of_a_part():
    found = FormFields()
    found.add_part("Part", "about", [KitQuestion("Why?"), KitQuestion("Overall Recommendation:")])
    (part,) = found.parts
    assert (part.questions, part.beside) == ((KitQuestion("Why?"),), ("Overall Recommendation:",))
