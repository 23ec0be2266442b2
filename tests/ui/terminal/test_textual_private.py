"""What the program relies on in Textual's parser and driver: when a test here fails, Textual has changed there."""

import inspect
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from textual.driver import Driver
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key, MouseDown, Paste
from textual.message import Message

from facilitator.ui.terminal.driver import Parser, TolerantDriver
from facilitator.ui.terminal.textual_private import XTermParser

PROJECT = Path(__file__).resolve().parents[3]


def parameters(function):
    return {name: parameter.default for name, parameter in inspect.signature(function).parameters.items()}


def test_the_minor_release_is_pinned_to_the_one_that_is_tested():
    with (PROJECT / "pyproject.toml").open("rb") as file:
        needed = tomllib.load(file)["project"]["dependencies"]
    assert "textual>=8.2,<8.3" in needed
    assert version("textual").startswith("8.2.")
    assert f"textual=={version('textual')}" in (PROJECT / "constraints.txt").read_text("utf-8").splitlines()


def test_the_parser_is_made_fed_and_asked_as_before():
    empty = inspect.Parameter.empty
    assert parameters(XTermParser) == {"debug": False}
    assert parameters(XTermParser.feed) == {"self": empty, "data": empty}
    assert parameters(XTermParser.tick) == {"self": empty}


@pytest.mark.parametrize(
    ("data", "keys"),
    [("a", ["a"]), ("\x1b[A", ["up"]), ("\x1bb", ["ctrl+left"]), ("\x1bOP\r", ["f1", "enter"]), ("é", ["é"])],
)
def test_the_parser_gives_a_key_for_each_sequence(data, keys):
    assert [event.key for event in XTermParser().feed(data) if isinstance(event, Key)] == keys


def test_the_parser_gives_what_the_mouse_does():
    (pressed,) = XTermParser().feed("\x1b[<0;5;3M")
    assert isinstance(pressed, MouseDown)
    assert (pressed.x, pressed.y) == (4, 2)


def test_the_parser_keeps_a_sequence_that_has_only_begun_and_gives_it_up_in_time(monkeypatch):
    parser = XTermParser()
    assert list(parser.feed("\x1b[")) == []
    assert list(parser.tick()) == []
    monkeypatch.setattr("textual._parser.get_time", lambda: float("inf"))
    assert list(parser.tick())


def test_our_parser_replaces_no_more_of_it_than_it_means_to():
    added = {name for name, value in vars(Parser).items() if inspect.isfunction(value)}
    assert {name for name in added if hasattr(XTermParser, name)} == {"feed", "tick"}


def test_messages_know_when_they_were_made_and_a_paste_what_it_brought():
    assert isinstance(Message().time, float)
    assert Paste("text").text == "text"


def test_the_driver_is_made_as_before():
    empty = inspect.Parameter.empty
    made = {"self": empty, "app": empty, "debug": False, "mouse": True, "size": None}
    assert parameters(Driver.__init__) == parameters(LinuxDriver.__init__) == made
    assert parameters(TolerantDriver.__init__) == made


def test_the_driver_reads_in_one_method_and_stops_in_another():
    """It makes the parser and decodes in `run_input_thread`; `disable_input` waits for the end of that thread."""
    reading = inspect.getsource(LinuxDriver.run_input_thread)
    assert "XTermParser(" in reading
    assert "getincrementaldecoder" in reading
    assert "self.process_message(event)" in reading
    assert ".join()" in inspect.getsource(LinuxDriver.disable_input)
    assert "XTermParser(" not in inspect.getsource(linux_driver).replace(reading, "")
    assert "self.fileno = " in inspect.getsource(LinuxDriver.__init__)
