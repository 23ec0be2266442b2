"""Scorecards are written alone: nobody reads one before all are in, on screen or on disk."""

import json
import re
from pathlib import Path

import pytest

from facilitator.storage.home import Home
from tests.cli.kept import CANARY
from tests.cli.shell import facilitator, files_with

pytestmark = pytest.mark.usefixtures("cheap_guesses")

SCRIPT = """\
00:00 /start
01:00 + closed three of five #pipeline
02:00 cfo> - vague on the forecast #pipeline
15:00 /end
"""

AGENDA = """\
title: VP Sales, final round
panel:
  - {id: ceo, name: Ann Lee, lead: true}
  - {id: cfo, name: Bo Ek}
  - {id: new, name: Di Poe, shadow: true}
competencies:
  - {id: pipeline, name: Pipeline building, anchors: {4: Works a list}}
segments:
  - {title: Welcome, length: 15m}
"""

CARD = """\
ratings:
  - {{competency: pipeline, rating: {rating}, evidence: n1 {canary}}}
recommendation: {recommendation}
strengths: strengths {canary}
concerns: concerns {canary}
"""


@pytest.fixture
def session(tmp_path: Path) -> str:
    (tmp_path / "agenda.yaml").write_text(AGENDA, "utf-8")
    (tmp_path / "script").write_text(SCRIPT, "utf-8")
    run = facilitator("rehearse", tmp_path / "agenda.yaml", "--script", tmp_path / "script", "--keep")
    assert run.exit_code == 0, run.output
    return "2026-01-05"


def card(tmp_path: Path, rating: int = 4, recommendation: str = "yes", canary: str = CANARY) -> Path:
    path = tmp_path / f"card-{rating}-{recommendation}.yaml"
    path.write_text(CARD.format(rating=rating, recommendation=recommendation, canary=canary), "utf-8")
    return path


def report(session: str) -> dict:
    return json.loads(facilitator("debrief", session, "--format", "json").stdout)


def ratings(session: str) -> dict[str, int]:
    (competency,) = report(session)["competencies"]
    return {row["panelist"]: row["rating"] for row in competency["ratings"]}


@pytest.mark.parametrize("passphrase", [False, True])
def test_no_sealed_byte_can_be_read_before_the_opening(session, data, tmp_path, passphrase):
    arguments = ["scorecard", session, "--as", "cfo", "--from", card(tmp_path)]
    run = facilitator(*arguments, *(["--passphrase"] if passphrase else []), typed="tell no one\n" * 2)
    assert run.exit_code == 0, run.output
    assert CANARY not in run.output
    assert "It stays sealed until Ann Lee has submitted." in run.output
    assert files_with(data, CANARY) == []
    assert files_with(data, "tell no one") == []
    for command in (["sessions"], *(["debrief", session, "--format", name] for name in ("md", "html", "json", "text"))):
        assert CANARY not in facilitator(*command).output
    assert ratings(session) == {}
    assert report(session)["recommendations"] == {}


def test_what_is_sealed_has_the_same_length_whatever_it_says(session, data, tmp_path):
    lengths = set()
    for rating, recommendation in ((1, "strong_no"), (5, "yes")):
        before = sum(path.stat().st_size for path in data.rglob("*.journal"))
        facilitator("scorecard", session, "--as", "cfo", "--from", card(tmp_path, rating, recommendation))
        (line,) = [
            event["fact"]["sealed"]
            for path in data.rglob("*.journal")
            for text in path.read_bytes()[before:].splitlines()
            for event in json.loads(text[9:])
            if event["fact"]["type"] == "ScorecardSealed"
        ]
        lengths.add(len(line))
    assert len(lengths) == 1


