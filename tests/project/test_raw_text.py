"""No widget is given a raw `str`: in Textual it is markup, so that `[/]` in a note would crash the screen.

What may be given is a literal without brackets, what makes a `Content` or a `Text` of its own, a name or a call of
which that is declared, or anything with `markup=False`.
"""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeGuard

import pytest

UI = Path(__file__).resolve().parents[2] / "facilitator/ui"

DOORS = {
    *("Static", "Label", "Button", "Checkbox", "RadioButton", "Option", "OptionList", "Tab", "TabPane", "Collapsible"),
    *("notify", "add_column", "add_columns", "add_row", "add_option", "add_options", "set_label"),
}
"""What takes text as markup, as far as it is called."""

SET = {"border_title", "border_subtitle", "tooltip", "prompt"}
"""What takes text as markup when it is set, or given by this name."""

RETURNING = {"render", "render_line", "render_title"}
"""Methods of widgets whose text is markup."""

PLAIN = {"Content", "Text", "Strip"}
NAMES_NO_TEXT = {
    "id",
    "classes",
    "severity",
    "timeout",
    "title",
    "name",
    "key",
    "width",
    "height",
    "disabled",
    "shrink",
}


EXCEPTIONS = {
    "live/keys.py": {"tooltip", "' '.join((COMMANDS[name].help for name in names))"},
    "debrief/sections.py": {"f'Go to the section “{section.title}”'"},
}
"""What is ours and known: what the program says of its keys, which no file and no person has a part in."""


class Found(NamedTuple):
    line: int
    source: str


