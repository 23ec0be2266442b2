"""The measurements mean what they say: what takes twice as long shows as twice, and what never comes is told."""

import json
import sys
from pathlib import Path

import pytest

from benchmarks import report
from benchmarks.measure import Measure, in_turn, percentile, ratio
from benchmarks.painting import NeverPainted, first_frame, paint_delays
from benchmarks.process import CAN_TELL, cpu_seconds, resident_mib
from benchmarks.programs import environment
from benchmarks.rows import ROWS
from benchmarks.terminal import ROWS as HEIGHT
from benchmarks.terminal import Chunk, Terminal

SLEEPER = str(Path(__file__).with_name("sleeper.py"))
WORD = "panel"


def frame_and_keys(milliseconds, home):
    """Seconds to the first frame, and the shortest of those from a key to its paint: a busy machine only adds to it."""
    with Terminal([sys.executable, SLEEPER, str(milliseconds)], environment(home)) as terminal:
        terminal.read_until_quiet()
        frame = first_frame(terminal.chunks, ["row 36"]) - terminal.started_at
        written = terminal.press(WORD, [milliseconds / 1000 + 0.05] * len(WORD))
        terminal.read_for(0.1)
        shown = [WORD[: end + 1] for end in range(len(WORD))]
        return frame, percentile(paint_delays(terminal.chunks, written, shown), 0)


def test_a_program_made_twice_as_slow_shows_as_twice(tmp_path):
    pairs = [(frame_and_keys(200, tmp_path), frame_and_keys(400, tmp_path)) for _ in range(2)]
    keys = ratio("keys", "", 1, [tuple(min(one[1] for one in ways) for ways in zip(*pairs, strict=True))], "s")
    later = min(twice[0] for _, twice in pairs) - min(once[0] for once, _ in pairs)
    assert keys.value == pytest.approx(2, abs=0.4)
    assert later == pytest.approx(0.2, abs=0.15)


def test_pairs_run_in_turn_and_the_first_of_each_does_not_count():
    ran = []

    def program(name, seconds):
        def run():
            ran.append(name)
            return seconds

        return run

    pairs = in_turn(program("bare", 1.0), program("ours", 3.0), 2)
    assert ran == ["bare", "ours"] * 3
    assert pairs == [(1.0, 3.0)] * 2


def test_the_median_counts():
    measure = ratio("what", "bare", 2.0, [(1.0, 2.0), (1.0, 9.0), (2.0, 2.0)], "ms")
    assert (measure.value, measure.is_met) == (2.0, True)
    assert (measure.ours, measure.bare) == (2.0, 1.0)


@pytest.mark.parametrize(("percent", "expected"), [(50, 51), (99, 100), (100, 100), (0, 1)])
def test_a_percentile_is_one_of_the_values(percent, expected):
    assert percentile(range(100, 0, -1), percent) == expected


def test_a_frame_is_first_painted_when_all_rows_and_texts_are_there():
    rows = [Chunk(at, b"\x1b[%d;1Hrow" % at) for at in range(1, HEIGHT + 1)]
    assert first_frame(rows, []) == HEIGHT
    assert first_frame([*rows, Chunk(50, b"\x1b[2;9Hclock")], ["clock"]) == 50
    with pytest.raises(NeverPainted, match="notes"):
        first_frame(rows, ["notes"])


def test_output_that_has_nothing_to_do_with_a_key_is_not_its_paint():
    chunks = [Chunk(1.0, b"a"), Chunk(2.0, b"\x1b[9;1H12:00"), Chunk(2.5, b"\x1b[1;2Hb")]
    assert paint_delays(chunks, [0.5, 1.5], ["a", "ab"]) == [0.5, 1.0]


def test_a_lost_key_is_told():
    with pytest.raises(NeverPainted, match="'ab'"):
        paint_delays([Chunk(1.0, b"a")], [0.5, 0.6], ["a", "ab"])


@pytest.mark.skipif(not CAN_TELL, reason="only Linux tells")
def test_the_kernel_tells_what_a_program_uses(tmp_path):
    busy = "while True: pass"
    with Terminal([sys.executable, "-c", busy], environment(tmp_path)) as terminal:
        terminal.read_for(0.2)
        before = cpu_seconds(terminal.pid)
        terminal.read_for(0.3)
        assert 0 < cpu_seconds(terminal.pid) - before < 1
        assert resident_mib(terminal.pid) > 1


def results(*measures):
    machine = report.Machine("Linux", "A processor", 2, "3.11.1", "8.2.8")
    return report.Results(machine, 11, measures)


MEASURES = (
    Measure("first frame", "an empty app", 1.6, "×", (1.5, 1.2, 1.9), 150.0, 100.0, "ms"),
    Measure("search", "", 10, "ms", (12.345,)),
)


def test_the_table_has_a_line_per_measure_and_names_the_machine():
    lines = report.table(results(*MEASURES)).splitlines()
    assert lines[0] == "A processor, 2 cores, Linux; Python 3.11.1, Textual 8.2.8; median of 11 pairs."
    assert lines[-2] == "| first frame | an empty app | ≤ 1.6× | **1.5×** | 1.2-1.9 | 150 ms | 100 ms | yes |"
    assert lines[-1] == "| search |  | ≤ 10 ms | **12.3 ms** | 12.3-12.3 |  |  | no |"


def test_the_json_has_every_value():
    rows = json.loads(report.as_json(results(*MEASURES)))["measures"]
    assert [row["values"] for row in rows] == [[1.5, 1.2, 1.9], [12.345]]
    assert [row["met"] for row in rows] == [True, False]


def test_the_table_in_the_readme_is_replaced_and_nothing_else():
    readme = (Path(report.__file__).parent / "README.md").read_text("utf-8")
    changed = report.in_readme(readme, results(*MEASURES))
    assert "| first frame | an empty app |" in changed
    assert changed.split(report.TABLE_BEGINS)[0] == readme.split(report.TABLE_BEGINS)[0]
    assert changed.split(report.TABLE_ENDS)[1] == readme.split(report.TABLE_ENDS)[1]
    with pytest.raises(ValueError, match="marks"):
        report.in_readme("no marks here", results(*MEASURES))


def test_the_readme_names_every_row():
    readme = (Path(report.__file__).parent / "README.md").read_text("utf-8")
    assert [name for name in ROWS if f"`{name}`" not in readme] == []
