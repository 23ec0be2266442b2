"""Every format and every audience, as files to look at: what the bundled rehearsal comes to.

After a change that is meant: `FACILITATOR_GOLDEN=write python -m pytest tests/reports/test_golden.py`,
then read the difference. Of a Word file it is what another program reads in it.
"""

import os
import re
from pathlib import Path

import mammoth
import pytest

from facilitator import reports
from facilitator.reports import Audience, Extent, Options
from facilitator.workspace.exports import write_export

GOLDEN = Path(__file__).parent / "golden"
CASES = {
    **{f"panel{kept.suffix or '-csv'}": (name, Options()) for name, kept in reports.FORMATS.items()},
    "panel-brief.docx": ("word", Options(extent=Extent.BRIEF)),
    **{f"{audience}.md": ("md", Options(audience=audience)) for audience in Audience if audience != Audience.PANEL},
    "next-round.txt": ("text", Options(audience=Audience.NEXT_ROUND)),
    "candidate.txt": ("text", Options(audience=Audience.CANDIDATE)),
    "candidate.html": ("html", Options(audience=Audience.CANDIDATE)),
    "redacted.md": ("md", Options(redact=True)),
}


@pytest.mark.parametrize("name", CASES)
def test_it_comes_out_as_it_did(final_round, name, tmp_path):
    format_name, options = CASES[name]
    made = write_export(final_round, format_name, tmp_path / name, options)
    for file in sorted(made.iterdir()) if made.is_dir() else [made]:
        kept = GOLDEN / kept_as(str(file.relative_to(tmp_path)))
        if os.environ.get("FACILITATOR_GOLDEN") == "write":
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(to_look_at(file))
        assert to_look_at(file).decode() == kept.read_bytes().decode()


def test_every_file_kept_is_still_made():
    assert {path.name for path in GOLDEN.iterdir()} == set(map(kept_as, CASES))


def kept_as(name: str) -> str:
    return name.replace(".docx", ".docx.html")


def to_look_at(file: Path) -> bytes:
    """What is in a file; of a Word file, its headings, tables, lists and paragraphs, one a line."""
    if file.suffix != ".docx":
        return file.read_bytes()
    with file.open("rb") as content:
        read: str = mammoth.convert_to_html(content).value
    return re.sub(r"(</(?:h\d|tr|li|thead|table)>|</p>(?!</t)|<(?:ul|tbody|table)>)", r"\1\n", read).encode()