class Reader:
    """Reads one module; `makers` are the names of functions, methods and fields that are declared to be safe."""

    def __init__(self, tree: ast.Module, makers: set[str]) -> None:
        self._tree = tree
        self._makers = makers

    def raw(self) -> Iterator[Found]:
        """Yield whatever may be raw text at a door."""
        for node in ast.walk(self._tree):
            for value in self._given(node):
                if not self._is_safe(value):
                    yield Found(value.lineno, ast.unparse(value))

    def _given(self, node: ast.AST) -> Iterator[ast.expr]:
        match node:
            case ast.Call(func=ast.Attribute(attr="from_markup")):
                yield node
            case ast.Call() if not _is_without_markup(node):
                if (name := _name(node.func)) in DOORS:
                    yield from node.args
                    yield from (one.value for one in node.keywords if one.arg not in NAMES_NO_TEXT)
                elif name == "update" and len(node.args) == 1 and not _is_of_a_dict(node):
                    yield node.args[0]
                else:
                    yield from (one.value for one in node.keywords if one.arg in SET)
            case ast.ClassDef(bases=bases, body=body) if any(_name(base) in DOORS for base in bases):
                yield from (one for inner in body for call in ast.walk(inner) if _begins(call) for one in call.args)
            case ast.Assign(targets=targets, value=value):
                if any(isinstance(target, ast.Attribute) and target.attr in SET for target in targets):
                    yield value
            case ast.FunctionDef(name=name) if name in RETURNING:
                yield from (one.value for one in ast.walk(node) if isinstance(one, ast.Return) and one.value)

    def _is_safe(self, value: ast.expr) -> bool:
        match value:
            case ast.Constant(value=constant):
                return not isinstance(constant, str) or "[" not in constant
            case ast.JoinedStr(values=parts):
                return all(isinstance(part, ast.Constant) for part in parts)
            case ast.Call(func=ast.Attribute(attr="from_markup")):
                return False
            case ast.Call(func=function):
                return (
                    _name(function) in PLAIN | DOORS | self._makers
                    or (isinstance(function, ast.Attribute) and _name(function.value) in PLAIN)
                    or (isinstance(function, ast.Attribute) and self._is_made(function.value))
                )
            case ast.IfExp(body=body, orelse=other):
                return self._is_safe(body) and self._is_safe(other)
            case ast.BoolOp(values=values):
                return all(map(self._is_safe, values))
            case ast.BinOp(left=left, right=right):
                return self._is_safe(left) and self._is_safe(right)
            case ast.Starred(value=inner) | ast.ListComp(elt=inner) | ast.GeneratorExp(elt=inner):
                return self._is_safe(inner)
            case ast.List(elts=several) | ast.Tuple(elts=several):
                return all(map(self._is_safe, several))
            case ast.Name() | ast.Attribute():
                return _name(value) in self._makers
        return False

    def _is_made(self, value: ast.expr) -> bool:
        """Return whether it is a Content or a Text, whose methods return such, and no literal, whose don't."""
        return not isinstance(value, ast.Constant | ast.JoinedStr | ast.BinOp) and self._is_safe(value)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _begins(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "super().__init__" and not _is_without_markup(node)


def _is_without_markup(call: ast.Call) -> bool:
    return any(
        one.arg == "markup" and isinstance(one.value, ast.Constant) and one.value.value is False
        for one in call.keywords
    )


def _is_of_a_dict(call: ast.Call) -> bool:
    """Return whether it is a dict or a set that is updated, as what it is given shows."""
    given = call.args[0]
    return isinstance(given, ast.Dict | ast.DictComp | ast.Set | ast.SetComp | ast.GeneratorExp) or any(
        ast.unparse(one).startswith("dict") for one in ast.walk(given) if isinstance(one, ast.Attribute | ast.Name)
    )


def declared(tree: ast.AST) -> Iterator[str]:
    """Yield the names of what is declared to be a Content or a Text, and of names that nothing else is given to."""
    for node in ast.walk(tree):
        match node:
            case ast.FunctionDef(name=name, returns=annotation) if annotation is not None and _is_plain(annotation):
                yield name
            case ast.arg(arg=name, annotation=annotation) if annotation is not None and _is_plain(annotation):
                yield name
            case ast.AnnAssign(target=target, annotation=annotation) if _is_plain(annotation):
                yield _name(target)


def _is_plain(annotation: ast.expr) -> bool:
    names = set(ast.unparse(annotation).replace('"', "").replace("|", " ").split())
    return bool(names & PLAIN) and names <= {*PLAIN, "None"}


def raw_in(sources: dict[str, str]) -> set[str]:
    """Return what may be raw text in these modules, with its place, but for what is known."""
    trees = {name: ast.parse(source) for name, source in sources.items()}
    makers = {maker for tree in trees.values() for maker in declared(tree)}
    return {
        f"{name}:{found.line}: {found.source}"
        for name, tree in trees.items()
        for found in Reader(tree, makers).raw()
        if found.source not in EXCEPTIONS.get(name, ())
    }


def ours() -> dict[str, str]:
    return {str(path.relative_to(UI)): path.read_text("utf-8") for path in sorted(UI.rglob("*.py"))}


def test_no_widget_is_given_raw_text():
    assert raw_in(ours()) == set()


def test_every_exception_is_needed():
    found = {name: {one.source for one in Reader(ast.parse(ours()[name]), set()).raw()} for name in EXCEPTIONS}
    assert all(EXCEPTIONS[name] <= found[name] for name in EXCEPTIONS)


@pytest.mark.parametrize(
    "source",
    [
        "Static(note.text)",
        "Static(f'{candidate} is here')",
        "Static('say ' + name)",
        "Static('[b]loud[/b]')",
        "Static(', '.join(names))",
        "Label(str(error), id='wrong')",
        "self.query_one('#message').update(words)",
        "self.border_title = session.candidate",
        "pane.tooltip = note.text if note else 'nothing'",
        "self.notify(said)",
        "self.notify(said, markup=True)",
        "table.add_column(competency)",
        "table.add_row(*cells)",
        "options.add_option(Option(agenda.title))",
        "options.add_options([entry.candidate for entry in entries])",
        "Static(Content.from_markup(note.text))",
        "Text.from_markup(note.text)",
        "class Line(Static):\n    def __init__(self, said: str) -> None:\n        super().__init__(said)",
        "class Line(Static):\n    def render(self) -> str:\n        return self.said",
        "Binding('x', 'y', tooltip=note.text)",
    ],
)
def test_raw_text_is_found_out(source: str):
    assert raw_in({"a.py": source})


@pytest.mark.parametrize(
    "source",
    [
        "Static(Content(note.text), id='said')",
        "Static('Nothing yet.')",
        "Static(note.text, markup=False)",
        "Static(Text(note.text) if note else Content(''))",
        "self.query_one('#message').update(Content(words))",
        "shown.update(dict.fromkeys(names, key))",
        "known.update({name: value})",
        "self.notify(said, markup=False)",
        "options.add_option(Option(Content(agenda.title), id=agenda.id))",
        "def line(self) -> Content: ...\nStatic(line())\nself.border_title = self.line()",
        "Static(id='message')",
    ],
)
def test_what_is_safe_is_left_alone(source: str):
    assert raw_in({"a.py": source}) == set()
