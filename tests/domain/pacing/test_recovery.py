"""The ways out when an interview runs late: what each costs, when it ends then, and that nothing happens unasked."""

import pytest

from facilitator.domain.pacing.recovery import needed_to_recover_seconds, recovery_choices, shares
from facilitator.domain.text.durations import over_under
from tests.domain.interviews import Room, agenda, ask, part

PLAN = agenda(
    part("Opening", "5m"),
    part("Talk", "12m", questions=[ask("slip", "4m", must=True), ask("cost", "3m"), ask("guess", "3m")]),
    part("Break", "4m", kind="break", optional=True, at_least="1m"),
    part("Work", "20m", kind="workshop", at_least="16m", questions=[ask("map", "8m", must=True)]),
    part("Theirs", "15m", kind="candidate_questions"),
    part("Closing", "4m"),
)  # 60 minutes; beyond the shortest: Talk 6, Break 3, Work 4, Closing 2


def offers(room: Room, at: str) -> list[str]:
    """`trim: …, ends 60:00, on time`"""
    return [
        f"{way.word}: {way.cost}, ends {room.text(way.ends_at)}, {over_under(way.over_seconds)}"
        for way in recovery_choices(room.session, room.at(at))
    ]


def test_every_way_has_its_price_and_its_end():
    assert offers(Room(PLAN, "0:00 /start"), "8:00") == [
        "trim: 1:12 less for “Talk”, 0:36 less for “Break”, 0:48 less for “Work” and 1 more, ends 1:00:00, on time",
        "skip: without “Break” (4:00), ends 59:00, 1:00 under",
        "drop: without q3, ends 1:00:00, on time",
        "from 2: 3:00 less for “Talk”, ends 1:00:00, on time",
        "from 3: 3:00 less for “Break”, ends 1:00:00, on time",
        "from 4: 3:00 less for “Work”, ends 1:00:00, on time",
        "late: no segment gets shorter, ends 1:03:00, 3:00 over",
        "from 5!: takes 3:00 of the 15:00 promised, ends 1:00:00, on time",
    ]


def test_more_than_can_be_recovered_is_said():
    assert offers(Room(PLAN, "0:00 /start"), "25:00") == [
        "trim: 6:00 less for “Talk”, 3:00 less for “Break”, 4:00 less for “Work” and 1 more, ends 1:05:00, 5:00 over",
        "skip: without “Break” (4:00), ends 1:16:00, 16:00 over",
        "drop: without q2, q3, ends 1:14:00, 14:00 over",
        "from 2: 6:00 less for “Talk”, ends 1:14:00, 14:00 over",
        "from 3: 3:00 less for “Break”, ends 1:17:00, 17:00 over",
        "from 4: 4:00 less for “Work”, ends 1:16:00, 16:00 over",
        "late: no segment gets shorter, ends 1:20:00, 20:00 over",
        "from 5!: takes 7:30 of the 15:00 promised, ends 1:12:30, 12:30 over",
    ]


@pytest.mark.parametrize(
    ("planned", "hard_stop", "script", "at", "need"),
    [
        (None, None, "", "0:00", 0),
        (None, None, "0:00 /start", "4:00", 0),
        (None, None, "0:00 /start", "8:00", 180),
        (None, None, "0:00 /start\n3:00 /next", "4:00", 0),
        (None, None, "0:00 /start\n8:00 /next", "8:30", 180),
        (None, "57:00", "0:00 /start", "1:00", 180),
        (None, "57:00", "0:00 /start", "8:00", 360),
        (None, "70:00", "0:00 /start", "8:00", 180),
        # A hard stop forgives no late start.
        ("0:00", "60:00", "5:00 /start", "6:00", 300),
        (None, "60:00", "", "5:00", 300),
        (None, None, "0:00 /start\n9:00 /end", "70:00", 0),
    ],
)
def test_how_much_has_to_go(planned, hard_stop, script, at, need):
    room = Room(PLAN, script, planned=planned, hard_stop=hard_stop)
    assert needed_to_recover_seconds(room.session, room.at(at)) == need
    assert bool(recovery_choices(room.session, room.at(at))) == bool(need)


