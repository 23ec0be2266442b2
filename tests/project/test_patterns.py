"""No pattern of the program takes longer than in proportion to what it is given, however that was made up.

Each is timed on inputs made from its own pieces: what it waits for, again and again, and then something else.
"""

import ast
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, combinations, groupby, islice, product
from pathlib import Path
from re import _constants, _parser  # type: ignore[attr-defined]  # the only way to take a pattern apart
from time import thread_time

import pytest

import facilitator

PACKAGE = Path(facilitator.__file__).parent
LENGTHS = (30, 4000)
"""How long the inputs are; the short ones are for what wouldn't end in our lifetime."""
FAST_SECONDS = 0.003
"""Whatever takes no longer than this isn't timed more closely: for 4,000 characters, a quadratic pattern takes more."""

LONGEST_COUNTED = 8
"""How much of a keyword counts for the length of a text: what a long one costs shows in how often it stands there."""

CANDIDATES = " a1Aq-_.@#/(:;\"'=,|)\n\t+é"
WAYS = {
    "search": lambda pattern, text: sum(1 for _ in pattern.finditer(text)),
    "match": lambda pattern, text: pattern.match(text),
    "fullmatch": lambda pattern, text: pattern.fullmatch(text),
}
USES = {"sub": "search", "findall": "search", "finditer": "search", "split": "search", "search": "search"}
Way = Callable[[re.Pattern[str], str], object]


OF_WHAT_IS_KNOWN = {
    "agenda_files/reader.py",
    "preparing/written_times/amounts.py",
    "preparing/written_times/clocks.py",
    "reports/redaction/name_in_text.py",
    "storage/settings/config.py",
    "workspace/following/followed_files.py",
}
"""Where patterns are made from short words, such as a candidate's name, or for texts of a bounded length."""


def patterns() -> Iterator[tuple[str, str, int, set[str]]]:
    """Yield every pattern that is written out in the program: where, the pattern, its flags, the ways it is used."""
    for path in sorted(PACKAGE.rglob("*.py")):
        yield from patterns_in(path)


def patterns_in(path: Path) -> Iterator[tuple[str, str, int, set[str]]]:
    from importlib import import_module

    source = path.read_text(encoding="utf-8")
    if not re.search(r"\bre\b", source):
        return  # there are hundreds of these, and each process that runs tests looks through all of them
    name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    if name != "facilitator.__main__" and re.search(r"^import re$", source, re.MULTILINE):
        for constant, pattern in vars(import_module(name)).items():
            if isinstance(pattern, re.Pattern):
                used = {USES.get(use, use) for use in re.findall(rf"\b{constant}\.(\w+)", source)}
                text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
                yield f"{name}.{constant}", text, pattern.flags & ~re.DEBUG, used & set(WAYS) or set(WAYS)
    for call in ast.walk(ast.parse(source)):
        match call:
            case ast.Call(func=ast.Attribute(value=ast.Name("re"), attr=use), args=[ast.Constant(str(pattern)), *_]):
                if use not in ("compile", "escape"):
                    yield f"{name}:{call.lineno}", pattern, 0, {USES.get(use, use)}


def pieces(pattern: str, flags: int) -> list[str]:
    """Return texts that match the parts of a pattern, the smallest first."""
    found = dict.fromkeys(chain.from_iterable(samples(node) for node in nodes(_parser.parse(pattern, flags))))
    return sorted(filter(None, found), key=len)


def words(tree: object) -> Iterator[str]:
    """Yield what stands in a row in a parsed pattern, letter by letter: its keywords."""
    for is_letter, row in groupby(tree, lambda node: node[0] is _constants.LITERAL):  # type: ignore[call-overload]
        if is_letter:
            yield "".join(chr(letter) for _, letter in row)
        else:
            yield from chain.from_iterable(map(words, chain.from_iterable(subtrees(argument) for _, argument in row)))


def runs(tree: object) -> Iterator[tuple[str, str]]:
    """Yield texts that match some parts of a pattern that stand in a row, with what matches all before them."""
    rows = groupby(tree, lambda node: node[0] is _constants.LITERAL)  # type: ignore[call-overload]
    parts = list(chain.from_iterable([sample(row)] if is_letter else map(sample, zip(row)) for is_letter, row in rows))
    for start, end in combinations(range(len(parts) + 1), 2):
        yield "".join(parts[:start]), "".join(parts[start:end])
    for _, argument in tree:  # type: ignore[attr-defined]
        yield from chain.from_iterable(map(runs, subtrees(argument)))


