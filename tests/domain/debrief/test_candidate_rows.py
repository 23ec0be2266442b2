"""What else the candidate was called is in the debrief, for whoever takes their names out of it."""

from msgspec import UNSET

from facilitator.domain.debrief.debrief import Debrief, debrief
from facilitator.domain.facts.kinds.candidate import CandidateNamed
from facilitator.domain.facts.kinds.session import Revoked
from tests.domain.session.recorded import minutes, session_of

RENAMED = (1, CandidateNamed(name="Zelda Newname"))


def debrief_with(*recorded) -> Debrief:
    return debrief(session_of(*recorded, candidate="Quentin Oldname"), minutes(9))


def test_a_name_they_had_before_is_one_of_the_others():
    renamed = debrief_with(RENAMED)
    assert (renamed.session.candidate, renamed.other_names) == ("Zelda Newname", ("Quentin Oldname",))


def test_a_name_that_was_taken_back_is_one_of_the_others():
    named = debrief_with(RENAMED, (2, Revoked(group="e1")))
    assert (named.session.candidate, named.other_names) == ("Quentin Oldname", ("Zelda Newname",))


def test_whoever_had_one_name_has_no_others():
    assert debrief_with().other_names is UNSET