def test_a_second_is_recovered_once_it_has_passed():
    room = Room(PLAN, "0:00 /start")
    assert needed_to_recover_seconds(room.session, room.at("5:00") + 999) == 0
    assert needed_to_recover_seconds(room.session, room.at("5:01")) == 1


def test_asking_changes_nothing():
    room = Room(PLAN, "0:00 /start")
    kept = room.log.events
    assert recovery_choices(room.session, room.at("9:00"))
    assert room.log.events == kept


class TestLeavingOut:
    def test_takes_the_shortest_segment_that_is_enough(self):
        plan = agenda(
            part("Talk", "5m"),
            part("A", "9m", optional=True),
            part("B", "3m", optional=True),
            part("C", "4m", optional=True),
        )
        assert "skip: without “B” (3:00), ends 21:00, on time" in offers(Room(plan, "0:00 /start"), "8:00")

    def test_takes_all_of_them_if_none_is_enough(self):
        plan = agenda(
            part("Talk", "5m"), part("A", "2m", optional=True), part("B", "3m", optional=True), part("C", "4m")
        )
        assert "skip: without “A” (2:00), without “B” (3:00), ends 19:00, 5:00 over" in offers(
            Room(plan, "0:00 /start"), "15:00"
        )

    def test_names_the_must_asks_that_would_go(self):
        plan = agenda(
            part("Talk", "5m"), part("Extra", "6m", optional=True, questions=[ask("why", must=True), ask("who")])
        )
        assert "skip: without “Extra” (6:00); loses must-ask q1, ends 6:00, 5:00 under" in offers(
            Room(plan, "0:00 /start"), "6:00"
        )

    def test_never_takes_a_protected_segment(self):
        plan = agenda(part("Talk", "5m"), part("Theirs", "6m", kind="candidate_questions", optional=True))
        assert [way.word for way in recovery_choices(room(plan).session, room(plan).at("6:00"))] == ["late", "from 2!"]

    def test_is_not_offered_for_what_was_left_out_already(self):
        started = Room(PLAN, "0:00 /start\n1:00 /skip 3")
        words = [way.word for way in recovery_choices(started.session, started.at("20:00"))]
        assert words == ["trim", "drop", "from 2", "from 4", "from 6", "late", "from 5!"]


class TestDropping:
    def test_takes_neither_must_asks_nor_what_was_asked(self):
        started = Room(PLAN, "0:00 /start\n6:00 /ask cost")
        assert "drop: without q3, ends 1:02:00, 2:00 over" in offers(started, "10:00")

    def test_takes_no_more_from_a_segment_than_it_can_give(self):
        plan = agenda(
            part("Talk", "5m"), part("Ask", "6m", at_least="5m", questions=[ask("one", "3m"), ask("two", "3m")])
        )
        assert "drop: without q2, ends 13:00, 2:00 over" in offers(Room(plan, "0:00 /start"), "8:00")

    def test_is_not_offered_where_there_is_nothing_to_drop(self):
        plan = agenda(part("Talk", "5m"), part("Ask", "6m", questions=[ask("one", "3m", must=True)]))
        assert not [offer for offer in offers(Room(plan, "0:00 /start"), "8:00") if offer.startswith("drop")]


class TestBorrowing:
    def test_is_offered_from_the_three_with_the_most_to_give(self):
        plan = agenda(part("Talk", "5m"), part("A", "4m"), part("B", "10m"), part("C", "2m"), part("D", "6m"))
        started = room(plan)
        words = [way.word for way in recovery_choices(started.session, started.at("6:00"))]
        assert words == ["trim", "from 2", "from 3", "from 5", "late"]

    def test_is_not_offered_when_it_is_the_same_as_trimming(self):
        plan = agenda(part("Talk", "5m"), part("A", "4m"))
        assert [offer.partition(":")[0] for offer in offers(room(plan), "6:00")] == ["trim", "late"]


def optional(*parts: str):
    return [part(*each.split(), optional=True) for each in parts]


def room(plan) -> Room:
    return Room(plan, "0:00 /start")


@pytest.mark.parametrize(
    ("need", "rooms", "expected"),
    [
        (0, [10, 10], [0, 0]),
        (10, [10, 10], [5, 5]),
        (10, [30, 10], [8, 2]),
        (1, [10, 10, 10], [1, 0, 0]),
        (20, [5, 10], [5, 10]),
        (10, [0, 10], [0, 10]),
        (10, [], []),
        (10, [0, 0], [0, 0]),
        (7, [3, 3, 3], [3, 2, 2]),
    ],
)
def test_shares(need: int, rooms: list[int], expected: list[int]):
    assert shares(need, rooms) == expected


