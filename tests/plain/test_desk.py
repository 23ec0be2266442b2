"""What a line can reach is declared once, with its usage and its help."""

from collections.abc import Iterator

import pytest

from facilitator.plain.desk import OWN_LINES, Desk, shown_by
from tests.plain.talking import begun


@pytest.fixture
def weather() -> Iterator[str]:
    @shown_by("weather", "[DAY]")
    def weather_lines(desk: Desk, words: str) -> list[str]:
        """How the weather is.

        Not part of the help.
        """
        return [f"Fine {words}."]

    yield "weather"
    del OWN_LINES["weather"]


def test_what_is_declared_has_usage_and_help_and_answers(weather: str):
    own = OWN_LINES[weather]
    assert (own.usage, own.help) == ("/weather [DAY]", "How the weather is.")
    assert begun().say("/weather today") == ["Fine today."]


def test_without_a_place_for_the_debrief_it_says_so():
    talk = begun()
    talk.say("/end")
    talk.say("")
    assert talk.say("/copy") == ["There is no place for that here."]