def test_the_last_card_opens_all_and_destroys_the_keys(session, data, tmp_path):
    facilitator("scorecard", session, "--as", "cfo", "--from", card(tmp_path, 2, "no"))
    assert list(data.rglob("*.keys"))
    run = facilitator("scorecard", session, "--as", "ceo", "--from", card(tmp_path, 5))
    assert run.output == "The scorecards are open.\n"
    assert ratings(session) == {"ceo": 5, "cfo": 2}
    assert report(session)["recommendations"] == {"ceo": "yes", "cfo": "no"}
    assert not list(data.rglob("*.keys"))


def test_a_card_can_be_submitted_again_before_the_opening(session, tmp_path):
    facilitator("scorecard", session, "--as", "cfo", "--from", card(tmp_path, 2))
    facilitator("scorecard", session, "--as", "cfo", "--from", card(tmp_path, 3))
    facilitator("scorecard", session, "--as", "ceo", "--from", card(tmp_path, 5))
    assert ratings(session) == {"ceo": 5, "cfo": 3}


def test_sessions_says_for_whose_card_the_others_wait(session, tmp_path):
    assert "Scorecards" not in facilitator("sessions").output
    facilitator("scorecard", session, "--as", "cfo", "--from", card(tmp_path))
    told = facilitator("sessions").output
    assert re.search(r"are waiting for Ann Lee. facilitator scorecard 2026-01-05\S* --as PANELIST", told)
    facilitator("reindex")
    assert "Sealed scorecards are waiting for Ann Lee" in facilitator("sessions").output
    facilitator("scorecard", session, "--as", "ceo", "--from", card(tmp_path))
    assert "Scorecards" not in facilitator("sessions").output


def test_the_lead_opens_them_early_only_with_a_reason_that_is_kept(session, data, tmp_path):
    facilitator("scorecard", session, "--as", "cfo", "--from", card(tmp_path))
    refused = facilitator("unseal", session)
    assert (refused.exit_code, ratings(session)) == (2, {})
    assert "Ann Lee has not submitted yet" in refused.output
    assert facilitator("unseal", session, "--as", "cfo", "--reason", "I want to").exit_code == 2
    assert facilitator("unseal", session, "--reason", "The CEO is ill").exit_code == 0
    assert ratings(session) == {"cfo": 4}
    assert files_with(data, "The CEO is ill")


def test_a_passphrase_card_stays_sealed_without_its_passphrase(session, data, tmp_path):
    facilitator(
        "scorecard", session, "--as", "cfo", "--from", card(tmp_path, 2), "--passphrase", typed="s3cret, long\n" * 2
    )
    run = facilitator("scorecard", session, "--as", "ceo", "--from", card(tmp_path, 5, canary="n1"))
    assert run.output == "The scorecards are open. Still sealed, for lack of a key or passphrase: Bo Ek.\n"
    assert ratings(session) == {"ceo": 5}
    wrong = facilitator("unseal", session, typed="guess\n")
    assert wrong.exit_code == 1
    assert "could be opened" in wrong.output
    assert files_with(data, CANARY) == []
    assert facilitator("unseal", session, typed="s3cret, long\n").exit_code == 0
    assert ratings(session) == {"ceo": 5, "cfo": 2}


def test_a_card_is_asked_for_line_by_line_with_the_anchors_and_notes_in_sight(session, tmp_path):
    run = facilitator("scorecard", session, "--as", "cfo", typed="\n4 n1 three of five\nyes\nquick\nkind\n\n\n\n")
    assert run.exit_code == 0, run.output
    assert "4 strong: Works a list" in run.output
    assert "n1  + Ann Lee: closed three of five #pipeline" in run.output
    facilitator("unseal", session, "--reason", "test")
    assert ratings(session) == {"cfo": 4}


def test_a_note_that_does_not_exist_is_asked_for_again(session, tmp_path):
    run = facilitator(
        "scorecard", session, "--as", "cfo", typed="\n4 n9 what?\ne\nn9 what?\nn1 three of five\n4\nyes\n\n\n\n"
    )
    assert run.exit_code == 0, run.output
    assert "there is no note 9" in run.output


