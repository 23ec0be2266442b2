"""Which session is meant by somebody who doesn't type its id."""

import pytest

from facilitator.workspace.errors import NextStep, Step, WrongRequest
from facilitator.workspace.finding.which_session import which_session

ENDED = "00:00 /start\n01:00 a note\n02:00 /end"


@pytest.fixture
def robin(keep) -> str:
    return keep(ENDED, starts="2026-01-05 10:00")


@pytest.fixture
def zoe(robin, keep) -> str:
    return keep(ENDED, "Zoë Ng", starts="2026-01-06 10:00")


def test_without_a_word_it_is_the_one_used_last(workspace, robin, zoe):
    assert which_session(workspace) == which_session(workspace, "last") == which_session(workspace, "LAST") == zoe


def test_the_only_one_is_found_although_how_it_was_opened_is_lost(workspace, robin):
    journal = workspace.home.path(robin, "journal")
    journal.write_bytes(journal.read_bytes().replace(b"SessionOpened", b"SessionClosed"))
    assert workspace.reindex() == 0
    assert which_session(workspace) == robin


def test_one_that_is_only_planned_is_not_the_last_unless_there_is_no_other(workspace, keep):
    planned = keep("00:00 a thought before the start", starts="2026-01-08 10:00")
    assert which_session(workspace) == planned
    begun = keep("00:00 /start\n01:00 a note", starts="2026-01-05 10:00")
    assert which_session(workspace) == begun
    assert which_session(workspace, "@1") == planned


def test_a_place_counts_as_the_list_does(workspace, robin, zoe):
    assert [which_session(workspace, place) for place in ("@1", "@2")] == [zoe, robin]
    with pytest.raises(WrongRequest, match="There is no “@3”, only 2 sessions"):
        which_session(workspace, "@3")


@pytest.mark.parametrize("said", ["zoe", "Zoë Ng", "ng zoe", "ZO", "2026-01-06", "01-06", "short 06"])
def test_any_part_that_only_one_has_will_do_in_any_order_and_spelling(workspace, zoe, said):
    assert which_session(workspace, said) == zoe


def test_a_whole_word_comes_before_a_part_of_one(workspace, keep, robin):
    keep(ENDED, "Robina Vale", starts="2026-01-07 10:00")
    assert which_session(workspace, "robin") == robin


def test_those_that_could_be_meant_are_listed_with_their_candidates(workspace, robin, zoe):
    with pytest.raises(WrongRequest) as several:
        which_session(workspace, "talk")
    assert str(several.value) == f"“talk” could be {zoe} (Zoë Ng), {robin} (Robin Reyes)."


def test_many_of_them_are_counted(workspace, keep):
    for day in range(1, 8):
        keep(ENDED, starts=f"2026-01-0{day} 10:00")
    with pytest.raises(WrongRequest, match="and 2 more"):
        which_session(workspace, "reyes")


@pytest.mark.parametrize("said", ["", "  ", "nobody", "@0", "@", "@-1"])
def test_what_means_nothing_is_refused(workspace, robin, said):
    with pytest.raises(WrongRequest) as wrong:
        which_session(workspace, said)
    assert "There is no session" in str(wrong.value)


def test_where_there_is_no_session_yet_one_is_to_be_begun(workspace):
    with pytest.raises(WrongRequest, match="There is no session yet") as wrong:
        which_session(workspace)
    assert wrong.value.next_step == NextStep(Step.BEGIN)
    with pytest.raises(WrongRequest, match="There is no session yet") as wrong:
        which_session(workspace, "@1", Step.HOST)
    assert wrong.value.next_step == NextStep(Step.HOST)


def test_one_that_cannot_be_read_is_still_found_by_its_id(workspace, robin):
    workspace.home.path(robin, "journal").write_bytes(b"torn")
    assert which_session(workspace, robin[:-1]) == robin


def test_one_whose_journal_somebody_took_away_is_not_meant(workspace, robin, keep):
    gone = keep(ENDED, starts="2026-01-06 10:00")
    workspace.home.path(gone, "journal").unlink()
    assert which_session(workspace) == which_session(workspace, "robin") == robin
