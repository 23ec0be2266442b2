"""Markers in each form: read back as what they are, whatever people wrote."""

import re
from itertools import pairwise

import pytest
from hypothesis import given

from facilitator.reports import Audience, ExportError, Options, export_text
from facilitator.reports.markers.marker_texts import audacity_labels, chapter_lines, webvtt_cues
from facilitator.reports.markers.markers import Marker, MarkerKind, Recording
from tests.reports.hostile import texts

AT = Recording(192)
CUE = re.compile(r"(\d\d+):([0-5]\d):([0-5]\d)\.000 --> (\d\d+):([0-5]\d):([0-5]\d)\.000\n([^\n]+)\n")


def made(debrief, name: str) -> str:
    return export_text(debrief, name, Options(recording=AT))


def test_the_start_lies_where_its_owner_says(final_round):
    assert made(final_round, "audacity").splitlines()[0].startswith("192.000000\t")
    assert made(final_round, "webvtt").split("\n")[2].startswith("00:03:12.000 --> ")
    before, first = made(final_round, "chapters").splitlines()[:2]
    assert (before, first.startswith("00:03:12 1 ")) == ("00:00:00 Before the interview", True)


@given(texts)
def test_audacity_reads_three_columns_whatever_people_wrote(written_all_over, text):
    for line in made(written_all_over(text), "audacity").splitlines():
        start, end, label = line.split("\t")
        assert float(start) <= float(end)
        assert label.strip()


@given(texts)
def test_a_cue_is_plain_text_whatever_people_wrote(written_all_over, text):
    head, _, rest = made(written_all_over(text), "webvtt").partition("\n\n")
    assert head == "WEBVTT"
    cues = rest.split("\n\n")
    for cue in cues:
        found = CUE.fullmatch(cue.rstrip("\n") + "\n")
        assert found, cue
        assert not re.search(r"[<>]|&(?!amp;|lt;|gt;)", found[7])


@given(texts)
def test_chapters_are_a_line_each_from_zero_on_and_ten_seconds_apart(written_all_over, text):
    times = []
    for line in made(written_all_over(text), "chapters").splitlines():
        stamp, _, label = line.partition(" ")
        hours, minutes, seconds = map(int, stamp.split(":"))
        times.append(hours * 3600 + minutes * 60 + seconds)
        assert label
    assert times[0] == 0
    assert all(later - earlier >= 10 for earlier, later in pairwise(times))


def test_nothing_makes_empty_files():
    assert (audacity_labels([]), webvtt_cues([])) == ("", "WEBVTT\n")
    assert chapter_lines([]) == "00:00:00 Before the interview\n"


def test_a_moment_is_a_cue_of_five_seconds():
    moment = Marker(3599, 3599, MarkerKind.NOTE, "a & <b>")
    assert webvtt_cues([moment]).endswith("00:59:59.000 --> 01:00:04.000\na &amp; &lt;b&gt;\n")


@pytest.mark.parametrize("name", ["audacity", "webvtt", "chapters"])
@pytest.mark.parametrize("audience", [Audience.CANDIDATE, Audience.NEXT_ROUND])
def test_markers_are_for_those_who_may_read_every_note(final_round, name, audience):
    with pytest.raises(ExportError, match="for the panel and the lead"):
        export_text(final_round, name, Options(audience))
    assert export_text(final_round, name, Options(Audience.LEAD))
