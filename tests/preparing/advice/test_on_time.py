"""Advice on time goes by minutes, and leaves alone what fits."""

from tests.preparing.advice.advising_on import SOUND, advice_on, changed, codes, parts

USUAL = ("opening 5m", "workshop 40m", "candidate_questions 10m", "closing 5m")


def test_a_full_slot_needs_a_buffer():
    assert codes(parts(*USUAL)) == ["time/no-buffer"]
    [advice] = advice_on(parts(*USUAL))
    assert "about 3 minutes free" in advice.suggestion


def test_free_minutes_are_a_buffer():
    assert codes(parts("opening 5m", "workshop 37m", "candidate_questions 10m", "closing 5m")) == []


def test_a_segment_that_may_be_dropped_or_shortened_is_a_buffer():
    assert codes(SOUND) == []
    assert codes(SOUND.replace("at_least: 20m", "optional: true")) == []
    assert codes(SOUND.replace("at_least: 20m", "at_least: 24m")) == ["time/no-buffer"]


def test_time_that_a_candidate_gets_on_top_is_no_buffer():
    extra = {"adjustments": [{"what": "More time", "extra_percent": 20}], "length": "72m"}
    assert codes(changed(extra, parts(*USUAL))) == ["time/no-buffer"]
    assert codes(changed(extra, SOUND)) == []


def test_a_slot_that_is_exceeded_is_a_complaint_and_no_advice():
    assert codes(parts(*USUAL, length="45m")) == []


def test_an_agenda_says_how_long_the_slot_is():
    assert codes(parts(*USUAL, length=None)) == ["time/no-slot"]


def questions(*lengths: str | None, **more: object) -> str:
    asked = [{"ask": f"What did you build in year {i}?", "length": one, **more} for i, one in enumerate(lengths)]
    segments = [
        {"title": "Talk", "length": "10m", "questions": asked},
        *[{"title": kind, "kind": kind, "length": "10m"} for kind in ("opening", "workshop", "candidate_questions")],
        {"title": "closing", "kind": "closing", "length": "5m"},
    ]
    return changed({"segments": segments})


def test_questions_that_take_longer_than_their_segment_are_told():
    assert codes(questions("5m", "5m")) == []
    assert codes(questions("5m", "6m")) == ["time/questions-too-long"]


def test_one_that_each_has_to_cover_is_asked_by_every_rater():
    assert codes(questions("6m", each=True)) == ["time/questions-too-long"]


def test_must_asks_that_do_not_fit_are_a_complaint_already():
    assert codes(questions("5m", "6m", must=True, owner="bo")) == []


def test_questions_without_an_estimate_have_a_minute_each_at_least():
    assert codes(questions(*[None] * 10)) == []
    assert codes(questions(*[None] * 11)) == ["time/questions-too-many"]
    assert codes(questions("9m", None)) == []
    assert codes(questions("9m", None, None)) == ["time/questions-too-many"]


def test_three_hours_need_a_break_somewhere():
    long = ("opening 10m", "workshop 100m", "presentation 70m", "candidate_questions 30m", "closing 5m")
    assert codes(parts(*long, length="240m")) == ["time/no-break"]
    assert codes(parts(*long[:2], "break 10m", *long[2:], length="240m")) == []
