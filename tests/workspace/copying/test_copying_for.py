"""What is copied for whom, that a format is remembered, and that what is wrong is said instead of “copied”."""

import pytest

from facilitator.cli.next_steps import error_text
from facilitator.domain.debrief.debrief import debrief
from facilitator.workspace.copying import copying_for
from facilitator.workspace.copying.copying_for import chosen_format, chosen_purpose, copy_for
from facilitator.workspace.workspace import Workspace
from tests.ui.sessions import ENDED, played


@pytest.fixture
def workspace(tmp_path):
    return Workspace(tmp_path / "data", warn=print)


@pytest.fixture
def value():
    conductor, _ = played(ENDED)
    return debrief(conductor.session, conductor.now())


@pytest.fixture
def put(monkeypatch):
    """What was put on the clipboard: texts, and the same as HTML."""
    found: list[tuple[str, str]] = []

    def put_on_clipboard(text, html="", folder=None):
        found.append((text, html))
        return "Copied."

    monkeypatch.setattr(copying_for, "put_on_clipboard", put_on_clipboard)
    return found


def test_each_purpose_has_its_own_words(workspace, value, put):
    for purpose in ("", "slack", "plain", "rich", "letter"):
        assert copy_for(workspace, value, purpose) == "Copied."
    markdown, slack, plain, rich, letter = put
    assert markdown[0].startswith("# Debrief")
    assert slack[0].startswith("*Debrief")
    assert plain[0].startswith("Debrief: VP Sales, final round\n===")
    assert rich[0] == plain[0]
    assert "<h1>Debrief" in rich[1]
    assert letter[0].startswith("Dear Eszter Halmos,\n\nThank you")
    assert not any(html for _, html in (markdown, slack, plain, letter))


def test_the_format_is_remembered_and_the_letter_is_none(workspace, value, put):
    assert (chosen_purpose(workspace), chosen_format(workspace)) == ("", "")
    copy_for(workspace, value, "rich")
    copy_for(workspace, value, "letter")
    again = Workspace(workspace.home.root, warn=print)
    assert (chosen_purpose(again), chosen_format(again)) == ("rich", "html")
    assert chosen_purpose(workspace) == "rich"


def test_a_format_that_can_not_be_remembered_is_copied_all_the_same(workspace, value, put):
    workspace.home.config.parent.mkdir(parents=True, exist_ok=True)
    workspace.home.config.write_text("theme = \n")
    assert copy_for(workspace, value, "slack").startswith("Copied. The format isn't remembered: ")
    assert workspace.home.config.read_text() == "theme = \n"


def test_what_there_is_not_is_said_and_nothing_is_copied(workspace, value, put):
    assert copy_for(workspace, value, "teams").startswith("Not copied: A debrief isn't copied for “teams”")
    assert copy_for(workspace, value, "card").startswith("Not copied: nobody said whose card")
    assert copy_for(workspace, value, "card", told=error_text).endswith(f"{value.session.id} --as PANELIST --for text")
    assert copy_for(workspace, value, "card", "cfo").startswith("Not copied: ")
    assert put == []
