"""A first agenda, written from a few answers, with a comment on every part, to be changed by hand.

The times are shared out so that there is work on the table and time for the other side's questions.
"""

import json
import re
from collections.abc import Iterator

from msgspec import Struct

from facilitator.agenda_files.checks import RESERVED_FOR_COMMANDS
from facilitator.agenda_files.identities import NUMBER_LIKE
from facilitator.domain.text.durations import length_text
from facilitator.domain.text.plain_text import comparable, one_line

SHORTEST_SECONDS = 15 * 60
LONGEST_SECONDS = 8 * 3600
LONGEST_ANSWER = 200

_NOT_IN_IDS = re.compile(r"[\s#@/,>]+")
_NOT_IN_YAML = re.compile("[\ufeff\ufffe\uffff]")
_PLAIN = re.compile(r"[a-z][a-z0-9-]+")
_NOT_TEXT = ("false", "no", "null", "off", "on", "true", "yes")
_BETWEEN_NAMES = re.compile(rf",(?![^()]{{0,{LONGEST_ANSWER}}}+\))")
_NAME_AND_ROLE = re.compile(r"(.*)\(([^()]*)\)")


class Outline(Struct, frozen=True):
    """What it takes to write a first agenda. `panel` has a name and a role each, the lead first; `work` may be empty.

    `seconds` is from SHORTEST_SECONDS to LONGEST_SECONDS; there are at least one panelist and one competency.
    """

    title: str
    purpose: str
    seconds: int
    panel: tuple[tuple[str, str], ...]
    competencies: tuple[str, ...]
    work: str = ""


def listed_names(text: str) -> tuple[str, ...]:
    """Return the names between commas, each once. Raises ValueError if there is none, or one that is too long."""
    names = dict.fromkeys(filter(None, map(one_line, _BETWEEN_NAMES.split(text))))
    if not names:
        raise ValueError("expected a name, or several with commas between them")
    if any(len(name) > LONGEST_ANSWER for name in names):
        raise ValueError(f"a name may have at most {LONGEST_ANSWER} characters")
    return tuple(names)


def listed_people(text: str) -> tuple[tuple[str, str], ...]:
    """Return name and role of each in `Ann Lee (CEO), Bo Ek`; a role may be missing. Raises ValueError."""
    found = ((name, _NAME_AND_ROLE.fullmatch(name)) for name in listed_names(text))
    return tuple((match[1].rstrip(), match[2].strip()) if match and match[1] else (name, "") for name, match in found)


def outline_text(outline: Outline) -> str:
    """Return the agenda file, in YAML."""
    return "\n".join([*_head(outline), *_panel(outline), *_competencies(outline), *_segments(outline), ""])


def _head(outline: Outline) -> Iterator[str]:
    yield f"title: {_quoted(outline.title)}"
    yield f"purpose: {_quoted(outline.purpose)}"
    yield f"length: {length_text(outline.seconds)}"
    yield "# starts: 2027-01-31 10:00    # when it is due to start, or just 10:00"
    yield "# hard_stop: 11:30            # when you lose the room"


def _panel(outline: Outline) -> Iterator[str]:
    yield "\n# Who asks. The lead owns the clock; add “shadow: true” for somebody who only watches.\npanel:"
    for place, (id_, (name, role)) in enumerate(zip(_ids(outline.panel), outline.panel, strict=True)):
        called = f"id: {id_}, name: {_quoted(name)}" + (f", role: {_quoted(role)}" if role else "")
        yield f"  - {{{called}{', lead: true' if place == 0 else ''}}}"


def _competencies(outline: Outline) -> Iterator[str]:
    yield "\n# What you want to find out, and who looks at it most. Anchors describe what earns a rating:"
    yield "# what somebody does, in words that everyone reads the same way.\ncompetencies:"
    owners = _ids(outline.panel)
    for place, (id_, (name, _)) in enumerate(zip(_competency_ids(outline), _named(outline), strict=True)):
        yield f"  - id: {id_}"
        yield f"    name: {_quoted(name)}"
        yield f"    owners: [{owners[place % len(owners)]}]"
        yield "    # anchors: {1: what a poor answer sounds like, 3: a solid one, 5: an outstanding one}"


