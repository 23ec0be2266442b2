"""Who leads a part or asks a question, if their name stands with it: `Welcome (Ingrid)`, `Case — Bo`, `[Luis] Why?`.

A name is known if the guide says elsewhere that it is one. What stands in brackets behind titles is taken for names as
well if one of them stands there twice, or behind an opening or an end.
"""

import re
from collections import Counter
from collections.abc import Iterable

from facilitator.domain.plan.agenda import SegmentKind
from facilitator.domain.text.plain_text import comparable
from facilitator.preparing.drafting.agenda_draft import DraftAgenda, DraftQuestion, DraftSegment
from facilitator.preparing.taking.ledger import Ledger
from facilitator.preparing.words.lexicon import field_of, heading_role, segment_kind, words_of
from facilitator.preparing.words.names import are_names, names_in
from facilitator.preparing.words.sentences import split_label

_AT_END = re.compile(r" ?[(\[（【]([^()\[\]（）【】]{1,60})[)\]）】]$")
_AT_START = re.compile(r"[(\[（【]([^()\[\]（）【】]{1,60})[)\]）】]:? ?(?=\S)")
_OPENING = ("(", "[", "（", "【")
_CLOSING = (")", "]", "）", "】")
_BEHIND_TITLE = 60
_LONGEST_NAME = 40
_HOSTED = (SegmentKind.OPENING, SegmentKind.CLOSING, SegmentKind.CANDIDATE_QUESTIONS)


def name_owners(draft: DraftAgenda, ledger: Ledger) -> None:
    """Make those whose names stand with a part or a question its owners, and take the names out of its text.

    So is a competency that stands in brackets behind a question.
    """
    parts = [part for part in draft.segments if not part.lead]
    for part in draft.segments:
        _mark_optional(part)
    known = set(_known(draft))
    likely = _likely(parts)
    for part in parts:
        title, name = _split(part.title)
        if name and (_are_known(name, known) or comparable(name) in likely):
            part.title = title
            _own(part, name, ledger)
        elif part.purpose and len(part.purpose[0]) <= _LONGEST_NAME and _are_known(part.purpose[0], known):
            _own(part, part.purpose.pop(0), ledger)
    known |= set(_known(draft))
    competencies = {comparable(said) for one in draft.competencies for said in (one.id, one.name) if said}
    for question in (question for part in draft.segments for question in part.questions):
        ask, name = _asked_by(question.ask, known)
        if name and not question.owner:
            question.ask = ask
            _own(question, name, ledger)
        ask, about = _split(question.ask)
        if about and comparable(about.lstrip("#")) in competencies and not question.competency:
            question.ask, question.competency = ask, about.lstrip("#")


def _own(into: DraftSegment | DraftQuestion, name: str, ledger: Ledger) -> None:
    name = name.lstrip("@")
    guess = f"“{name}”, who is named with it, " + ("leads it" if isinstance(into, DraftSegment) else "asks it")
    into.guesses.append(guess)
    into.led_by(name)
    ledger.guess(into.place, guess)


def _mark_optional(part: DraftSegment) -> None:
    title, said = _split(part.title)
    if said and comparable(said) in words_of("optional"):
        part.title, part.optional = title, True


def _split(title: str) -> tuple[str, str]:
    """Return a title without what is in brackets behind it, and that."""
    is_bracketed = title.endswith(_CLOSING)
    match = _AT_END.search(title, max(0, len(title) - _BEHIND_TITLE)) if is_bracketed else None
    rest = title[: match.start()].strip() if match else ""
    return (rest, match[1].strip()) if match and rest else (title, "")


def _asked_by(ask: str, known: set[str]) -> tuple[str, str]:
    """Return a question without the name of who asks it, and that name; empty if none is known."""
    text, name = _split(ask)
    if _are_known(name, known):
        return text, name
    if ask.startswith(_OPENING) and (match := _AT_START.match(ask)) and _are_known(match[1], known):
        return ask[match.end() :], match[1].strip()
    label, rest = split_label(ask)
    return (rest, label) if label and rest and _are_known(label, known) else (ask, "")


def _known(draft: DraftAgenda) -> Iterable[str]:
    """Yield the names of all who are known by now, whole and by their first name."""
    named = [one.name for one in draft.panel] + [one.id for one in draft.panel]
    named += [name for part in draft.segments for name in (part.lead, *part.others)]
    named += [name for part in draft.segments for one in part.questions for name in (one.owner, one.backup)]
    for name in filter(None, named):
        yield comparable(name)
        yield comparable(name.split()[0])


def _are_known(name: str, known: set[str]) -> bool:
    names = [comparable(one.strip("@ ")) for one in names_in(name)]
    return bool(names) and all(one in known for one in names)


def _likely(parts: list[DraftSegment]) -> set[str]:
    """Return what is in brackets behind titles and probably names somebody: once one does, all that can do."""
    found: Counter[str] = Counter()
    for part in parts:
        name = _split(part.title)[1]
        if name and are_names(name) and _is_free(name):
            found[comparable(name)] += 2 if part.kind in _HOSTED else 1
    return set(found) if any(times > 1 for times in found.values()) else set()


def _is_free(name: str) -> bool:
    """Whether a word means nothing else in a guide."""
    is_short = len(names_in(name)) > 1 or len(name.split()) <= 2
    means = field_of(name) or heading_role(name) or segment_kind(name) or comparable(name) in words_of("nobody")
    return is_short and not means and not name.isupper()
