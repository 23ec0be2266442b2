"""Open the archives that Word, spreadsheets and Writer files are, bounded before anything is unpacked."""

import io
import re
import zipfile
from collections.abc import Mapping

from facilitator.preparing.manuscript.manuscript import UnreadableFileError

LARGEST_UNPACKED_BYTES = 60 * 1024 * 1024
LARGEST_XML_BYTES = 12 * 1024 * 1024
MOST_MEMBERS = 5000
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def open_archive(content: bytes) -> zipfile.ZipFile:
    """Return the archive in `content`. Raises UnreadableFileError if it is damaged, or would unpack too far."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise UnreadableFileError("is a damaged file: it can't be unpacked") from error
    members = archive.infolist()
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST_UNPACKED_BYTES:
        raise UnreadableFileError("unpacks to more than 60 MB; that can't be a guide for one interview")
    if len({member.filename for member in members}) < len(members):
        raise UnreadableFileError("is a damaged file: it has two parts of the same name")
    if any(member.flag_bits & 0x1 for member in members):
        raise UnreadableFileError("is protected with a password; save it without one")
    return archive


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the content of a member. Raises UnreadableFileError if it isn't there, is damaged or lies of its size."""
    try:
        with archive.open(name) as file:
            content = file.read(LARGEST_UNPACKED_BYTES + 1)
    except (KeyError, zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableFileError(f"is a damaged file: {name} can't be read") from error
    except Exception as error:  # zlib.error and the like, one per method of compression
        raise UnreadableFileError(f"is a damaged file: {name} can't be unpacked") from error
    if len(content) > LARGEST_UNPACKED_BYTES:
        raise UnreadableFileError("unpacks to more than 60 MB; that can't be a guide for one interview")
    return content


def xml_parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Return the XML in an archive by its name, each part read to its end.

    So whatever reads the file afterwards can't unpack more than this. Raises UnreadableFileError if it is too much.
    """
    names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    if sum(archive.getinfo(name).file_size for name in names) > LARGEST_XML_BYTES:
        raise UnreadableFileError("unpacks to more than 12 MB of text; that can't be a guide for one interview")
    parts = {name: member(archive, name) for name in names}
    if any(map(_DOCTYPE.search, parts.values())):
        raise UnreadableFileError("has a document type of its own, which isn't read")
    return parts


def with_few_elements(parts: Mapping[str, bytes], most: int) -> None:
    """Raise UnreadableFileError if there are more elements in some XML than a guide has."""
    if sum(part.count(b"<") - part.count(b"</") for part in parts.values()) > most:
        raise UnreadableFileError(f"has more than {most} elements of text and form; no guide has as many")


def told_of(archive: zipfile.ZipFile) -> tuple[str, ...]:
    """Return what of an archive is passed over, in words: macros, and what it refers to elsewhere."""
    names = archive.namelist()
    notes = []
    if any(name.endswith("vbaProject.bin") for name in names):
        notes.append("it has macros, which were ignored")
    if any(b'TargetMode="External"' in member(archive, name) for name in names if name.endswith(".rels")):
        notes.append("it refers to things outside of the file, such as links or pictures, which were ignored")
    return tuple(notes)
