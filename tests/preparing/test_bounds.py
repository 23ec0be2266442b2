"""Up to 5 MB: within two seconds and 256 MB, whatever the file is; nothing is slow on purpose-made text."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import PIPE
from threading import Timer

import pytest

from tests.preparing.manuscript.office.calendars import GOOGLE
from tests.preparing.manuscript.office.made_files import archive, word, workbook, writer

MEGABYTE = 1024 * 1024
LIMIT_SECONDS = 2.0
"""On a machine that counts to a million in `COUNTING_SECONDS`; where that takes longer, so may an import."""
COUNTING_SECONDS = 0.035
LIMIT_BYTES = 256 * MEGABYTE

CONTENT = {
    "words.txt": "Why do you stay and what would you change? " * 110_000,
    "lines.txt": "Why?\n" * 1_000_000,
    "brackets.md": "(" * 250_000,
    "square.md": "[" * 30_000,
    "pictures.md": "![a](" * 10_000,
    "cells.md": "|a|\n|-|\n" + "|x" * 29_900,
    "nested.md": "\n".join(f"{' ' * (2 * depth)}- a" for depth in range(400)),
    "spaces.md": f"# Guide\n\n## Part (10 min)\n\nFirst line\nIntro{' ' * 200_000}x\n",
    "spaces.txt": f"First line\nIntro{' ' * 200_000}x (10 min)\n",
    "stars.md": "*a _b " * 40_000,
    "links.md": "[a](" * 60_000,
    "quotes.md": "> " * 100_000,
    "headings.md": "# A (5 min)\n" * 20_000,
    "parts.md": "# A (5 min)\n" * 3000,
    "parts.txt": "A (5 min)\n" * 3000,
    "questions.txt": "1. Why? How?\n" * 3000,
    "tags.html": "<p>Why?" * 9900,
    "open-tags.html": "<a " * 300_000,
    "open-comments.html": "<!--" * 250_000,
    "open-ends.html": "</a x" * 200_000,
    "open-quotes.html": '<a b="' * 160_000,
    "open-sections.html": "<![CDATA[" * 100_000,
    "sections.rst": "Title\n=====\n\n" * 500,
    "page.html": "<p>Why? <b>And</b>" * 250_000,
    "deep.html": "<div>" * 900_000,
    "table.html": "<table>" + "<tr><td>a<td>5 min" * 200_000,
    "rows.csv": "Topic,Minutes\n" + "A,5\n" * 1_200_000,
    "topics.csv": "Topic,Question\n" + "".join(f"Topic {number},Why?\n" for number in range(4900)),
    "sums.csv": "Topic,Minutes\n" + "A,5\nSubtotal,6\n" * 2400,
    "wide.csv": "a," * 2_500_000,
    "list.json": "[" + '"Why?",' * 600_000 + '"x"]',
    "deep.json": "[" * 2_000_000,
    "cells.rst": ("+-" * 40 + "+\n|" + "a|" * 40 + "\n") * 700,
    "guide.rst": "Title\n=====\n\n" * 15_000,
    "guide.adoc": "== A (5 min)\n* Why?\n" * 12_000,
}
CELL = "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"
OFFICE: dict[str, Callable[[], bytes]] = {
    "paragraphs.docx": lambda: word([("", "Why?")] * 60_000),
    "pages.docx": lambda: word([("", "Why do you stay?")] * 6000),
    "words.docx": lambda: word([("", "why " * 4_000_000)]),
    "rows.docx": lambda: word(
        [("", f"</w:t></w:r></w:p><w:tbl>{f'<w:tr>{CELL}</w:tr>' * 20_000}</w:tbl><w:p><w:r><w:t>")]
    ),
    "blanks.docx": lambda: archive({"word/document.xml": f"<a>{' ' * 50_000_000}</a>"}),
    "paragraphs.odt": lambda: writer("<text:p>x</text:p>" * 500_000),
    "pages.odt": lambda: writer("<text:p>Why do you stay?</text:p>" * 29_000),
    "deep.odt": lambda: writer("<text:section>" * 20_000 + "</text:section>" * 20_000),
    "spaces.odt": lambda: writer(f"<text:p>{'<text:s/>' * 900_000}</text:p>"),
    "rows.xlsx": lambda: workbook({"Plan": [["A", 5]] * 100_000}),
    "plan.xlsx": lambda: workbook({"Plan": [["Topic", "Minutes", "Notes"], *[["A", 5, "why we do it"]] * 4900]}),
    "cells.csv": lambda: b"a,5," + b"x," * 190 + (b"\na,5," + b"x," * 190) * 4900,
    "keys.json": lambda: json.dumps([{f"key {number}": "x"} for number in range(4900)]).encode(),
    "events.ics": lambda: b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nSUMMARY:A\nEND:VEVENT\n" * 20_000 + b"END:VCALENDAR\n",
    "guests.ics": lambda: GOOGLE.replace("END:VEVENT", "ATTENDEE:mailto:a@b.c\n" * 30_000 + "END:VEVENT").encode(),
}
LONGEST_WAIT_SECONDS = 60
PROGRAM = """
import os, sys, time
from pathlib import Path
from facilitator.preparing.guide_import import import_guide

def count():
    return sum(number & 1 for number in range(1_000_000))

def seconds_of(do, *what):
    begun = time.process_time()
    do(*what)
    return time.process_time() - begun

def used(path):
    before, seconds, after = seconds_of(count), seconds_of(import_guide, path), seconds_of(count)
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else ()
    return seconds, max(before, after), next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)

for line in sys.stdin:
    if not os.fork():
        print(*used(Path(line.rstrip())), flush=True)
        os._exit(0)
    if os.wait()[1]:
        print("failed", flush=True)
"""
"""Imports one file after another, each in a process that has the importer loaded and nothing else done."""


@pytest.fixture(scope="module")
def importer() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", PROGRAM]
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True, start_new_session=True) as started:
        yield started


@pytest.mark.parametrize("name", [*CONTENT, *OFFICE])
def test_a_file_of_any_kind_is_imported_or_refused_in_time(name: str, importer: subprocess.Popen[str], tmp_path: Path):
    path = tmp_path / name
    path.write_bytes(OFFICE[name]() if name in OFFICE else CONTENT[name].encode())
    assert importer.stdin is not None
    assert importer.stdout is not None
    print(path, file=importer.stdin, flush=True)
    too_long = Timer(LONGEST_WAIT_SECONDS, os.killpg, (importer.pid, signal.SIGKILL))  # the one that imports as well
    too_long.start()
    told = importer.stdout.readline()
    too_long.cancel()
    assert told not in ("", "failed\n")
    seconds, counting, most_kib = told.split()
    assert float(seconds) < LIMIT_SECONDS * max(1.0, float(counting) / COUNTING_SECONDS)
    assert int(most_kib) * 1024 < LIMIT_BYTES
