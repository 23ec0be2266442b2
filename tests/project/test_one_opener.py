"""Whatever opens, makes, names, removes, lists or looks for a file of the data folder goes through one module.

That follows no link.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]

ROOMS = ("files", "storage", "conducting", "workspace")
"""Those that know where something of ours is."""

OF_PATHS = {
    *("read_bytes", "read_text", "write_bytes", "write_text", "touch", "unlink", "rename", "mkdir", "rmdir", "chmod"),
    *("symlink_to", "hardlink_to"),
    *("exists", "is_file", "is_dir", "is_symlink", "stat", "lstat", "iterdir", "glob", "rglob"),
}
OF_MODULES = {
    "os": {
        *("open", "remove", "removedirs", "link", "symlink", "replace", "renames", "makedirs"),
        *("stat", "lstat", "listdir", "scandir", "walk"),
    },
    "os.path": {"exists", "lexists", "isfile", "isdir", "islink", "getsize"},
    "shutil": {"rmtree", "move", "copy", "copy2", "copyfile", "copytree"},
}
OF_EITHER = {"open", "replace"}
"""What is looked for only if its name says that it is a path's."""

ELSEWHERE = {
    "files/own_folder.py": "the one module",
    "files/elsewhere.py": "a second place isn't in the data folder",
    "files/whereabouts.py": "tells what is at the path of the folder, and where the file system is listed",
    "workspace/agendas.py": "agendas that the user named, or that come with the program",
    "files/export_file.py exists": "a file that the user named",
    "files/export_file.py is_file": "a file that the user named",
    "files/export_file.py write_bytes": "a pipe or a device that the user named",
    "files/foreign.py open": "with the one opener; and settings, which may be a link",
    "files/foreign.py stat": "the folder of settings",
    "storage/journal.py open": "with the one opener",
    "storage/forms/healing.py open": "with the one opener",
    "storage/journal_states.py listdir": "by the descriptor of a folder that is open",
    "storage/journal_states.py stat": "by its name in a folder that is open",
    "storage/second_place.py iterdir": "a second place isn't in the data folder",
    "storage/settings/changing.py exists": "settings, which may be a link",
    "workspace/choices.py is_file": "an agenda that the user named",
    "workspace/exports.py is_file": "a file that the user named",
    "workspace/hand_over.py open": "a file that the user named",
    "storage/panel_keys.py is_dir": "the shared folder, which is somebody else's",
    "storage/panel_keys.py iterdir": "the shared folder, which is somebody else's",
    "workspace/shared/share.py is_dir": "a folder that the user named",
}
"""Where else there are such calls, in a whole module or of one sort, each with the reason."""


def test_no_other_module_opens_a_file_by_its_path():
    found = {one for room in ROOMS for path in (PROJECT / "facilitator" / room).rglob("*.py") for one in calls_in(path)}
    assert {one for one in found if one not in ELSEWHERE and one.split()[0] not in ELSEWHERE} == set()
    assert {one for one in ELSEWHERE if " " in one} <= found, "no exception is left behind"


def calls_in(path: Path) -> Iterator[str]:
    name = path.relative_to(PROJECT / "facilitator").as_posix()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and (called := file_call(node.func)):
            yield f"{name} {called}"


def file_call(function: ast.expr) -> str:
    """Return what is called if that takes a file by its path; else nothing."""
    if isinstance(function, ast.Name):
        return "open" if function.id == "open" else ""
    if not isinstance(function, ast.Attribute):
        return ""
    of, call = ast.unparse(function.value), function.attr
    if of == "own_folder":
        return ""
    if call in OF_PATHS or call in OF_MODULES.get(of, ()):
        return call
    return call if call in OF_EITHER and any(word in of for word in ("path", "file", "made", "temporary")) else ""


DECODED_ELSEWHERE = {
    "files/foreign.py",  # the one place
    "files/unpacking.py",  # the same for what other devices pack
    "storage/forms/flipped_bit.py",  # only whether it is JSON
    "storage/forms/newer.py",  # events and packets: read as they were written, then cleaned
    "storage/forms/written_packet.py",
    "storage/journal_line.py",
    "storage/retaining/written_files.py",  # paths stay as they are, to be found; they are cleaned where they are told
    "conducting/importing.py",
    "workspace/people/about.py",  # what has been read already
}


def test_what_is_read_there_is_decoded_in_one_place_which_cleans_it():
    decoded = {
        str(path.relative_to(PROJECT / "facilitator"))
        for room in ROOMS
        for path in (PROJECT / "facilitator" / room).rglob("*.py")
        if re.search(r"\b(json|msgpack)\.(decode|loads|Decoder)\(", path.read_text("utf-8"))
    }
    assert decoded == DECODED_ELSEWHERE
