"""Everybody reads what they need to know, and nothing else; the golden files show how."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace

from facilitator.documents.html_page import html_page
from facilitator.documents.mail import plain_mail
from facilitator.documents.markdown import markdown
from facilitator.domain.plan.agenda import Adjustment
from facilitator.preparing.briefs.brief import CANDIDATE_READS, LEAD_READS, brief
from tests.preparing.briefs.agendas import harbour

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize(
    ("name", "reader"),
    [("all", ""), ("lead", LEAD_READS), ("owner", "bo"), ("shadow", "cy"), ("candidate", CANDIDATE_READS)],
)
def test_it_comes_out_as_it_did(name: str, reader: str):
    """FACILITATOR_GOLDEN=write writes the files anew."""
    made, kept = markdown(brief(harbour(), reader, "Robin Reyes")), GOLDEN / f"{name}.md"
    if os.environ.get("FACILITATOR_GOLDEN") == "write":
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(made, "utf-8")
    assert made == kept.read_text("utf-8")


def test_a_start_of_ones_own_takes_precedence_and_without_any_it_counts_from_the_start():
    assert "14:00–14:05" in markdown(brief(harbour(), "ann", starts="14:00"))
    unplanned = markdown(brief(replace(harbour(), starts=None), "ann"))
    assert "0:00–5:00" in unplanned
    assert "**When:**" not in unplanned
    assert "**Length:** 45 minutes" in unplanned


def test_nobody_reads_a_brief_who_isnt_on_the_panel():
    with pytest.raises(KeyError):
        brief(harbour(), "nobody")


WORDS = st.text("abcdefghij", min_size=8, max_size=20)


@given(st.lists(st.tuples(WORDS, st.booleans()), min_size=3, max_size=3, unique_by=lambda drawn: drawn[0]))
def test_no_question_stands_in_the_candidates_brief_unless_it_is_shown(drawn):
    """Not even as the title of a segment, as in a guide whose headings are its questions."""
    agenda = harbour()
    texts = iter(drawn)
    segments = []
    for segment in agenda.segments:
        asked = []
        for question in segment.questions:
            ask, show = next(texts)
            asked.append(replace(question, ask=f"Why {ask}?", show=show))
        title = asked[0].ask if asked else segment.title
        segments.append(replace(segment, title=title, questions=tuple(asked)))
    told = brief(replace(agenda, segments=tuple(segments)), CANDIDATE_READS)
    for text in (markdown(told), plain_mail(told), html_page(told)):
        flat = " ".join(text.split())
        assert all((f"Why {ask}?" in flat) == show for ask, show in drawn)


def test_nothing_of_the_panels_stands_in_the_candidates_brief():
    agenda = harbour()
    canary = "canary-of-the-panel"
    watched = replace(
        agenda,
        purpose=canary,
        hard_stop=canary,
        adjustments=(Adjustment(what=canary, extra_seconds=60),),
        competencies=tuple(replace(one, name=canary, anchors={1: canary}) for one in agenda.competencies),
        segments=tuple(
            replace(
                segment,
                purpose=canary,
                say=canary,
                questions=tuple(
                    replace(one, ask=one.ask if one.show else canary, probes=(canary,), listen_for=(canary,))
                    for one in segment.questions
                ),
            )
            for segment in agenda.segments
        ),
    )
    assert canary not in markdown(brief(watched, CANDIDATE_READS, canary))
    assert "What would you ask us?" in markdown(brief(watched, CANDIDATE_READS))


def test_questions_that_are_to_be_known_beforehand_are_all_shown_without_a_word_on_why():
    known = Adjustment(what="Zebra prepares", questions_beforehand=True)
    told = markdown(brief(replace(harbour(), adjustments=(known,)), CANDIDATE_READS))
    assert "Where would you anchor?" in told
    assert "Zebra" not in told
    assert "And in fog?" not in told


def test_who_has_nothing_to_prepare_reads_nothing_about_it():
    assert "prepare" not in markdown(brief(replace(harbour(), prepare=UNSET), CANDIDATE_READS))