def test_a_card_waits_while_the_session_is_open_elsewhere(session, data, tmp_path):
    home = Home(data)
    (name,) = home.session_ids()
    with home.open_session(name, "Ann", 0):
        typed = facilitator("scorecard", session, "--as", "cfo", typed="\n4\nyes\n\n\n\nn\n")
        from_file = facilitator("scorecard", session, "--as", "cfo", "--from", card(tmp_path))
    for told in (typed.output, from_file.output):
        assert "is open elsewhere: Ann" in told
        assert "Leave it there first: Ctrl+Q, or /quit." in told
    assert "Your scorecard isn't lost. Try again?" in typed.output
    assert (typed.exit_code, from_file.exit_code) == (1, 1)


def test_after_the_opening_a_card_changes_a_mind_openly(session, tmp_path):
    for panelist in ("ceo", "cfo"):
        facilitator("scorecard", session, "--as", panelist, "--from", card(tmp_path, 4))
    run = facilitator("scorecard", session, "--as", "cfo", "--from", card(tmp_path, 2, "no"))
    assert run.output == "Bo Ek's scorecard is changed; the scorecards are already open.\n"
    assert ratings(session) == {"ceo": 4, "cfo": 2}


@pytest.mark.parametrize(
    ("panelist", "text", "why"),
    [
        ("new", CARD.format(rating=4, recommendation="yes", canary=""), "shadow"),
        ("nobody", CARD.format(rating=4, recommendation="yes", canary=""), "There is no panelist"),
        ("cfo", CARD.format(rating=4, recommendation="yes", canary="n9"), "there is no note 9"),
        ("cfo", "ratings: [{competency: pipelin, rating: 7}]\nrecommendation: maybe\n", "did you mean 'pipeline'?"),
        ("cfo", "ratings: [{competency: pipeline, rating: 7}]\nrecommendation: maybe\n", ":1:42: error: found '7'"),
        ("cfo", "", "the file is empty"),
    ],
)
def test_a_wrong_card_is_refused_with_its_reason(session, tmp_path, panelist, text, why):
    path = tmp_path / "card.yaml"
    path.write_text(text, "utf-8")
    run = facilitator("scorecard", session, "--as", panelist, "--from", path)
    assert run.exit_code == 2
    assert why in run.output
    assert "Traceback" not in run.output


WRITTEN = "4 n1 three of five\nyes\nquick\n\n\n\n"


def test_a_passphrase_is_offered_first_with_what_a_key_file_hides_from_whom(session, data):
    run = facilitator("scorecard", session, "--as", "cfo", typed="\n" + WRITTEN)
    said, _, rest = run.output.partition("Passphrase, at least 8 characters (Enter alone: a key in a file)")
    unfolded = " ".join(said.split())
    assert "hides your card from everybody until you open it, also from whoever uses this account" in unfolded
    assert "but whoever uses this account can read it" in unfolded
    assert "Rating 1-5" in rest
    assert list(data.rglob("*.keys"))


def test_a_passphrase_that_is_too_short_or_typed_differently_is_asked_for_again(session, data):
    typed = "1234567\nlong enough\nlong enouhg\nlong enough\nlong enough\n"
    run = facilitator("scorecard", session, "--as", "cfo", typed=typed + WRITTEN)
    assert run.exit_code == 0, run.output
    assert "Error: a passphrase has at least 8 characters" in run.output
    assert "Error: these are two different ones" in run.output
    assert not list(data.rglob("*.keys"))
    assert facilitator("unseal", session, "--reason", "late", typed="long enough\n").exit_code == 0
    assert ratings(session) == {"cfo": 4}


def test_where_a_passphrase_is_asked_for_none_is_no_answer(session, tmp_path):
    run = facilitator("scorecard", session, "--as", "cfo", "--from", card(tmp_path), "--passphrase", typed="\n")
    assert (run.exit_code, "Error: a passphrase is needed" in run.output) == (1, True)


def test_without_one_nobody_is_asked(session, data):
    run = facilitator("scorecard", session, "--as", "cfo", "--no-passphrase", typed=WRITTEN)
    assert run.exit_code == 0, run.output
    assert "Passphrase" not in run.output
    assert list(data.rglob("*.keys"))


