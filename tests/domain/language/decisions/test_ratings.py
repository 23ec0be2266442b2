"""What `/rate` and `/recommend` say, and why they refuse."""

import pytest

from tests.domain.language.answers import answer


@pytest.mark.parametrize(
    ("script", "at", "line", "said"),
    [
        ("", "1:00", "/rate craft 4", "Craft: 4."),
        ("", "1:00", "/rate cr 1 by bo", "Craft: 1."),
        ("", "1:00", "/rate craft 5 by cy", "Cy Roy is a shadow, and shadows don't rate."),
        ("0:30 a note", "1:00", "/rate craft 3 as n1 says", "Craft: 3."),
        (
            "0:30 a note",
            "1:00",
            "/rate craft 3 as n2 says, and N9",
            "Craft: 3. There is no note 2. There is no note 9.",
        ),
        ("", "1:00", "/recommend yes", "Ann Lee recommends yes."),
        ("", "1:00", "/recommend yes by cy", "Cy Roy is a shadow, and shadows don't rate."),
    ],
)
def test_what_is_said_about_a_rating_or_a_recommendation(script: str, at: str, line: str, said: str):
    assert answer(script, at, line) == said
