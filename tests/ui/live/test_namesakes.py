"""Two people of one name in a room: whoever is spoken of can be told from the other."""

import pytest

from facilitator.showing.completion import completions
from facilitator.ui.app import FacilitatorApp, Opened
from tests.ui.sessions import opened, screen_of, small_agenda

PANEL = [
    {"id": "ann-lee", "name": "Ann Lee", "role": "CTO", "lead": True},
    {"id": "ann-lee-2", "name": "Ann Lee", "role": "CFO"},
]


def two_anns(candidate="Eszter Halmos", panel=PANEL):
    plan = small_agenda().segments[0]
    questions = [{"id": "why", "ask": "Why?", "owner": panel[-1]["id"], "number": 1}]
    segment = {"id": plan.id, "title": plan.title, "length_seconds": 600, "questions": questions}
    conductor, _ = opened(small_agenda(panel=panel, segments=[segment], competencies=[]), candidate)
    conductor.submit("/start")
    return conductor


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("/cover 1 by ann-lee-2", "Ann Lee (CFO) has covered q1."),
        ("/handoff 1 ann-lee", "q1 goes to Ann Lee (CTO)."),
        ("/floor ann-lee-2", "Ann Lee (CFO)"),
    ],
)
def test_replies_say_which_of_them(said, told):
    assert told in two_anns().submit(said).said


def test_a_panelist_with_the_name_of_the_candidate_has_a_role():
    conductor = two_anns("Bo Ek", [{"id": "ann", "name": "Ann Lee", "lead": True}, {"id": "bo", "name": "Bo Ek"}])
    assert conductor.session.panelist_name("bo") == "Bo Ek (bo)"
    assert conductor.session.panelist_name("ann") == "Ann Lee"


@pytest.mark.parametrize("typed", ["seen by @ann", "/handoff 1 ann"])
def test_completions_say_which_of_them(typed):
    session = two_anns().session
    offered = {offer.text.removeprefix("@"): offer.meaning for offer in completions(typed, session, 0, "ann-lee")}
    assert offered == {"ann-lee": "Ann Lee (CTO)", "ann-lee-2": "Ann Lee (CFO)"}


async def test_the_live_screen_says_which_of_them():
    app = FacilitatorApp(Opened(two_anns()))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        live = screen_of(app)
        shown = " ".join(span.text for row in live.questions.rows for span in row.spans)
        assert "Ann Lee (CFO)" in " ".join(shown.split())
        heading = "".join(span.text for span in live.grid.rows[0].spans).split()
        assert len(heading) == len(set(heading)) == 2
