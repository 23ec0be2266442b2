"""Adjustments make segments longer and add breaks, once, when a file is read."""

from facilitator.agenda_files import parse
from facilitator.domain.plan.adjusting import adjusted, is_shown, without_adjustments
from facilitator.domain.plan.agenda import Agenda

SEGMENTS = """\
title: T
segments:
  - {title: One, length: 10m}
  - {title: Pause, kind: break, length: 5m}
  - {title: Two, length: 9m, at_least: 8m}
adjustments:
"""


def read(adjustments: str) -> Agenda:
    loaded = parse(SEGMENTS + adjustments, "a.yaml")
    assert loaded.agenda is not None, loaded.complaints
    return loaded.agenda


def minutes(agenda: Agenda) -> list[float]:
    return [segment.length_seconds / 60 for segment in agenda.segments]


def test_time_is_added_to_every_segment_but_the_breaks():
    assert minutes(read("  - {what: More, extra: 2m}")) == [12, 5, 11]


def test_a_share_is_added_in_whole_minutes_rounded_up():
    assert minutes(read("  - {what: More, extra_percent: 25}")) == [13, 5, 12]


def test_only_the_segments_that_are_named_are_meant():
    assert minutes(read("  - {what: More, extra: 2m, segments: [two]}")) == [10, 5, 11]


def test_what_was_added_is_not_saved_again():
    two = read("  - {what: More, extra: 2m}").segments[-1]
    assert two.shortest_seconds == 10 * 60


def test_a_break_follows_each_segment_but_the_last_and_keeps_its_minutes():
    agenda = read("  - {what: Rest, break: 3m}")
    assert minutes(agenda) == [10, 3, 5, 9]
    assert (agenda.segments[1].title, agenda.segments[1].is_protected) == ("Break", True)


def test_a_made_break_takes_no_id_that_is_there():
    text = SEGMENTS.replace("title: Pause", "title: Pause, id: break-after-one") + "  - {what: Rest, break: 3m}"
    agenda = parse(text, "a.yaml").agenda
    assert agenda is not None
    assert len({segment.id for segment in agenda.segments}) == 4


def test_the_times_stay_when_the_words_are_taken_out():
    agenda = read("  - {what: More, extra: 2m}")
    private = without_adjustments(agenda)
    assert not private.adjustments
    assert minutes(private) == minutes(agenda)
    assert adjusted(private) is private


def test_a_segment_that_isnt_there_is_complained_of():
    loaded = parse(SEGMENTS + "  - {what: More, extra: 2m, segments: [tow]}", "a.yaml")
    assert [str(complaint) for complaint in loaded.complaints] == [
        "a.yaml:7:40: error: no segment has the id 'tow' (did you mean 'two'?)"
    ]


def test_a_question_is_shown_if_it_says_so_or_all_are():
    asked = SEGMENTS.replace("length: 10m", "length: 10m, questions: [{id: a, ask: A, show: true}, {id: b, ask: B}]")
    agenda = parse(asked.removesuffix("adjustments:\n"), "a.yaml").agenda
    known = parse(asked + "  - {what: Known, questions_beforehand: true}", "a.yaml").agenda
    assert agenda is not None
    assert known is not None
    assert [is_shown(agenda, name) for name in "ab"] == [True, False]
    assert [is_shown(known, name) for name in "ab"] == [True, True]