def nodes(tree: object) -> Iterator[tuple[object, object]]:
    """Yield every part of a parsed pattern."""
    for op, argument in tree:  # type: ignore[attr-defined]
        yield op, argument
        for inner in subtrees(argument):
            yield from nodes(inner)


def subtrees(argument: object) -> Iterator[object]:
    if isinstance(argument, _parser.SubPattern):
        yield argument
    elif isinstance(argument, tuple | list):
        for part in argument:
            yield from subtrees(part)


def samples(node: tuple[object, object]) -> list[str]:
    """Return a few texts that match a part of a pattern."""
    op, argument = node
    if op is _constants.LITERAL:
        return [chr(argument)]  # type: ignore[arg-type]
    if op in (_constants.IN, _constants.ANY, _constants.NOT_LITERAL):
        alone = _parser.SubPattern(_parser.State(), [node])
        compiled = re._compiler.compile(alone)  # type: ignore[attr-defined]
        return list(islice(filter(compiled.fullmatch, CANDIDATES), 3))
    return [sample(inner) for inner in subtrees(argument)]


def sample(tree: object) -> str:
    return "".join(next(iter(samples(node)), "") for node in tree)  # type: ignore[attr-defined]


def hostile(pattern: str, flags: int) -> Iterator[Callable[[int], str]]:
    """Yield makers of texts of a length: one piece or more again and again, behind a beginning, before an end."""
    parts = pieces(pattern, flags)[:10]
    whole = sample(_parser.parse(pattern, flags))
    keywords = [word for word in words(_parser.parse(pattern, flags)) if len(word) > 1][:10]
    pumps = [*parts, *(first + second for first, second in product(parts[:5], repeat=2) if first != second), whole]
    pumps += keywords
    for begin, pump, end in product(["", *parts[:4], whole], filter(None, pumps), ["", "\x00"]):
        yield partial(text_of, begin, pump, end)
    for (begin, pump), end in product(dict.fromkeys(runs(_parser.parse(pattern, flags))), ["", "\x00"]):
        if pump:
            yield partial(text_of, begin, pump, end)


def text_of(begin: str, pump: str, end: str, length: int) -> str:
    return begin + pump * (length // min(len(pump), LONGEST_COUNTED)) + end


def seconds(way: Way, pattern: re.Pattern[str], text: str, times: int = 1) -> float:
    def once() -> float:
        begun = thread_time()
        way(pattern, text)
        return thread_time() - begun

    return min(once() for _ in range(times))


def slow_input(pattern: str, flags: int, uses: set[str]) -> str:
    """Return what takes far more than twice as long when it is twice as long; else nothing."""
    compiled = re.compile(pattern, flags)
    for make, use in product(hostile(pattern, flags), sorted(uses)):
        for length in LENGTHS:
            if seconds(WAYS[use], compiled, make(length)) > FAST_SECONDS:
                break
        else:
            continue
        short, long = (seconds(WAYS[use], compiled, make(size), 3) for size in (length // 2, length))
        if (
            long > FAST_SECONDS
            and long > 3 * short
            and (long > 0.1 or seconds(WAYS[use], compiled, make(2 * length), 3) > 3 * long)
        ):
            return f"{use}: {make(30)[:60]!r} takes {short:.4f} s, then {long:.4f} s"
    return ""


@pytest.mark.parametrize(("place", "pattern", "flags", "uses"), [pytest.param(*one, id=one[0]) for one in patterns()])
def test_a_pattern_takes_time_in_proportion_to_its_input(place, pattern, flags, uses):
    assert not slow_input(pattern, flags, uses)


@pytest.mark.parametrize(
    "pattern",
    [
        *(r"\s+$", r"(?:\s+#\w+)+\s*$", r"[\w.]+@\w", r";.*[(|]", r"(?:a|aa)+b", r"#(?=#*$)"),
        *(r"^\$([\w-]+):\s*(.+?);", r"""<c(?=\s)[^<>]*?\sr=["']([A-Z]+)([0-9]+)["'][^<>]*>"""),
    ],
)
def test_a_quadratic_one_is_found(pattern):
    assert slow_input(pattern, 0, {"search"})


def test_every_other_pattern_is_made_in_a_place_that_is_known_here():
    made = {
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*.py")
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(function, ast.FunctionDef) and any(map(makes_a_pattern, ast.walk(function)))
    }
    assert made == OF_WHAT_IS_KNOWN


def makes_a_pattern(part: ast.AST) -> bool:
    """Return whether this makes a pattern from what isn't written out there."""
    match part:
        case ast.Call(func=ast.Attribute(value=ast.Name("re"), attr=use), args=[first, *_]):
            return use != "escape" and not isinstance(first, ast.Constant)
    return False
