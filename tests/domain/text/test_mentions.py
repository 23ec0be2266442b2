"""A person is found in what others said, by full name however it is written, or by family name."""

import pytest

from facilitator.domain.text.mentions import mentioned
from facilitator.domain.text.person_name import people


def is_in(text: str, name: str) -> bool:
    (one,) = people(name)
    return mentioned(one)(text)


@pytest.mark.parametrize(
    "text",
    [
        *("as Robert Reyes said", "ROBERT REYES", "Reyes, Robert", "bob reyes knows", "róbert  reyes", "Rob J. Reyes"),
        *("Robert Reyse was there", "ask Reyes", "Reyes’s plan", "Mr. Reyes's plan", "robert.reyes@example.com"),
        *("Robert (the other one) Reyes", "@robert_reyes and Reyes"),
    ],
)
def test_a_text_mentions_somebody(text):
    assert is_in(text, "Robert Reyes")


@pytest.mark.parametrize(
    "text", ["", "Robert was there", "reyes means kings", "Rosa Ruiz", "Robert met five people of Reyesville"]
)
def test_a_text_mentions_nobody(text):
    assert not is_in(text, "Robert Reyes")


@pytest.mark.parametrize(
    ("text", "name"), [("見李小龍了", "李小龍"), ("so says robin", "Robin"), ("ask O’Brien", "Zoe O'Brien")]
)
def test_so_it_does_in_other_scripts_and_with_one_name(text, name):
    assert is_in(text, name)


def test_a_word_that_looks_like_a_family_name_is_none():
    assert not is_in("it took too long", "Kim Long")
    assert is_in("it took Kim too long", "Kim Long")
