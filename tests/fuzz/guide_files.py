"""Files of every format that is imported, made up at random."""

import csv
import io
import json
from collections.abc import Callable
from html import escape
from random import Random

from tests.fuzz.guide_words import TEXTS, TITLES, a_table, a_text, a_title
from tests.preparing.manuscript.office.calendars import GOOGLE
from tests.preparing.manuscript.office.made_files import word, workbook, writer

MOST_BLOCKS = 12


def markdown(random: Random) -> bytes:
    lines: list[str] = []
    if random.random() < 0.1:
        lines += ["---", random.choice(["title: T", "length: 45m", "x: [", "panel: none"]), "---"]
    for _ in range(random.randint(0, MOST_BLOCKS)):
        lines += _markdown_block(random)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _markdown_block(random: Random) -> list[str]:
    text = a_text(random)
    match random.randrange(10):
        case 0 | 1:
            return [f"{'#' * random.randint(1, 6)}{random.choice(['', ' '])}{a_title(random)}"]
        case 2 | 3:
            return [f"{' ' * random.choice([0, 0, 2, 4])}{random.choice(['-', '*', '1.', '- [ ]', '>'])} {text}"]
        case 4:
            return ["", f"**{a_title(random)}** {random.choice(['', text])}", ""]
        case 5:
            rows = a_table(random)
            return [f"| {' | '.join(row)} |" for row in (rows[0], ["---"] * len(rows[0]), *rows[1:])]
        case 6:
            return random.choice(
                [
                    ["```", text, "```"],
                    ["<details><summary>Answer</summary>", "", text, "", "</details>"],
                    ["---"],
                    [""],
                ]
            )
        case 7:
            return [f"<{random.choice(['div', 'p', 'table', 'b', 'td', 'script', '!--'])}>{text}", "</div>"]
        case _:
            return [text, ""][: random.randint(1, 2)]


def plain_text(random: Random) -> bytes:
    lines = []
    for _ in range(random.randint(0, MOST_BLOCKS)):
        title = a_title(random)
        lines.append(
            random.choice(
                [
                    title,
                    title.upper(),
                    f"1. {title}",
                    f"• {a_text(random)}",
                    f"   - {a_text(random)}",
                    a_text(random),
                    "",
                ]
            )
        )
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def asciidoc(random: Random) -> bytes:
    lines = []
    for _ in range(random.randint(0, MOST_BLOCKS)):
        text = a_text(random)
        lines.append(
            random.choice(
                [f"== {a_title(random)}", f"* {text}", f"** {text}", "____", "|===", f"|{text} |x", text, "", "----"]
            )
        )
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def rst(random: Random) -> bytes:
    lines = []
    for _ in range(random.randint(0, MOST_BLOCKS)):
        title, text = a_title(random), a_text(random)
        lines += random.choice(
            [[title, random.choice("=-~") * random.randint(3, 60)], [f"- {text}"], [f"  {text}"], [text, ""],
             [f".. {text}"], [".. include:: x"], ["::", "", f"   {text}"]]
        )  # fmt: skip
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def html(random: Random) -> bytes:
    parts = ["<!doctype html>"]
    for _ in range(random.randint(0, MOST_BLOCKS)):
        text = escape(a_text(random)) if random.random() < 0.8 else a_text(random)
        tag = random.choice(["h1", "h2", "h3", "p", "li", "ul", "ol", "b", "div", "td", "pre", "blockquote", "details"])
        closing = f"</{tag}>" if random.random() < 0.8 else random.choice(["", "</table>", "</ul>", "</details>"])
        parts.append(f"<{tag}>{escape(a_title(random)) if tag.startswith('h') else text} {closing}")
        if random.random() < 0.2:
            rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}' for cell in row)}" for row in a_table(random))
            parts.append(f"<table>{rows}</table>")
    return random.choice(["\n", ""]).join(parts).encode("utf-8", "surrogatepass")


def separated(random: Random) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, delimiter=random.choice(",;\t|")).writerows(a_table(random))
    return stream.getvalue().encode("utf-8", "surrogatepass")


def data(random: Random) -> bytes:
    return json.dumps(_value(random, 3), ensure_ascii=random.random() < 0.5).encode("utf-8", "surrogatepass")


def yaml_list(random: Random) -> bytes:
    value = _value(random, 2)
    return json.dumps(value if isinstance(value, list | dict) else [value]).encode("utf-8", "surrogatepass")


def _value(random: Random, depth: int) -> object:
    match random.randrange(6 if depth else 3):
        case 0 | 1:
            return random.choice([*TEXTS, *TITLES])
        case 2:
            return random.choice([None, True, 5, 5.5, -1, "", 10**12])
        case 3:
            return [_value(random, depth - 1) for _ in range(random.randint(0, 4))]
        case 4:
            keys = ["title", "question", "minutes", "rundown", "timeStart", "type", "duration", *TITLES]
            return {random.choice(keys): _value(random, depth - 1) for _ in range(random.randint(0, 4))}
        case _:
            events = [
                {"type": "event", "title": random.choice(TITLES), "timeStart": 0, "duration": random.choice([0, 60000])}
            ]
            return {"rundown": events * random.randint(1, 3)}


def docx(random: Random) -> bytes:
    styles = ["", "", "Heading1", "Heading2", "Heading3", "ListParagraph", "Title", "Quote"]
    said = [
        (style := random.choice(styles), a_title(random) if style.startswith("H") else a_text(random)) for _ in range(8)
    ]
    return word([(style, escape(_xml(text))) for style, text in said])


def odt(random: Random) -> bytes:
    parts = []
    for _ in range(random.randint(0, MOST_BLOCKS)):
        text = escape(_xml(a_text(random)))
        item = f"<text:list><text:list-item><text:p>{text}</text:p></text:list-item></text:list>"
        heading = f'<text:h text:outline-level="{random.randint(1, 3)}">{escape(_xml(a_title(random)))}</text:h>'
        parts.append(random.choice([heading, item, f"<text:p>{text}</text:p>"]))
    return writer("".join(parts))


def xlsx(random: Random) -> bytes:
    names = random.sample(["Monday", "Tuesday", "Plan", "Notes"], random.randint(1, 3))
    return workbook({name: [[escape(_xml(cell)) for cell in row] for row in a_table(random)] for name in names})


def _xml(text: str) -> str:
    return "".join(character for character in text if character >= " ")


def calendar(random: Random) -> bytes:
    lines = GOOGLE.split("\n")
    for _ in range(random.randint(0, 4)):
        at = random.randrange(len(lines))
        lines[at : at + random.randint(0, 2)] = random.choice(
            [[], [lines[at]] * 2, [f"X-A:{a_text(random)}"], [a_text(random)]]
        )
    return "\r\n".join(lines).encode("utf-8", "surrogatepass")


FORMATS: dict[str, Callable[[Random], bytes]] = {
    "a.md": markdown,
    "a.txt": plain_text,
    "a.adoc": asciidoc,
    "a.rst": rst,
    "a.html": html,
    "a.csv": separated,
    "a.json": data,
    "a.yaml": yaml_list,
    "a.docx": docx,
    "a.odt": odt,
    "a.xlsx": xlsx,
}
"""What makes a file of each format, by the name that it has."""


def damaged(content: bytes, random: Random) -> bytes:
    """The same file with a few bytes changed, lost or doubled."""
    for _ in range(random.randint(1, 4)):
        at = random.randint(0, len(content))
        piece = random.choice([b"", b"\x00", b"\xff", b"PK", b"\n", b"|", content[at : at + 20] * 2])
        content = content[:at] + piece + content[at + random.randint(0, 5) :]
    return content
