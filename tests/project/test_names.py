"""A name has one meaning: no two rooms have a public name, or a module, that is called the same.

A room is a folder at most two levels deep, such as `reports` or `domain/time`; what stands below belongs to it.
"""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import TypeGuard

PACKAGE = Path(__file__).resolve().parents[2] / "facilitator"

NAMES = {
    "LIMIT_SECONDS": "how long a child process may take, in each module that starts one",
    "load": "reads a file of its module's kind: agenda_files.load, draft.load",
    "answer": "what a child process makes of its input, in each module that is run as one",
}
"""The names that stand in several rooms, each with the reason."""

MODULES = {
    "errors": "what the workspace may refuse, and with which exit code the shell says so",
}
"""The modules that are called the same in several rooms, each with the reason."""

BY_SUBJECT = ("cli/commands", "domain/facts/kinds", "domain/language/decisions", "domain/session/apply")
"""Folders that split one thing by subject: notes, for one, have a module in each of them."""


def test_no_two_rooms_have_a_public_name_in_common_without_a_reason():
    assert shared((room, name) for room, _, tree in modules() for name in public_names(tree)) == set(NAMES)


def test_no_two_rooms_have_modules_of_the_same_name_without_a_reason():
    named = ((room, path) for room, path, _ in modules() if path.name != "__init__.py")
    found = shared((room, path.stem) for room, path in named if path.parent.as_posix() not in BY_SUBJECT)
    assert found == set(MODULES)


def test_what_is_imported_or_typed_as_a_command_is_no_name_of_its_own():
    source = (
        "from a import b\nX, (Y, _z) = 1, (2, 3)\nn: int = 0\ndef f(): ...\nasync def g(): ...\nclass C:\n"
        "    inner = 1\n@click.command()\ndef debrief(): ...\n@command('owed')\ndef owed(): ...\ndef _private(): ..."
    )
    assert list(public_names(ast.parse(source))) == ["X", "Y", "n", "f", "g", "C"]


def modules() -> Iterator[tuple[str, PurePath, ast.Module]]:
    """Room, path and tree of each module."""
    for path in sorted(PACKAGE.rglob("*.py")):
        where = path.relative_to(PACKAGE)
        yield "/".join(where.parts[:-1][:2]), where, ast.parse(path.read_text("utf-8"))


def public_names(tree: ast.Module) -> Iterator[str]:
    """The functions, classes and values that a module defines; commands are called as they are typed, anywhere."""
    for node in tree.body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                names = [] if any(map(is_command, node.decorator_list)) else [node.name]
            case ast.Assign(targets=targets):
                names = [name.id for target in targets for name in ast.walk(target) if is_defined(name)]
            case ast.AnnAssign(target=ast.Name(id=name)):
                names = [name]
            case _:
                names = []
        yield from (name for name in names if not name.startswith("_"))


def is_defined(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def is_command(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and ast.unparse(decorator.func) in ("click.command", "command")


def shared(found: Iterable[tuple[str, str]]) -> set[str]:
    """The names that are found in more than one room."""
    rooms = defaultdict(set)
    for room, name in found:
        rooms[name].add(room)
    return {name for name, where in rooms.items() if len(where) > 1}