def test_whoever_submits_as_somebody_else_is_told_of_in_the_debrief(session, tmp_path):
    """The account can't keep them apart; but it leaves a trace that the real one sees."""
    facilitator("scorecard", session, "--as", "cfo", "--from", card(tmp_path, 5))
    forged = facilitator("scorecard", session, "--as", "cfo", "--from", card(tmp_path, 1, "strong_no"))
    assert "the debrief will tell of both" in forged.output
    assert "Bo Ek's scorecard was submitted twice, on" in facilitator("debrief", session).output
    facilitator("unseal", session, "--reason", "late")
    assert "Bo Ek's scorecard was submitted twice, on" in facilitator("debrief", session).output


def test_a_card_under_a_passphrase_that_is_written_anew_after_the_others_were_read_is_told_of(session, tmp_path):
    ours = ["scorecard", session, "--as", "cfo", "--from"]
    facilitator(*ours, card(tmp_path, 5), "--passphrase", typed="s3cret, long\n" * 2)
    facilitator("scorecard", session, "--as", "ceo", "--from", card(tmp_path, 2, "no"))
    facilitator(*ours, card(tmp_path, 2, "no"))
    text = facilitator("debrief", session).output
    assert "Bo Ek's scorecard was changed after the opening, on" in text
    assert "Bo Ek's scorecard as it was before is still sealed." in text
    assert "Bo Ek: Pipeline building, from what is sealed to 2 weak" in text
    facilitator("unseal", session, typed="s3cret, long\n")
    text = facilitator("debrief", session).output
    assert "Bo Ek: Pipeline building, from 5 outstanding to 2 weak" in text
    assert "Bo Ek: recommendation, from yes to no" in text


def test_what_was_begun_stands_there_again(session, data):
    begun = facilitator("scorecard", session, "--as", "cfo", typed="\n4 n1 three of five\nyes\n")
    assert begun.exit_code == 1
    assert files_with(data, "three of five") == [f"{name}.journal" for name in Home(data).session_ids()]
    run = facilitator("scorecard", session, "--as", "cfo", typed="\n\nquick\n\n\n\n")
    assert run.exit_code == 0, run.output
    assert "Rating 1-5 [4 strong; n1 three of five]" in run.output
    assert [*data.rglob("*.card-*")] == []


def test_what_is_begun_under_a_passphrase_takes_it_again_or_is_begun_anew(session, data):
    for typed in ("long enough\nlong enough\n4\n", "guess\n\n\n" + WRITTEN):
        run = facilitator("scorecard", session, "--as", "cfo", typed=typed)
    assert run.exit_code == 0, run.output
    assert "That isn't the passphrase of what you have begun." in run.output
    assert "Rating 1-5 [4" not in run.output
    assert [*data.rglob("*.card-*")] == []


def test_a_panel_with_one_keyboard_writes_in_turn(session: str):
    run = facilitator("scorecard", "--no-passphrase", typed="-\n\n4 n2\n1\n\n\n\n")
    assert run.exit_code == 0, run.output
    assert "Ann Lee writes next (Enter begins, - passes)" in run.output
    assert "Scorecard of Ann Lee" not in run.output
    assert "Bo Ek's scorecard is in" in run.output
    assert "Di Poe" not in run.output
    left = facilitator("scorecard", "--no-passphrase", typed="\n2 n1\n2\n\n\n\n")
    assert "Bo Ek writes next" not in left.output
    assert ratings(session) == {"ceo": 2, "cfo": 4}
    all_in = facilitator("scorecard")
    assert (all_in.exit_code, "No scorecard is missing here" in all_in.output) == (2, True)


def test_a_card_in_a_file_is_somebodys(tmp_path: Path, session: str):
    run = facilitator("scorecard", "--from", card(tmp_path))
    assert (run.exit_code, "with --as" in run.output) == (2, True)
