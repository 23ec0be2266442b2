"""YAML as nodes: what it may contain, and that nothing in it expands, loops or runs."""

import pytest

from facilitator.agenda_files.complaints import Complaints, Position
from facilitator.agenda_files.nodes import Mapping, Node, Pair, Scalar, Sequence, compose, position_in
from tests.agenda_files.reading import errors_of


def composed(text: str, first_line: int = 1) -> Node | None:
    complaints = Complaints("a.yaml")
    node = compose(text, complaints, first_line)
    assert complaints.in_order() == ()
    return node


def test_text_becomes_nodes_with_their_positions():
    node = composed("title: Final\npanel:\n  - 'no'\n")
    assert node == Mapping(
        Position(1, 1),
        (
            Pair(Scalar(Position(1, 1), "title"), Scalar(Position(1, 8), "Final")),
            Pair(
                Scalar(Position(2, 1), "panel"),
                Sequence(Position(3, 3), (Scalar(Position(3, 5), "no", plain=False),)),
            ),
        ),
    )


def test_lines_are_counted_from_where_the_text_begins_in_its_file():
    node = composed("title: Final\n", first_line=5)
    assert node is not None
    assert node.position == Position(5, 1)


def test_an_empty_text_has_no_document():
    assert composed("") is None
    assert composed("# nothing\n") is None


@pytest.mark.parametrize(
    ("text", "is_null"), [("~", True), ("null", True), ("'null'", False), ("no", False), ("0", False), ("NuLL", False)]
)
def test_only_what_stands_without_quotes_can_be_null(text: str, is_null: bool):
    node = composed(text)
    assert isinstance(node, Scalar)
    assert node.is_null is is_null


def test_a_character_in_two_halves_as_json_writes_it_is_one():
    node = composed('"\\ud83d\\ude00"')
    assert isinstance(node, Scalar)
    assert node.text == "\U0001f600"


@pytest.mark.parametrize(
    ("index", "position"), [(0, Position(3, 1)), (1, Position(3, 2)), (3, Position(4, 1)), (5, Position(5, 1))]
)
def test_the_position_of_a_character(index: int, position: Position):
    assert position_in("ab\nc\nd", index, first_line=3) == position


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("title: Tell me: why\n", "1:15: error: not YAML: found ': ' inside a text; put the text in quotes"),
        ("title: x\n\tsegments: []", "2:1: error: not YAML: found a tab character"),
        ("title: @x\n", "1:8: error: not YAML: found a character that can't start a value; indent with spaces"),
        ("title: [x", "error: not YAML: "),
        ("a: 1\n---\nb: 2\n", "2:1: error: a second document starts here; a file holds one agenda"),
        ("title: a\x1bb\n", "1:9: error: found the control character U+001B; remove it"),
        ("title: x\ntitle: y\n", "2:1: error: 'title' is given twice, first on line 1"),
        ("? [a]\n: b\n", "1:3: error: found a list as a key, expected a name"),
        ("title: !!python/object:os.system x\n", "1:8: error: found the tag '!!python/object:os.system'"),
        ("title: &a x\npurpose: *a\n", "2:10: error: found the alias '*a': write the value out instead"),
        ("title: &a x\n", "1:8: error: found the anchor '&a': an agenda has no anchors"),
        ("<<: {title: x}\n", "1:1: error: found the merge key '<<': write the keys out instead"),
        ("title: .nan\n", "1:8: error: '.nan' is not a value for an agenda; quote it as text"),
        ("title: x\nlength: -.inf\n", "2:9: error: '-.inf' is not a value for an agenda"),
    ],
)
def test_what_an_agenda_may_not_contain_is_refused(text: str, complaint: str):
    assert any(complaint in line for line in errors_of(text)), errors_of(text)


@pytest.mark.parametrize(
    ("bomb", "complaint"),
    [
        ("[" * 100_000, "nested more than 20 levels deep"),
        ("{" * 100_000, "nested more than 20 levels deep"),
        ("- " * 100_000, "nested more than 20 levels deep"),
        ("[" + "1," * 50_000 + "]", "more than 20000 values"),
        ("a: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(90)), "found the alias '*a'"),
        ("a: &a {b: 1}\n" + "".join(f"c{n}: {{<<: [*a, *a]}}\n" for n in range(30)), "found the merge key '<<'"),
    ],
    ids=["lists", "groups", "items", "values", "aliases", "merge keys"],
)
def test_a_bomb_is_refused_before_it_is_expanded(bomb: str, complaint: str):
    assert any(complaint in line for line in errors_of(bomb))
