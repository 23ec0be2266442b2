"""What a file is, whatever its name says."""

from pathlib import Path

import pytest

from facilitator.preparing.manuscript.manuscript import UnreadableFileError
from facilitator.preparing.manuscript.recognizing import (
    LARGEST_GUIDE_BYTES,
    bounded_content,
    manuscript_of,
    read_manuscript,
    text_of_bytes,
)


@pytest.mark.parametrize(
    ("name", "content", "format"),
    [
        ("a.md", b"# A", "Markdown"),
        ("a.txt", b"A", "a plain text"),
        ("a", b"A", "a plain text"),
        ("a.txt", b"<!doctype html><p>x", "HTML"),
        ("a.csv", b"a,b\n", "comma-separated values"),
        ("a.tsv", b"a\tb\n", "tab-separated values"),
        ("a.json", b'["Why?"]', "JSON"),
        ("a.yaml", b"- Why?", "YAML"),
        ("a.rst", b"A", "reStructuredText"),
        ("a.adoc", b"= A", "AsciiDoc"),
        ("a.md", "# Ä".encode("utf-16"), "Markdown"),
    ],
)
def test_it_is_read_as_what_it_is(name: str, content: bytes, format: str):
    assert manuscript_of(content, name).format == format


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7", "is a PDF; export it"),
        (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
        (b"{\\rtf1", "rich text"),
        (b"\x89PNG", "a picture"),
        (b"PK\x03\x04", "a damaged file"),
        (b"caf\xe9", "no text in UTF-8"),
    ],
)
def test_what_can_be_no_guide_is_told_what_it_is(content: bytes, what: str):
    with pytest.raises(UnreadableFileError, match=what):
        manuscript_of(content, "guide.md")


def test_an_unknown_suffix_a_folder_and_what_is_too_large_are_told(tmp_path: Path):
    with pytest.raises(UnreadableFileError, match="no known format"):
        manuscript_of(b"x", "a.xyz")
    with pytest.raises(UnreadableFileError, match="is a folder"):
        read_manuscript(tmp_path)
    path = tmp_path / "large.md"
    path.write_bytes(b"x" * (LARGEST_GUIDE_BYTES + 1))
    with pytest.raises(UnreadableFileError, match="larger than 5 MB"):
        bounded_content(path)


def test_line_ends_are_one():
    assert text_of_bytes(b"a\r\nb\rc") == "a\nb\nc"