class TestTheRunningSegment:
    def test_gives_of_what_it_has_left(self):
        words = offers(Room(PLAN, "0:00 /start\n8:00 /next"), "9:00")
        assert words[0].startswith("trim: 1:12 less for “Talk”, ")
        assert "from 2: 3:00 less for “Talk”, ends 1:00:00, on time" in words

    def test_in_the_last_one_what_is_left_can_be_trimmed_and_questions_dropped(self):
        plan = agenda(
            part("Talk", "5m"), part("Last", "10m", questions=[ask("why", "3m", must=True), ask("who", "3m")])
        )
        assert offers(Room(plan, "0:00 /start\n7:00 /next"), "8:00") == [
            "trim: 2:00 less for “Last”, ends 15:00, on time",
            "drop: without q2, ends 15:00, on time",
            "late: no segment gets shorter, ends 17:00, 2:00 over",
        ]

    def test_over_its_time_in_the_last_one_there_is_only_to_run_late(self):
        plan = agenda(part("Talk", "5m"), part("Last", "5m"))
        words = [way.word for way in recovery_choices(Room(plan, "0:00 /start\n5:00 /next").session, Room.at("11:00"))]
        assert words == ["late"]


class TestThePromisedEnd:
    """Planned for 0:00 and begun at 4:00, the interview is on plan, and ends four minutes later than promised."""

    def test_can_be_aimed_at(self):
        room = Room(PLAN, "4:00 /start", planned="0:00")
        ways = recovery_choices(room.session, room.at("5:00"))
        assert [way.word for way in ways] == ["trim promised", "skip promised", "drop promised"]
        assert [way.late_end_seconds for way in ways] == [0, 0, 0]
        assert ways[0].title == "Trim the rest, to end as promised"

    def test_beside_the_plans_length(self):
        room = Room(PLAN, "4:00 /start\n10:00 /next", planned="0:00")
        ways = {way.word: way for way in recovery_choices(room.session, room.at("11:00"))}
        assert (ways["trim"].over_seconds, ways["trim"].late_end_seconds) == (0, 240)
        assert (ways["trim promised"].over_seconds, ways["trim promised"].late_end_seconds) == (-240, 0)

    @pytest.mark.parametrize("line", ["/recover trim promised", "/recover trim", "/recover a"])
    def test_is_chosen_by_its_word_and_without_it_if_nothing_else_is_to_be_aimed_at(self, line: str):
        room = Room(PLAN, "4:00 /start", planned="0:00").wait_until("5:00")
        said = room.conductor.submit(line).said
        assert said.endswith(" Ends 11:00, as promised.")

    def test_within_the_minute_of_the_plan_is_no_other_end(self):
        room = Room(PLAN, "0:59 /start", planned="0:00")
        assert recovery_choices(room.session, room.at("2:00")) == ()


class TestTheHardStop:
    def test_leaves_out_what_would_end_behind_it(self):
        room = Room(PLAN, "0:00 /start", hard_stop="61:00")
        ways = recovery_choices(room.session, room.at("8:00"))
        assert "late" not in [way.word for way in ways]
        assert all(way.is_in_time for way in ways)

    def test_is_told_of_each_way_if_none_keeps_it(self):
        room = Room(PLAN, "0:00 /start", hard_stop="40:00").wait_until("8:00")
        assert not any(way.is_in_time for way in recovery_choices(room.session, room.at("8:00")))
        assert room.conductor.submit("/recover late").said == (
            "Run late: no segment gets shorter. Ends 11:03, 3:00 over, 23:00 past the hard stop."
        )

    def test_kept_by_protected_time_alone_leaves_the_others_to_choose_from(self):
        plan = agenda(part("Talk", "5m"), part("A", "2m"), part("Theirs", "10m", kind="candidate_questions"))
        room = Room(plan, "0:00 /start", hard_stop="16:00")
        assert [way.word for way in recovery_choices(room.session, room.at("8:00"))] == ["trim", "late", "from 3!"]
