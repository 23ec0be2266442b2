"""No module relies on what another keeps to itself, and none reaches into Textual by accident."""

import ast
import inspect
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from textwrap import dedent

import pytest

import facilitator

PROJECT = Path(__file__).resolve().parents[2]
EXCEPTION = "facilitator/ui/terminal/textual_private.py"
BY_CONVENTION = {"_replace", "_asdict", "_fields", "_value_", "_exit"}
"""Public, and underscored only to keep clear of a named tuple's own fields, of an enum's own members and of `exit`."""


def test_no_private_name_of_another_module_is_used():
    found = {
        f"{path}:{line}: {name}"
        for path in sorted(path.relative_to(PROJECT).as_posix() for path in (PROJECT / "facilitator").rglob("*.py"))
        for line, name in foreign_private_names((PROJECT / path).read_text("utf-8"))
        if path != EXCEPTION
    }
    assert not found


def test_no_subclass_uses_or_replaces_a_private_name_of_textual():
    found = {
        f"{kind.__module__}.{kind.__qualname__}: {name}"
        for kind in classes_of_the_program()
        for name in names_in(kind) & private_names_of_textual(kind)
    }
    assert not found


@pytest.mark.parametrize(
    "source",
    [
        "from textual._xterm_parser import XTermParser",
        "import textual._xterm_parser as parser",
        "from textual.driver import _key",
        "import textual\ntextual.app._app",
        "def f(screen):\n    screen._compositor.reflow()",
        "import_module('textual._xterm_parser')",
        "getattr(driver, '_debug')",
    ],
)
def test_it_is_seen_however_it_is_written(source):
    assert list(foreign_private_names(source))


@pytest.mark.parametrize(
    "source",
    [
        "class A:\n    def __init__(self, other):\n        self._a = other._a",
        "from facilitator import __version__",
        "fact._replace(x=1)",
        "getattr(a, 'b')",
    ],
)
def test_what_is_a_modules_own_is_its_own(source):
    assert not list(foreign_private_names(source))


def test_a_driver_that_reads_textuals_own_attribute_is_seen():
    from textual.drivers.linux_driver import LinuxDriver

    class Curious(LinuxDriver):
        def run_input_thread(self) -> None:
            assert self._debug

    assert names_in(Curious) & private_names_of_textual(Curious) == {"_debug"}


def foreign_private_names(source: str) -> Iterator[tuple[int, str]]:
    """Private names in `source` that it doesn't define itself, each with its line."""
    tree = ast.parse(source)
    own = own_names(tree) | BY_CONVENTION
    for node in ast.walk(tree):
        for name in mentioned(node):
            if name.rpartition(".")[2] not in own and any(map(is_private, name.split("."))):
                yield node.lineno if isinstance(node, ast.stmt | ast.expr) else 0, name


def mentioned(node: ast.AST) -> Iterator[str]:
    """What a node names of another module or object."""
    match node:
        case ast.Import(names=names):
            yield from (alias.name for alias in names)
        case ast.ImportFrom(module=module, names=names):
            yield from (f"{module}.{alias.name}" for alias in names)
        case ast.Attribute(value=owner, attr=name) if ast.unparse(owner) not in ("self", "cls"):
            yield name
        case ast.Call(func=ast.Name("getattr" | "setattr" | "hasattr"), args=[_, ast.Constant(str(name)), *_]):
            yield name
        case ast.Constant(str(text)) if re.fullmatch(r"textual(\.\w+)+", text):
            yield text


def own_names(tree: ast.AST) -> set[str]:
    """What is defined in the tree, and the attributes of `self` and `cls` in it."""
    names = set()
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name("self" | "cls"), attr=name):
                names.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                names.add(name)
            case ast.AnnAssign(target=ast.Name(name)) | ast.Assign(targets=[ast.Name(name)]):
                names.add(name)
    return names


def is_private(name: str) -> bool:
    return re.match(r"_[^_]", name) is not None


@cache
def names_in(kind: type) -> set[str]:
    """What a class defines, and what it uses of itself, by its source."""
    return own_names(ast.parse(dedent(inspect.getsource(kind))))


def private_names_of_textual(kind: type) -> set[str]:
    """The private names of the classes of Textual from which `kind` is made."""
    bases = [base for base in kind.__mro__ if base.__module__.partition(".")[0] == "textual"]
    return {name for base in bases for name in {*vars(base), *names_in(base)} if is_private(name)}


def classes_of_the_program() -> list[type]:
    """Every class that a module of the program defines."""
    for module in pkgutil.walk_packages(facilitator.__path__, "facilitator."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    return [kind for kind in subclasses(object) if str(kind.__module__).startswith("facilitator.")]


def subclasses(kind: type) -> set[type]:
    below: list[type] = type.__subclasses__(kind)
    return {one for base in below for one in (base, *subclasses(base))}
