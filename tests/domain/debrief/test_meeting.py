"""The debrief meeting: what only one saw, where the panel disagrees, the second vote, the decision, dissent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.conducting.conductor import Conductor
from facilitator.conducting.rehearsal import rehearse
from facilitator.domain.facts.kinds.meeting import Outcome
from facilitator.domain.facts.kinds.ratings import ScorecardChanged, ScorecardsOpened
from facilitator.domain.facts.scorecard import Assessment, Scorecard
from facilitator.domain.language.decision import Decision, Refusal
from facilitator.domain.language.decisions.scorecards import checked_card
from facilitator.domain.notes.evidence import unshared_evidence
from facilitator.domain.panel.disagreement import ballot, differs, disagreements, dissenters
from facilitator.domain.panel.missing_cards import missing_cards
from facilitator.domain.plan.agenda import Agenda, Competency, Panelist, Segment
from facilitator.domain.plan.scale import Recommendation
from facilitator.domain.session.fold import fold
from tests.domain.cards import all_at_once, card, sealed
from tests.domain.cards import opened as opens

NAMES = ("pipeline", "people", "numbers")
AGENDA = Agenda(
    title="Final round",
    panel=(
        Panelist(id="ceo", name="Ann Lee", lead=True),
        Panelist(id="cfo", name="Bo Ek"),
        Panelist(id="cto", name="Cy Oh"),
        Panelist(id="new", name="Di Poe", shadow=True),
    ),
    competencies=tuple(Competency(id=name, name=name.title()) for name in NAMES),
    segments=(Segment(id="one", title="One", length_seconds=600),),
)


def interview(*lines: str, ended: bool = True) -> Conductor:
    script = ["/start", *lines, *(["/end"] if ended else [])]
    return rehearse(AGENDA, "\n".join(f"{place // 6:02}:{place % 6}0 {line}" for place, line in enumerate(script)))


def told(conductor: Conductor, *lines: str) -> Conductor:
    for line in lines:
        author, _, text = line.rpartition("> ")
        conductor.submit(text, by=author or None)
    return conductor


def opened(conductor: Conductor, **cards: Scorecard) -> Conductor:
    conductor.carry_out(all_at_once(conductor.session, cards))
    return conductor


def test_evidence_that_only_one_has_comes_concerns_first():
    conductor = interview("+ built it #pipeline", "cfo> + saw it too #pipeline", "cfo> + calm #people", "cto> ! lied")
    alone = unshared_evidence(conductor.session)
    assert [(item.panelist, item.text) for item in alone] == [("cto", "lied"), ("cfo", "calm #people")]


@pytest.mark.parametrize(
    "shared_by",
    ["cto> + same here #people", "/rate people 4 by cto n1 as noted", "/strike 1", "/edit 1 + calm @cto #people"],
)
def test_it_is_no_longer_one_panelists_alone_once_another_has_it_too(shared_by):
    conductor = interview("cfo> + calm #people", shared_by)
    assert unshared_evidence(conductor.session) == ()


def test_the_opposite_of_what_one_saw_is_not_the_same_evidence():
    conductor = interview("cfo> + calm #people", "cto> - shouted #people")
    assert [item.panelist for item in unshared_evidence(conductor.session)] == ["cto", "cfo"]


def test_what_stands_beside_a_rating_is_evidence_too():
    conductor = interview("/rate people 2 by cto interrupted twice")
    (item,) = unshared_evidence(conductor.session)
    assert (item.panelist, item.text, item.direction, item.note) == ("cto", "interrupted twice", "concern", None)


def test_a_plain_note_about_nothing_in_particular_is_no_evidence():
    assert unshared_evidence(interview("they sat down").session) == ()


def test_competencies_come_by_range_then_by_difference_of_pairs():
    conductor = opened(
        interview(),
        ceo=card("yes", pipeline=3, people=1, numbers=1),
        cfo=card("yes", pipeline=3, people=3, numbers=4),
        cto=card("no", pipeline=4, people=4, numbers=4),
    )
    rows = disagreements(conductor.session)
    # |1-3| + |1-4| + |3-4| = 6, |1-4| + |1-4| + |4-4| = 6: equal, so the order of the agenda
    assert [(row.competency, row.spread, round(row.pairwise, 2)) for row in rows] == [
        ("people", 3, 2.0),
        ("numbers", 3, 2.0),
        ("pipeline", 1, 0.67),
    ]
    assert rows[0].ratings == {"ceo": 1, "cfo": 3, "cto": 4}
    assert rows[0].mean == pytest.approx(8 / 3)


@given(st.dictionaries(st.sampled_from(["ceo", "cfo", "cto"]), st.sampled_from([1, 2, 3, 4, 5]), min_size=1))
def test_the_figures_of_a_competency_agree_with_each_other(ratings):
    conductor = opened(interview(), **{name: card("yes", people=rating) for name, rating in ratings.items()})
    (row,) = disagreements(conductor.session)
    assert 0 <= row.pairwise <= row.spread <= 4
    assert min(ratings.values()) <= row.mean <= max(ratings.values())
    assert (row.spread == 0) == (row.pairwise == 0)


@pytest.mark.parametrize(
    ("votes", "mean", "spread", "leans"),
    [
        ([], None, 0, None),
        (["yes"], 4, 0, Outcome.YES),
        (["strong_yes", "strong_no"], 3, 4, None),
        (["no_decision", "no"], 2.5, 1, Outcome.NO),
    ],
)
def test_the_plain_mean_of_the_votes_leans_or_not(votes, mean, spread, leans):
    panel = ("ceo", "cfo", "cto")
    conductor = interview(*(f"/recommend {vote} by {name}" for name, vote in zip(panel, votes, strict=False)))
    standing = ballot(conductor.session)
    assert (standing.mean, standing.spread, standing.leans) == (mean, spread, leans)


def test_the_second_vote_goes_before_the_first_and_the_first_is_kept():
    conductor = interview("/recommend no by cfo")
    assert conductor.submit("/vote yes by cfo").said == "Bo Ek votes yes. It was no."
    assert ballot(conductor.session).votes == {"cfo": "yes"}
    assert conductor.session.recommendations == {"cfo": "no"}


@pytest.mark.parametrize("line", ["/vote yes", "/decide yes", "/dissent by cfo I saw more"])
def test_nothing_is_voted_or_decided_before_the_end_or_while_cards_are_sealed(line):
    with pytest.raises(Refusal, match="/end the interview first"):
        interview(ended=False).submit(line)
    conductor = interview()
    conductor.carry_out(Decision((sealed("cfo", card("no", people=1), session=conductor.session.id),)))
    with pytest.raises(Refusal, match="still sealed"):
        conductor.submit(line)


def test_a_shadow_neither_votes_nor_is_counted():
    with pytest.raises(Refusal, match="shadow"):
        interview().submit("/vote yes by new")


def test_a_decision_with_the_mean_needs_no_reason():
    conductor = told(interview("/recommend yes by cfo"), "/decide yes")
    assert conductor.session.decision is not None
    assert (conductor.session.decision.outcome, conductor.session.decision.reason) == (Outcome.YES, "")


@pytest.mark.parametrize("outcome", ["no", "undecided"])
def test_a_decision_against_the_mean_is_asked_for_its_reason(outcome):
    conductor = interview("/recommend yes by cfo")
    with pytest.raises(Refusal, match=r"The mean of the votes is 4\.0 of 5, which leans to yes"):
        conductor.submit(f"/decide {outcome}")
    told(conductor, f"/decide {outcome} references fell through")
    assert conductor.session.decision is not None
    assert conductor.session.decision.reason == "references fell through"


def test_without_votes_or_right_in_the_middle_any_decision_can_be_recorded():
    told(interview(), "/decide no")
    told(interview("/recommend yes by cfo", "/recommend no by cto"), "/decide yes")


@given(st.lists(st.sampled_from(list(Recommendation)), max_size=3), st.sampled_from(list(Outcome)))
def test_a_reason_is_asked_for_exactly_where_decision_and_mean_differ(votes, outcome):
    panel = ("ceo", "cfo", "cto")
    conductor = interview(*(f"/recommend {vote} by {name}" for name, vote in zip(panel, votes, strict=False)))
    asked = False
    try:
        conductor.submit(f"/decide {outcome}")
    except Refusal:
        asked = True
    assert asked == differs(conductor.session, outcome)


def test_dissent_is_kept_in_words_and_from_the_votes():
    conductor = interview("/recommend yes by ceo", "/recommend yes by cto", "/recommend strong_no by cfo")
    assert dissenters(conductor.session) == ()
    told(conductor, "/decide yes", "/dissent by cto not for this team")
    assert dissenters(conductor.session) == ("cfo", "cto")
    assert [(dissent.panelist, dissent.text) for dissent in conductor.session.dissents] == [
        ("cto", "not for this team")
    ]


@pytest.mark.parametrize(
    ("line", "what"),
    [("/vote yes by cfo", "vote"), ("/decide yes", "decision"), ("/dissent by cfo I saw more", "dissent")],
)
def test_the_meetings_commands_can_be_taken_back(line, what):
    conductor = told(interview("/recommend no by cfo"))
    before = fold(conductor.events)
    told(conductor, line if "decide" not in line else line + " because")
    assert what in conductor.submit("/undo").said
    after = conductor.session
    assert (after.votes, after.decision, after.dissents) == (before.votes, before.decision, before.dissents)


def test_an_open_card_replaces_what_its_panelist_had_said_in_the_room():
    conductor = opened(interview("/rate people 5 by cfo", "/recommend yes by cfo"), cfo=card("no", people=2))
    assert conductor.session.ratings["cfo", "people"].rating == 2
    assert conductor.session.recommendations == {"cfo": "no"}
    assert conductor.session.changes_of_mind == []


def test_what_is_said_after_the_opening_is_a_change_of_mind():
    conductor = opened(interview(), cfo=card("no", people=2), cto=card("yes", people=4))
    told(conductor, "/rate people 3 by cfo", "/rate people 4 by cto", "/recommend yes by cfo")
    changes = [(mind.panelist, mind.competency, mind.before, mind.after) for mind in conductor.session.changes_of_mind]
    assert changes == [("cfo", "people", 2, 3), ("cfo", None, "no", "yes")]


def test_an_opening_cannot_be_taken_back():
    conductor = opened(interview(), cfo=card("no", people=2))
    conductor.submit("/undo")
    assert conductor.session.cards.keys() == {"cfo"}


def test_a_rating_without_note_or_words_is_without_evidence():
    conductor = interview(
        "a note #people", "/rate people 3 by cfo", "/rate pipeline 3 by cfo n1", "/rate numbers 3 said so"
    )
    ratings = {name: rating.is_without_evidence for (_, name), rating in conductor.session.ratings.items()}
    assert ratings == {"people": True, "pipeline": False, "numbers": False}


def test_a_card_is_tied_to_the_notes_it_names_and_refused_with_all_that_is_wrong():
    session = interview("a note #people").session
    given = Assessment(competency="people", rating=3, evidence="n1, calm")
    (tied,) = checked_card(session, Scorecard(recommendation=Recommendation.YES, ratings=(given,))).ratings
    assert tied.notes == tuple(session.notes)
    wrong = (
        Assessment(competency="people", rating=3, evidence="n7"),
        Assessment(competency="people", rating=3),
        Assessment(competency="nothing", rating=3),
    )
    with pytest.raises(Refusal, match=r"there is no note 7; people is rated twice; there is no competency “nothing”"):
        checked_card(session, Scorecard(recommendation=Recommendation.YES, ratings=wrong))


def test_shadows_are_not_waited_for():
    conductor = opened(interview(), ceo=card("no"))
    assert [panelist.id for panelist in missing_cards(conductor.session)] == ["cfo", "cto"]


STEPS = st.one_of(
    st.sampled_from(
        [
            "+ calm #people",
            "/rate people 2 by cfo",
            "/rate people 4 by ceo",
            "/recommend yes by cfo",
            "/vote no by cfo",
            "/decide yes because",
            "/decide no because",
            "/dissent by cfo no",
            "/undo",
        ]
    ),
    st.sampled_from(
        [
            lambda session: Decision((sealed("cfo", card("no", people=1), session=session),)),
            lambda _: Decision((ScorecardsOpened(reason="now"), opens("cfo", card("no", people=1)))),
            lambda _: Decision((ScorecardChanged(panelist="cfo", card=card("yes", people=5)),)),
            lambda _: Decision((opens("nobody", card("yes", nothing=5)),)),
        ]
    ),
)


@given(st.lists(STEPS, max_size=10), st.randoms())
def test_however_the_panel_makes_up_its_mind_the_facts_fold_the_same_in_any_order(steps, random):
    conductor = interview()
    for step in steps:
        try:
            if isinstance(step, str):
                conductor.submit(step)
            else:
                conductor.carry_out(step(conductor.session.id))
        except Refusal:
            continue
    arrived = list(conductor.events) * 2
    random.shuffle(arrived)
    assert fold(arrived) == conductor.session
