"""The pace of packets: so many at once, then so many a second, and not too many that nobody has shown to keep."""

from facilitator.sharing.syncing.pace import AT_ONCE, MOST_UNDER_WAY, PACKETS_A_SECOND, UNDER_WAY_SECONDS, Pace


def test_so_many_go_at_once_and_then_so_many_a_second():
    pace = Pace()
    for _ in range(2):
        assert pace.may_go(10.0) == MOST_UNDER_WAY
        pace.went(MOST_UNDER_WAY, 10.0)
        pace.are_kept(MOST_UNDER_WAY)
    assert pace.may_go(10.0) == 0
    assert pace.may_go(10.5) == PACKETS_A_SECOND // 2
    assert pace.may_go(10.5) == PACKETS_A_SECOND // 2


def test_a_long_rest_makes_up_for_no_more_than_that():
    pace = Pace()
    went = 0
    for now in (0.0, 3600.0):
        while some := pace.may_go(now):
            pace.went(some, now)
            pace.are_kept(some)
            went += some
    assert went == 2 * AT_ONCE


def test_whoever_is_behind_is_waited_for_but_not_for_ever():
    pace = Pace()
    pace.went(pace.may_go(0.0), 0.0)
    assert pace.may_go(UNDER_WAY_SECONDS) == 0
    pace.are_kept(7)
    assert pace.may_go(UNDER_WAY_SECONDS) == 7
    assert pace.may_go(UNDER_WAY_SECONDS + 0.1) == MOST_UNDER_WAY


def test_what_is_kept_of_earlier_times_counts_for_nothing():
    pace = Pace()
    pace.are_kept(5000)
    assert pace.may_go(0.0) == MOST_UNDER_WAY
