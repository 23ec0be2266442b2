"""Who is on the panel: who leads, who rates, what people and the other side are called."""

from facilitator.domain.plan.agenda import Agenda, Panelist, Segment, SegmentKind

CEO = Panelist(id="ceo", name="Ann Lee", role="CEO")
CFO = Panelist(id="cfo", name="Bo Day", role="CFO")
SHADOW = Panelist(id="hr", name="Cy Fox", shadow=True)
TALK = Segment(id="talk", title="Talk", length_seconds=601)
THEIRS = Segment(id="theirs", title="Yours", kind=SegmentKind.CANDIDATE_QUESTIONS, length_seconds=300)


def agenda(*panel: Panelist, segments: tuple[Segment, ...] = (TALK, THEIRS)) -> Agenda:
    return Agenda(title="Final round", panel=panel, segments=segments)


def test_the_lead_is_who_is_marked_else_the_first_who_rates():
    marked = Panelist(id="cto", name="Di Guy", lead=True)
    assert agenda(SHADOW, CEO, marked).lead.id == "cto"
    assert agenda(SHADOW, CEO, CFO).lead.id == "ceo"
    assert agenda(SHADOW).lead.id == "hr"


def test_a_shadow_does_not_rate():
    assert [panelist.id for panelist in agenda(CEO, SHADOW, CFO).raters] == ["ceo", "cfo"]


def test_the_other_side_is_the_candidate_or_the_employer():
    assert agenda(CEO).other_side == "the candidate"
    theirs = Agenda(title="My questions", perspective="candidate", panel=(CEO,), segments=(TALK,))
    assert theirs.other_side == "the employer"


def test_a_name_says_who_is_meant_where_two_have_it():
    namesake = Panelist(id="board", name="Ann Lee", role="Chair")
    assert agenda(CEO, CFO).name_of("ceo") == "Ann Lee"
    assert agenda(CEO, namesake).name_of("ceo") == "Ann Lee (CEO)"
    assert agenda(CEO, CFO).name_of("ceo", candidate="Ann Lee") == "Ann Lee (CEO)"
    same_role = Panelist(id="second", name="Ann Lee", role="CEO")
    assert agenda(CEO, same_role).name_of("ceo") == "Ann Lee (ceo)"
    no_role = Panelist(id="guest", name="Ann Lee")
    assert agenda(CEO, no_role).name_of("guest") == "Ann Lee (guest)"


def test_who_is_nobody_on_the_panel_has_no_other_name():
    assert agenda(CEO).name_of("former") == "former"
    assert agenda(CEO).name_of(None) == ""
