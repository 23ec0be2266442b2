"""The file that is written: read again, it gives the same agenda, whatever the texts are."""

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.agenda_files import parse
from facilitator.agenda_files.nodes import Mapping, Scalar
from facilitator.preparing.drafting.as_yaml import as_yaml, items_as_yaml
from facilitator.preparing.drafting.drafted_nodes import entry
from facilitator.preparing.drafting.lengths import position_of
from facilitator.preparing.manuscript.manuscript import FilePlace
from tests.preparing.made import imported


@settings(max_examples=100)
@given(st.text(min_size=1, max_size=40))
def test_any_text_is_read_back(text: str):
    place = FilePlace(1)
    root = Mapping(position_of(place), (entry("title", f"a{text}", place), entry("purpose", text, place)))
    written = as_yaml(root, {})
    messages = [one.message for one in parse(written, "a.yaml").complaints]
    assert all("segments" in message for message in messages if "title" not in message and "purpose" not in message)


def test_guesses_are_comments_before_the_group_that_they_are_about():
    text = imported("## A (3-5 min each)\n- Why?\n- How?\n").yaml
    assert "segments:\n  # guessed: 5m each, for 2 questions\n  - title: A\n" in text


def test_items_are_indented():
    place = FilePlace(1)
    nodes = [Mapping(position_of(place), (entry("ask", "Why?", place),)), Scalar(position_of(place), "plain")]
    assert items_as_yaml(nodes, "  ") == ['  - ask: "Why?"', "  - plain"]
