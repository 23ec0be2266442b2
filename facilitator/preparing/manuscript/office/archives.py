"""Open the archives that Word, spreadsheets and Writer files are, bounded before anything is unpacked."""

import io
import zipfile

from facilitator.preparing.manuscript.manuscript import UnreadableFileError

LARGEST_UNPACKED_BYTES = 60 * 1024 * 1024
MOST_MEMBERS = 5000


def open_archive(content: bytes) -> zipfile.ZipFile:
    """Return the archive in `content`. Raises UnreadableFileError if it is damaged, or would unpack too far."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise UnreadableFileError("is a damaged file: it can't be unpacked") from error
    members = archive.infolist()
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST_UNPACKED_BYTES:
        raise UnreadableFileError("unpacks to more than 60 MB; that can't be a guide for one interview")
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


def told_of(archive: zipfile.ZipFile) -> tuple[str, ...]:
    """Return what of an archive is passed over, in words: macros, and what it refers to elsewhere."""
    names = archive.namelist()
    notes = []
    if any(name.endswith("vbaProject.bin") for name in names):
        notes.append("it has macros, which were ignored")
    if any(b'TargetMode="External"' in member(archive, name) for name in names if name.endswith(".rels")):
        notes.append("it refers to things outside of the file, such as links or pictures, which were ignored")
    return tuple(notes)
