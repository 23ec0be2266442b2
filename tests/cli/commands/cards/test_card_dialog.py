"""The dialog of a card: it asks for what is missing, shows the whole, and lets any line be changed."""

from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.shell import facilitator

AGENDA = """\
title: Final round
panel: [{id: ceo, name: Ann Lee, lead: true}, {id: cfo, name: Bo Ek}]
competencies:
  - {id: craft, name: Craft, anchors: {4: Works a list}}
  - {id: people, name: People, scale: [never, at times, always, Strong Yes, e, f, g, h, i, j]}
segments: [{title: Talk, length: 15m}]
"""
SCRIPT = """\
00:00 /start
01:00 cfo> + closed three of five #craft
02:00 cfo> /rate craft 4 n1
03:00 cfo> + kind to all
04:00 by the lead #people
15:00 /end
"""


@pytest.fixture(autouse=True)
def session(tmp_path: Path) -> None:
    (tmp_path / "agenda.yaml").write_text(AGENDA, "utf-8")
    (tmp_path / "script").write_text(SCRIPT, "utf-8")
    run = facilitator("rehearse", tmp_path / "agenda.yaml", "--script", tmp_path / "script", "--keep")
    assert run.exit_code == 0, run.output


def written(*lines: str, panelist: str = "cfo") -> Result:
    return facilitator("scorecard", "--as", panelist, "--no-passphrase", typed="".join(f"{line}\n" for line in lines))


REST = ("yes", "", "", "")


def last_look(run: Result) -> list[str]:
    """The card as it was shown last, a line each."""
    shown = run.output.rpartition("before it is sealed:\n")[2].partition("\nEnter seals it")[0]
    return shown.splitlines()


def test_what_was_noted_and_rated_stands_there_and_only_the_rest_is_asked():
    run = written("always", "n3 too", *REST)
    assert run.exit_code == 0, run.output
    assert "Rating 1-5" not in run.output
    assert "Rating 1-10 [not rated]" in run.output
    assert last_look(run) == [
        "  1  Craft           4 strong; n1",
        "  2  People          3 always; n3 too",
        "  3  Recommendation  yes",
        "  4  Strengths       (none)",
        "  5  Concerns        (none)",
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("10 n3 says so", "10 j; n3 says so"),
        ("strong_yes n3", "4 Strong Yes; n3"),
        ("at times, n3", None),
        ("at times n3", "2 at times; n3"),
        ("11 n3", None),
        ("never mind", "1 never; mind"),
        ("often", None),
        ("", None),
    ],
)
def test_a_rating_is_a_number_or_a_word_of_the_scale_and_evidence_may_follow(line: str, told: str | None):
    run = written(line, *(["-"] if told is None else []), *REST)
    assert run.exit_code == 0, run.output
    assert ("Error: a rating is one of 1 never, 2 at times, 3 always" in run.output) == (told is None)
    assert last_look(run)[1] == f"  2  People          {told or 'not rated'}"


def test_one_thing_can_be_changed_after_the_last_look_and_nothing_else_is_asked():
    run = written("-", *REST[:3], "9", "1", "weak", "4", "kind", "and quick", "", "")
    assert run.exit_code == 0, run.output
    assert "Error: choose a line from 1 to 5" in run.output
    assert last_look(run) == [
        "  1  Craft           2 weak; n1",
        "  2  People          not rated",
        "  3  Recommendation  yes",
        "  4  Strengths       kind",
        "                     and quick",
        "  5  Concerns        (none)",
    ]


def test_a_long_line_of_the_card_breaks_between_words_and_stays_beside_its_name(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "44")
    run = written("-", *REST[:3], "1", "4 said it n1 and did it all n2", "")
    assert run.exit_code == 0, run.output
    assert last_look(run)[:2] == [
        "  1  Craft           4 strong; said it n1",
        "                     and did it all n2",
    ]


def test_evidence_is_changed_by_itself():
    run = written("-", *REST[:3], "1", "e", "n1, n9", "n1, n2", "", "")
    assert "Rating 1-5 [4 strong; n1]" in run.output
    assert "Error: there is no note 9." in run.output
    assert last_look(run)[0] == "  1  Craft           4 strong; n1, n2"


def test_a_recommendation_is_a_number_or_a_word_too():
    run = written("-", "perhaps", "Strong-No", "", "", "")
    assert "Error: a recommendation is one of 1 strong no, 2 no, 3 no decision, 4 yes, 5 strong yes" in run.output
    assert last_look(run)[2] == "  3  Recommendation  strong no"


def test_ones_own_signalled_notes_are_in_sight_and_nothing_of_others_is_proposed():
    run = written("-", *REST)
    assert "  n2  + kind to all\nStrengths (an empty line ends it)" in run.output
    assert "Rating 1-10 [not rated]" in run.output


def test_a_note_of_somebody_else_says_whose_it_is():
    run = written("4 n1", "-", *REST, panelist="ceo")
    assert "  n1  + Bo Ek: closed three of five #craft\n" in run.output
    assert "  n3    by the lead #people\n" in run.output


def test_nothing_is_sealed_before_the_whole_was_confirmed():
    run = written("-", *REST[:3])
    assert run.exit_code == 1
    assert "before it is sealed" in run.output
    assert "Sealed scorecards" not in facilitator("sessions").output
    again = written("", "", "", "", "", "")
    assert again.exit_code == 0, again.output
    assert "scorecard is in" in again.output


def test_after_the_opening_it_is_submitted():
    for panelist in ("ceo", "cfo"):
        written(*([] if panelist == "cfo" else ["-"]), "-", *REST, panelist=panelist)
    run = written("-", *REST)
    assert "Your card, before it is submitted:" in run.output
    assert "Enter submits it" in run.output
