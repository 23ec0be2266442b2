"""What the panel made of it: shown as far as it may be seen, with no verdict of the program's own."""

import re

import msgspec
import pytest
from msgspec.structs import replace

from facilitator.domain.debrief.panel_rows import PanelRows
from facilitator.reports import export_text
from facilitator.reports.lead import lead_report
from facilitator.reports.redaction.redaction import redacted


@pytest.fixture
def with_panel(final_round):
    """The debrief with some of the panel's rows replaced, given as plain values."""

    def changed(**rows):
        plain = {**msgspec.to_builtins(final_round.panel), **rows}
        return replace(final_round, panel=msgspec.convert(plain, PanelRows))

    return changed


def end_of(debrief):
    return export_text(debrief, "md")


def test_what_only_one_panelist_has_is_told_by_number(final_round):
    source = export_text(final_round, "md")
    [note] = [note for note in final_round.notes if note.text.startswith("Nine months is long")]
    seen = source.partition("\n## What only one of you saw")[2].partition("\n## ")[0]
    assert re.search(rf"\b{note.called}\b", seen)
    assert "the evidence for the rating of Forecast and economics" in seen
    assert note.text not in seen


def test_how_far_ratings_lie_apart_stands_under_them(final_round):
    source = export_text(final_round, "md").partition("### Pipeline building")[2].partition("\n### ")[0]
    assert "*2 ratings, 2 apart; their mean is 4.0.*" in source


def test_a_sealed_card_shows_only_that_it_is_in(with_panel):
    debrief = with_panel(scorecards=[{"panelist": "cfo", "state": "sealed"}, {"panelist": "ceo", "state": "missing"}])
    assert "- Daniel Owusu's scorecard is in, sealed." in end_of(debrief)
    bare = replace(debrief, recommendations={}, competencies=())
    assert lead_report(bare).missing_recommendations == ("ceo", "cro")


def test_each_line_of_a_card_stays_a_line(with_panel):
    card = {"panelist": "cfo", "state": "open", "submitted": [AT], "concerns": "No reserve\nSlow to phone"}
    source = end_of(with_panel(scorecards=[card], opening=OPENING, card_rules=2))
    assert "- **Daniel Owusu, concerns:** No reserve\n- **Daniel Owusu, concerns:** Slow to phone" in source


def test_an_opening_before_all_were_in_keeps_its_reason(with_panel):
    opening = {"at": "2026-01-05T10:40:00.000Z", "by": "ceo", "reason": "Priya is on a plane"}
    assert "opened by Marit Lindqvist, before all were in, because: Priya is on a plane (10:40)." in end_of(
        with_panel(opening=opening)
    )


def test_a_second_vote_stands_beside_the_first(with_panel):
    votes = {"ceo": "yes", "cfo": "yes", "cro": "strong_yes"}
    assert "| Recommendation | yes | no decision, then yes | strong yes | 1 |" in end_of(with_panel(votes=votes))


def test_a_decision_stands_with_its_reason_and_its_dissent(with_panel):
    decision = {"at": "2026-01-05T11:00:00.000Z", "by": "ceo", "outcome": "yes", "reason": "The missed quarter holds."}
    dissent = {"at": "2026-01-05T11:01:00.000Z", "panelist": "cfo", "text": "I'd see two quarters first."}
    change = {"at": "2026-01-05T10:50:00.000Z", "panelist": "cfo", "competency": "forecast", "before": 4, "after": 3}
    end = end_of(
        with_panel(decision=decision, dissents=[dissent], dissenters=["cfo"], changes_of_mind=[change])
    )  # fmt: skip
    assert "- **Yes**: The missed quarter holds. *(Marit Lindqvist, 11:00)*" in end
    assert "- **Dissent, Daniel Owusu:** I'd see two quarters first." in end
    assert "- 10:50 · Daniel Owusu: Forecast and economics, from 4 strong to 3 solid" in end


