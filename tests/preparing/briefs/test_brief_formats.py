"""A brief comes in every format in which it can be read."""

import pytest

from facilitator.preparing.briefs.brief import brief
from facilitator.preparing.briefs.brief_formats import BRIEF_FORMATS
from tests.preparing.briefs.agendas import harbour


@pytest.mark.parametrize("name", [name for name in BRIEF_FORMATS if name != "word"])
def test_it_has_the_questions_in_every_text(name: str):
    assert "When would you leave?" in str(BRIEF_FORMATS[name].made(brief(harbour(), "bo")))


def test_a_word_file_is_one():
    content = BRIEF_FORMATS["word"].made(brief(harbour(), "bo"))
    assert isinstance(content, bytes)
    assert content.startswith(b"PK")
