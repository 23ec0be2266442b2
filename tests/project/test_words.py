"""What people read is put as a good native writer would put it: these turns of phrase are in no text of the program."""

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import facilitator
import facilitator.domain.language.decisions
import facilitator.plain.answers
from facilitator.domain.language.commands import COMMANDS
from facilitator.plain.desk import OWN_LINES
from tests.manual import MANUAL

PACKAGE = Path(facilitator.__file__).parent

AVOIDED = re.compile(
    "|".join(
        (
            r"\b[Ww]hom\b",
            r"\banew\b",
            r"\ball the same\b",
            r"\bwould end\b",
            r"\bwind up\b",
            r"\b(takes|taken|took) (it |them |the end )?back\b",
            r"\bbrought back\b",
            r"\b(take|takes|taken|takes it) over\b",
            r"\bput in other words\b",
            r"\bcounts? no longer\b",
            r"\bstands? (in|above|below|at|behind)\b",
            r"\bsee it differently\b",
            r"\bHand over the\b",
            r"\bSay everything\b",
            r"\bis called\b",
            r"\b(is|are) (no|under no|under a) [a-z{]+[:.]",
            r"\bthe end holds\b",
            r"\bstill\.",
            r"\balready\.",
            r"\bany more\.",
            r"\bgoes on\b",
            r"\bbehind (\{|the running|another|itself|its)",
            r"\bin the place of\b",
            r"(?-i:until when)",
        )
    ),
    re.IGNORECASE,
)


def test_no_text_has_a_turn_of_phrase_that_a_native_writer_would_avoid() -> None:
    texts = chain(_written(), _help())
    assert [f"{where}: {text}" for where, text in texts if AVOIDED.search(text)] == []


def _help() -> Iterator[tuple[str, str]]:
    """Yield what the help says: of the commands of the line, of the shell's, of what the line mode answers itself."""
    yield from ((f"/{one.name}", one.help) for one in COMMANDS.values())
    yield from ((f"/{one.name}", one.help) for one in OWN_LINES.values())
    yield from (("the manual", line) for line in MANUAL.read_text(encoding="utf-8").splitlines())


def _written() -> Iterator[tuple[str, str]]:
    """Yield every string that is written out in the program, except for docstrings: where it is, and its text."""
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node.value