AT, LATER, OPENED = (f"2026-01-05T10:{minute}:00.000Z" for minute in (30, 45, 40))
OPENING = {"at": OPENED, "by": "ceo", "reason": ""}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"submitted": [AT]}, ""),
        ({"submitted": [AT, OPENED]}, "Daniel Owusu's scorecard was submitted twice, at 10:30 and 10:40."),
        ({"submitted": [AT, AT, OPENED]}, "Daniel Owusu's scorecard was submitted 3 times, at 10:30, 10:30 and 10:40."),
        ({"submitted": [LATER]}, "Daniel Owusu's scorecard was submitted after the opening, at 10:45."),
        ({"changed": [LATER]}, "Daniel Owusu's scorecard was written after the opening, at 10:45."),
        ({"submitted": [AT], "changed": [LATER]}, "Daniel Owusu's scorecard was changed after the opening, at 10:45."),
        (
            {"submitted": ["2026-01-06T09:00:00.000Z"]},
            "Daniel Owusu's scorecard was submitted after the opening, on 6 January, 09:00.",
        ),
        ({"original_sealed": True}, "Daniel Owusu's scorecard as it was before is still sealed."),
        ({"refused": [AT]}, "else was recorded as Daniel Owusu's scorecard, at 10:30: it counts for nothing."),
        (
            {"original": {"recommendation": "yes", "strengths": "quick"}},
            "**Daniel Owusu, before the opening, strengths:** quick",
        ),
    ],
)
def test_what_became_of_a_card_is_told(with_panel, row, said):
    card = {"panelist": "cfo", "state": "open", **row}
    end = end_of(with_panel(scorecards=[card], opening=OPENING, card_rules=2))
    assert said in end
    assert ("'s scorecard" in end) == ("'s scorecard" in said)


def test_cards_of_an_earlier_version_are_marked(with_panel):
    card = {"panelist": "cfo", "state": "open", "submitted": [AT]}
    marked = "They follow the rules of an earlier version: nothing proves that a card is what was sealed."
    assert marked in end_of(with_panel(scorecards=[card], opening=OPENING, card_rules=1))
    assert marked not in end_of(with_panel(scorecards=[card], opening=OPENING, card_rules=2))
    assert marked not in end_of(with_panel(card_rules=1))


@pytest.mark.parametrize(("sealed", "before"), [(True, "what is sealed"), (False, "none")])
def test_a_change_from_what_nobody_can_read_says_so(with_panel, sealed, before):
    mind = {"at": LATER, "panelist": "cfo", "competency": None, "before": None, "after": "no", "sealed": sealed}
    assert f"- 10:45 · Daniel Owusu: recommendation, from {before} to no" in end_of(with_panel(changes_of_mind=[mind]))


def test_a_card_as_it_was_is_redacted_like_any_text(with_panel):
    original = {"recommendation": "yes", "strengths": "Call 0171 234 5678"}
    card = {"panelist": "cfo", "state": "open", "submitted": [AT], "original": original}
    (row,) = redacted(with_panel(scorecards=[card])).panel.scorecards
    assert row.original is not None
    assert "234" not in row.original.strengths
    assert row.submitted == (AT,)


def test_what_was_made_of_it_on_another_day_says_on_which(with_panel):
    decision = {"at": "2026-01-06T11:00:00.000Z", "by": "ceo", "outcome": "yes", "reason": ""}
    opening = {"at": "2026-01-06T09:00:00.000Z", "by": "cfo", "reason": ""}
    debrief = with_panel(decision=decision, opening=opening)
    assert "**Yes** *(Marit Lindqvist, 6 January, 11:00)*" in end_of(debrief)
    assert "opened by Daniel Owusu, when all were in (6 January, 09:00)." in end_of(debrief)


def test_a_flag_is_no_concern_about_anybody(final_round):
    source = export_text(final_round, "md")
    assert re.search(
        r"\*\*flag\*\*: At fifteen minutes and on slide 11 of 14 \*\(Marit Lindqvist, 09:21, n\d+\)\*\n", source
    )


def test_whoever_voted_against_it_dissents_without_a_word_of_theirs(with_panel):
    votes = {"ceo": "yes", "cfo": "no", "cro": "strong_yes"}
    end = end_of(with_panel(votes=votes, dissents=[], dissenters=["cfo"]))
    assert "- **Dissent, Daniel Owusu:** no\n" in end


def test_without_a_decision_none_is_made_up(with_panel):
    end = end_of(with_panel(decision=None))
    assert "**Nothing is decided yet.**" in end
    assert "The panel decides, not the mean." in end
