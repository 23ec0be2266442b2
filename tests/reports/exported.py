"""Exports to look into."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

from facilitator.documents.content import Content
from facilitator.domain.debrief.debrief import Debrief
from facilitator.reports import FORMATS, Audience, Options
from facilitator.workspace.exports import write_export

FOR_EVERYBODY = [name for name, kept in FORMATS.items() if not kept.marks_recording]
"""The formats that can be made for every audience: all but markers, which tell what was noted when."""


def everything(debrief: Debrief, format_name: str, audience: Audience, folder: Path, *, redact: bool = False) -> str:
    """Everything that an export contains, with the names of its files."""
    path = write_export(debrief, format_name, folder, Options(audience=audience, redact=redact))
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return path.name + "".join(file.name + said(file.read_bytes()) for file in files)


def said(content: Content) -> str:
    """What an export says: a text, or that of each part of a Word file, of each sheet."""
    if isinstance(content, str):
        return content
    if not isinstance(content, bytes):
        return "".join(content.values())
    return "\n".join(word_parts(content).values()) if content.startswith(b"PK") else content.decode()


def word_parts(content: bytes) -> dict[str, str]:
    """The text of each part of a Word file by its name, every paragraph on a line of its own."""
    with ZipFile(BytesIO(content)) as parts:
        named = {name: parts.read(name) for name in parts.namelist() if name.endswith((".xml", ".rels"))}
    return {name: _text(part) for name, part in named.items()}


@lru_cache(maxsize=32)  # most parts are the same in every Word file
def _text(part: bytes) -> str:
    root = ElementTree.fromstring(part)
    for one in root.iter():
        if one.tag.endswith("}tab"):
            one.text = "\t"
        elif one.tag.endswith("}p"):
            one.tail = "\n"
    return "".join(root.itertext())
