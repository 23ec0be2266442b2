"""A panelist's own scorecard, in the words of their applicant tracking system."""

import json
from pathlib import Path

import msgspec
import pytest

from tests.cli.commands.cards.test_scorecards import card, session
from tests.cli.shell import facilitator
from tests.reports.ats.documented import SCHEMAS

pytestmark = pytest.mark.usefixtures("cheap_guesses")

__all__ = ["session"]


@pytest.fixture
def submitted(session: str, tmp_path: Path) -> str:
    done = facilitator("scorecard", session, "--as", "cfo", "--from", card(tmp_path, rating=3))
    assert done.exit_code == 0, done.output
    return session


def test_ones_own_card_can_be_told_while_it_is_sealed_and_stays_so(submitted: str):
    done = facilitator("card", "--as", "cfo", "--for", "greenhouse")
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("Greenhouse: Bo Ek on VP Sales, final round\n\nKey Take-Aways\nStrengths: strengths ")
    assert "Pipeline building: mixed\n  n1 " in done.stdout
    assert "  n1, Ann Lee: closed three of five\n" in done.stdout
    assert "Pipeline building: 3 solid becomes mixed." in done.stderr
    assert json.loads(facilitator("debrief", "--format", "json").stdout)["recommendations"] == {}


def test_json_is_the_body_and_what_is_missing_is_said_beside_it(submitted: str):
    done = facilitator("card", "--as", "cfo", "--for", "workable", "--json")
    assert json.loads(done.stdout)["grade"] == 1
    assert "Fill in before you send it: <id of the member>." in done.stderr


@pytest.mark.parametrize("form", SCHEMAS)
def test_what_is_printed_is_what_each_documentation_asks_for(submitted: str, form: str):
    done = facilitator("card", "--as", "cfo", "--for", form, "--json")
    assert isinstance(msgspec.json.decode(done.stdout, type=SCHEMAS[form]), SCHEMAS[form])


def test_after_the_opening_it_can_be_had_as_well(submitted: str, tmp_path: Path):
    facilitator("scorecard", submitted, "--as", "ceo", "--from", card(tmp_path, rating=5))
    assert "Pipeline building: strong_yes" in facilitator("card", "--as", "ceo", "--for", "greenhouse").stdout


def test_under_a_passphrase_it_takes_that_and_no_other(session: str, tmp_path: Path):
    phrase = "correct horse"
    written = card(tmp_path)
    done = facilitator(
        "scorecard", session, "--as", "cfo", "--from", written, "--passphrase", typed=f"{phrase}\n{phrase}\n"
    )
    assert done.exit_code == 0, done.output
    assert (
        "Pipeline building: 4 of 5, strong"
        in facilitator("card", "--as", "cfo", "--for", "text", typed=f"{phrase}\n").stdout
    )
    wrong = facilitator("card", "--as", "cfo", "--for", "text", typed="wrong horse\n")
    assert (wrong.exit_code, "that isn't its passphrase" in wrong.stderr) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--as", "ceo", "--for", "text"], "Ann Lee hasn't submitted a scorecard yet. facilitator scorecard 2026-"),
        (["--as", "new", "--for", "text"], "shadow"),
        (["--as", "cto", "--for", "text"], "There is no panelist “cto”"),
        (["--as", "cfo", "--for", "greenhose"], "There is no form “greenhose”. Did you mean greenhouse?"),
        (["--as", "cfo", "--for", "taleo"], "There is no form “taleo”. Choose from ashby, greenhouse, lever, text, "),
        (["--as", "cfo", "--for", "text", "--json"], "Plain text has no API"),
        (["--as", "cfo", "--for", "gone.yaml"], "gone.yaml"),
    ],
)
def test_what_cannot_be_told_is_refused_kindly(submitted: str, arguments, said):
    done = facilitator("card", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
