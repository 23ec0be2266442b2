"""Find out what a file is, whatever its name says, and read it as that.

Files are bounded before they are read; what can't be a guide (a picture, a PDF, an old Word file) is told what it is.
"""

from pathlib import Path, PurePath

from facilitator.preparing.manuscript.manuscript import Manuscript, UnreadableFileError

LARGEST_GUIDE_BYTES = 5 * 1024 * 1024
_MAGIC = (
    (b"%PDF", "a PDF", "export it as Word or text"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "save it as .docx or .xlsx"),
    (b"{\\rtf", "a rich text file (RTF)", "save it as .docx"),
    (b"\x89PNG", "a picture", ""),
    (b"\xff\xd8\xff", "a picture", ""),
    (b"GIF8", "a picture", ""),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
    (b"7z\xbc\xaf", "a compressed file", "unpack it first"),
    (b"\x7fELF", "a program", ""),
    (b"SQLite format 3", "a database", ""),
)
MARKDOWN_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")


def read_manuscript(path: Path) -> Manuscript:
    """Return what the file at `path` says. Raises UnreadableFileError, also if there is no such file."""
    return manuscript_of(bounded_content(path), path.name)


def bounded_content(path: Path) -> bytes:
    """Return the bytes of a file. Raises UnreadableFileError if it can't be read or is larger than 5 MB."""
    if path.is_dir():
        raise UnreadableFileError("is a folder, expected a file")
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_GUIDE_BYTES + 1)
    except FileNotFoundError as error:
        raise UnreadableFileError("there is no such file") from error
    except (OSError, ValueError) as error:
        raise UnreadableFileError(f"can't be read: {getattr(error, 'strerror', None) or error}") from error
    if len(content) > LARGEST_GUIDE_BYTES:
        raise UnreadableFileError("is larger than 5 MB; that can't be a guide for one interview")
    return content


def manuscript_of(content: bytes, name: str) -> Manuscript:
    """Return what a file with this content and name says. Raises UnreadableFileError."""
    for magic, what, remedy in _MAGIC:
        if content.startswith(magic):
            raise UnreadableFileError(f"is {what}{f'; {remedy}' if remedy else ''}")
    if content.startswith(b"PK"):
        return _of_archive(content, name)
    return _of_text(text_of_bytes(content), name)


def _of_archive(content: bytes, name: str) -> Manuscript:
    """Return what an archive says, by what is in it. Raises UnreadableFileError."""
    from facilitator.preparing.manuscript.office.archives import member, open_archive

    with open_archive(content) as archive:
        names = set(archive.namelist())
        kind = member(archive, "mimetype") if "mimetype" in names else b""
    if "word/document.xml" in names:
        from facilitator.preparing.manuscript.office.from_word import from_word

        return from_word(content, name)
    if "content.xml" in names and b"opendocument.text" in kind:
        from facilitator.preparing.manuscript.office.from_odt import from_odt

        return from_odt(content, name)
    if "xl/workbook.xml" in names or b"opendocument.spreadsheet" in kind:
        from facilitator.preparing.manuscript.office.from_sheet import from_workbook

        return from_workbook(content, name)
    raise UnreadableFileError("is an archive (ZIP); unpack it, and import what is in it")


def _of_text(text: str, name: str) -> Manuscript:
    """Return what a text says, by its form or else the end of its name. Raises UnreadableFileError."""
    suffix = PurePath(name).suffix.lower()
    begin = text[:500].lstrip().lower()
    if begin.startswith(("<!doctype html", "<html", "<?xml")) or suffix in (".html", ".htm", ".xhtml"):
        from facilitator.preparing.manuscript.from_html import from_html

        return from_html(text, name)
    if suffix in (".csv", ".tsv", ".tab"):
        from facilitator.preparing.manuscript.office.from_sheet import from_separated

        return from_separated(text, name)
    if suffix == ".json":
        from facilitator.preparing.manuscript.from_data import from_json

        return from_json(text, name)
    if suffix in (".yaml", ".yml"):
        from facilitator.preparing.manuscript.from_data import from_yaml

        return from_yaml(text, name)
    if suffix == ".rst":
        from facilitator.preparing.manuscript.from_rst import from_rst

        return from_rst(text, name)
    if suffix in MARKDOWN_SUFFIXES:
        from facilitator.preparing.manuscript.from_markdown import from_markdown

        return from_markdown(text, name)
    if suffix in (".adoc", ".asciidoc", ".asc"):
        from facilitator.preparing.manuscript.from_text import from_asciidoc

        return from_asciidoc(text, name)
    if suffix in ("", ".txt", ".text"):
        from facilitator.preparing.manuscript.from_text import from_plain_text

        return from_plain_text(text, name)
    raise UnreadableFileError(f"can't be read as a guide: {suffix or 'a file without a suffix'} is no known format")


def text_of_bytes(content: bytes) -> str:
    """Return the text in bytes: UTF-8, or UTF-16 with its mark. Raises UnreadableFileError."""
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        found = f"the byte 0x{content[error.start]:02x}"
        raise UnreadableFileError(f"is no text in UTF-8: found {found}; save it with the encoding UTF-8") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