def _segments(outline: Outline) -> Iterator[str]:
    opening, talk, work, theirs, closing = _shares(outline)
    lead = _ids(outline.panel)[0]
    yield "\n# The segments, in order. Their lengths add up to the length above."
    yield "# Kinds: opening, talk, practice, presentation, workshop, candidate_questions, break, closing.\nsegments:"
    yield f"  - {{title: Welcome and aims, kind: opening, length: {length_text(opening)}, lead: {lead}}}"
    yield f"  - title: What we want to hear\n    kind: talk\n    length: {length_text(talk)}"
    yield f"    at_least: {length_text(max(60, talk // 240 * 180))}    # how short it may get when you run late"
    yield "    # must: true marks a question that may not be left out. The owner asks, else the backup."
    yield "    questions:"
    yield from _questions(outline)
    if work:
        yield f"  - title: {_quoted(outline.work)}\n    kind: workshop\n    length: {length_text(work)}"
        yield "    purpose: Work on something real together, as colleagues would."
    yield "  # Their time is protected: nothing borrows from it unless you say so."
    yield f"  - {{title: Your questions to us, kind: candidate_questions, length: {length_text(theirs)}}}"
    yield f"  - {{title: What happens next, kind: closing, length: {length_text(closing)}}}"


def _questions(outline: Outline) -> Iterator[str]:
    """Yield a question per competency, and more until each of the panel has one."""
    people, competencies = _ids(outline.panel), _competency_ids(outline)
    for place in range(max(len(people), len(competencies))):
        about = place % len(competencies)
        again = " another" if place >= len(competencies) else " a"
        asked = f"Tell us about{again} time when this mattered: {outline.competencies[about]}. What did you do?"
        yield f"      - ask: {_quoted(asked)}    # in your own words"
        yield f"        competency: {competencies[about]}"
        yield f"        owner: {people[place % len(people)]}"
        if len(people) > 1:
            yield f"        backup: {people[(place + 1) % len(people)]}"
        yield "        must: true"


def _shares(outline: Outline) -> tuple[int, int, int, int, int]:
    """Return the lengths of opening, talk, work, their questions and closing, in whole minutes; together the length."""
    minutes = outline.seconds // 60
    ends = 2 if minutes < 30 else 5
    theirs = max(3, minutes // 6)
    rest = minutes - 2 * ends - theirs
    work = rest // 2 if outline.work else 0
    over = outline.seconds % 60
    return ends * 60, (rest - work) * 60 + over, work * 60, theirs * 60, ends * 60


def _named(outline: Outline) -> tuple[tuple[str, str], ...]:
    return tuple((name, "") for name in outline.competencies)


def _competency_ids(outline: Outline) -> list[str]:
    return _ids(_named(outline))


def _ids(named: tuple[tuple[str, str], ...]) -> list[str]:
    """Return an id for each name, made from its first word, as it is written in YAML."""
    made: dict[str, str] = {}  # by what it is compared by
    for name, _ in named:
        word = _NOT_IN_IDS.sub("", name.split()[0]).casefold()[:40]
        if not word or comparable(word) in RESERVED_FOR_COMMANDS or NUMBER_LIKE.fullmatch(word):
            word = f"{word}-1" if word else "one"
        id_, number = word, 1
        while comparable(id_) in made:
            number += 1
            id_ = f"{word}-{number}"
        made[comparable(id_)] = id_
    return [id_ if _PLAIN.fullmatch(id_) and id_ not in _NOT_TEXT else _quoted(id_) for id_ in made.values()]


def _quoted(text: str) -> str:
    """Return text in the double quotes of YAML, in which JSON's escapes mean the same."""
    return _NOT_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(one_line(text), ensure_ascii=False))
