"""What is said comes out as lines, and as nothing else."""

from io import StringIO

from facilitator.plain.line_output import LineOutput
from tests.ui.hostile_text import HOSTILE, RAW_CONTROL


class Gone(StringIO):
    """A pipe whose other end is closed."""

    def flush(self) -> None:
        raise BrokenPipeError


def test_a_text_is_a_line():
    stream = StringIO()
    LineOutput(stream).say("Kept.")
    assert stream.getvalue() == "Kept.\n"


def test_into_a_line_that_is_being_typed_it_comes_on_a_line_of_its_own_and_what_was_typed_stands_again():
    stream = StringIO()
    LineOutput(stream).say("Not kept.", "half a thou")
    assert stream.getvalue() == "\nNot kept.\nhalf a thou"


def test_nothing_in_a_text_acts_on_the_terminal():
    stream = StringIO()
    output = LineOutput(stream)
    for text in HOSTILE:
        output.say(text, text)
    assert RAW_CONTROL.search(stream.getvalue()) is None


def test_a_pipe_that_nobody_reads_ends_nothing():
    output = LineOutput(Gone())
    assert not output.is_closed
    output.say("heard by nobody")
    assert output.is_closed
    output.say("nor this")


def test_the_bell_is_for_terminals():
    stream = StringIO()
    LineOutput(stream).ring()
    assert stream.getvalue() == ""
