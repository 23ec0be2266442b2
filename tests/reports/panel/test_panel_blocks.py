"""What the panel made of it: shown as far as it may be seen, with no verdict of the program's own."""

import msgspec
import pytest
from msgspec.structs import replace

from facilitator.domain.debrief.panel_rows import PanelRows
from facilitator.reports import export_text
from facilitator.reports.lead import lead_report


@pytest.fixture
def with_panel(final_round):
    """The debrief with some of the panel's rows replaced, given as plain values."""

    def changed(**rows):
        plain = {**msgspec.to_builtins(final_round.panel), **rows}
        return replace(final_round, panel=msgspec.convert(plain, PanelRows))

    return changed


def end_of(debrief):
    return export_text(debrief, "md").partition("## Recommendations")[2]


def test_what_only_one_panelist_has_comes_before_the_competencies(final_round):
    source = export_text(final_round, "md")
    assert source.index("\n## What only one of you saw") < source.index("\n## Competencies")
    assert "- **concern:** Nine months is long, and the two who left have not come back" in source


def test_how_far_ratings_lie_apart_stands_under_them(final_round):
    source = export_text(final_round, "md").partition("### Pipeline building")[2].partition("\n### ")[0]
    assert "*2 ratings, 2 apart; their mean is 4.0.*" in source


def test_a_sealed_card_shows_only_that_it_is_in(with_panel):
    debrief = with_panel(scorecards=[{"panelist": "cfo", "state": "sealed"}, {"panelist": "ceo", "state": "missing"}])
    assert "- Daniel Owusu's scorecard is in, sealed." in end_of(debrief)
    bare = replace(debrief, recommendations={}, competencies=())
    assert lead_report(bare).missing_recommendations == ("ceo", "cro")


def test_an_opening_before_all_were_in_keeps_its_reason(with_panel):
    opening = {"at": "2026-01-05T10:40:00.000Z", "by": "ceo", "reason": "Priya is on a plane"}
    assert "opened by Marit Lindqvist, before all were in, because: Priya is on a plane (10:40)." in end_of(
        with_panel(opening=opening)
    )


def test_a_second_vote_stands_beside_the_first(with_panel):
    votes = {"ceo": "yes", "cfo": "yes", "cro": "strong_yes"}
    assert "| Daniel Owusu | no decision | yes |" in end_of(with_panel(votes=votes))


def test_a_decision_stands_with_its_reason_and_its_dissent(with_panel):
    decision = {"at": "2026-01-05T11:00:00.000Z", "by": "ceo", "outcome": "yes", "reason": "The missed quarter holds."}
    dissent = {"at": "2026-01-05T11:01:00.000Z", "panelist": "cfo", "text": "I'd see two quarters first."}
    change = {"at": "2026-01-05T10:50:00.000Z", "panelist": "cfo", "competency": "forecast", "before": 4, "after": 3}
    end = end_of(
        with_panel(decision=decision, dissents=[dissent], dissenters=["cfo"], changes_of_mind=[change])
    )  # fmt: skip
    assert "**yes** *(Marit Lindqvist, 11:00)*: The missed quarter holds." in end
    assert "Dissent: Daniel Owusu." in end
    assert "- **Daniel Owusu:** I'd see two quarters first." in end
    assert "- 10:50 · Daniel Owusu: Forecast and economics, from 4 to 3" in end


def test_what_was_made_of_it_on_another_day_says_on_which(with_panel):
    decision = {"at": "2026-01-06T11:00:00.000Z", "by": "ceo", "outcome": "yes", "reason": ""}
    opening = {"at": "2026-01-06T09:00:00.000Z", "by": "cfo", "reason": ""}
    debrief = with_panel(decision=decision, opening=opening)
    assert "**yes** *(Marit Lindqvist, 6 January, 11:00)*" in end_of(debrief)
    assert "opened by Daniel Owusu, when all were in (6 January, 09:00)." in end_of(debrief)
    assert "- The panel decided: yes." in export_text(debrief, "md").partition("## Planned and actual")[0]


def test_a_flag_is_no_concern_about_anybody(final_round):
    assert "- **flag:** At fifteen minutes and on slide 11 of 14 *(Marit Lindqvist)*" in export_text(final_round, "md")


def test_without_a_decision_none_is_made_up(final_round):
    end = end_of(final_round)
    assert "Decision" not in end
    assert "The panel decides, not the mean." in end
