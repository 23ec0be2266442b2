"""Advice on the wording of questions, by plain word rules for English.

They hold for the parts in which people talk, not for greetings, farewells and work on something real, where “Shall we
begin?” and “What would you do here?” are right. What makes a question weak follows the usual literature on structured
interviews, such as Campion, Palmer and Campion (1997) and the US OPM's guide to structured interviews.
"""

import re
from collections.abc import Iterator

from facilitator.agenda_files.complaints import quoted
from facilitator.domain.plan.agenda import Agenda, Question, SegmentKind
from facilitator.preparing.advice.advice import Remark, rule

_SENTENCE = re.compile(r"[^.?!]+\??")
_ASKING = r"(?:who(?:m|se)?|what|when|where|why|how|which)"
_AUX = r"(?:do|does|did|are|is|was|were|have|has|had|can|could|will|would|should|must)"
_SUBJECT = r"(?:you|your|we|they|their|he|she|it|the|this|that|these|those|there|i|our|people|any|anyone)"

_JOINED = re.compile(r",? (?:and|or) (?=(?:who(?:m|se)?|what|when|where|why|how|which)\b)")
_DIRECT = re.compile(rf"(?:{_ASKING} (?:[\w'-]{{1,30}} ){{0,2}}?)?{_AUX}(?:n't)? {_SUBJECT}\b")
_LINKED = re.compile(
    r"\b(?:it|its|that|this|these|those|them|they|their|he|she|him|her|his|one|ones|then|there|since|now|next|first|"
    r"afterwards|instead|else|different|differently|otherwise|other|more|again|back|so|around|out|both|same|two)\b"
    r"|^which (?:have|has|had|do|did|does|are|were|is|was|would|will)\b"
)
_REQUEST = re.compile(
    r"\b(?:can|could|will|would) you (?:please |just |briefly )?"
    r"(?:tell|describe|walk|take|give|share|explain|show|think|talk|name|say|help)\b"
)
_CONTENT = re.compile(r"\b[a-z]{4,30}")
_COMMON = frozenset({"would", "your", "what", "when", "where", "which", "have", "with", "does", "last", "time", "work"})

_PAIR = re.compile(r"\bstrengths? and (?:your )?weakness")

_LEADING = re.compile(
    r"(?:^|[.?!,] )(?:don't you|didn't you|wouldn't you|won't you|isn't it|aren't you|shouldn't (?:you|we))\b"
    r"|(?:^|[.?!] )(?:surely|obviously|of course|clearly)\b"
    r"|\b(?:wouldn't you|would you not|you would|you'd) (?:agree|say)\b"
    r"|\bdo(?:n't)? you (?:not )?agree that\b|\byou must (?:have|be|love|hate|feel)\b"
    r"|\bi (?:assume|guess|take it) you\b"
    r"|\bhow much (?:do|did|would) you (?:love|enjoy|like|hate|dislike)\b"
    r"|, (?:right|correct|no|yes|ok|okay)\?|, (?:do|did|are|is|were|was|have|would|will|can)n't (?:you|it|they|we)\?"
)

_IMAGINED = re.compile(
    r"\bimagine (?:you|that|we|a|an|the)\b|\bsuppose (?:you|that|we|a|an|the)\b|\bhypothetical"
    r"|\blet's (?:say|pretend)\b|\bhow would you (?:handle|deal|react|respond|approach|resolve|manage|cope|feel)\b"
)
_WOULD = re.compile(r"\b(?:what|how|who(?:m)?|which|where) would you\b")
_IF = re.compile(r"\b(?:if|when) (?:you|your|a|an|the|someone|somebody|one|two)\b")
_REAL = re.compile(r"\b(?:again|differently|otherwise)\b")

_CLOSED = re.compile(rf"(?:^|, ){_AUX} (?:you|your|we|they|it|the|this|that)\b")
_FACT = re.compile(
    r"\b(?:right to work|(?:authori[sz]ed|eligible) to work|sponsorship|visa|licen[cs]e|registered|licensed|certified"
    r"|member of|at least \d{1,2}|over (?:the age of )?\d{1,2}|adjustments?|accommodations?|questions? for (?:us|me)"
    r"|(?:work|okay|ok|fine) for you|suit you|able to|available|willing to|with or without)\b"
    r"|^can you (?:work|travel|start|attend|come|do (?:that|this))\b| or (?!not\b)"
)
"""What has to be known, and yes or no says it: lawful conditions of the job, and what is asked of everybody."""
_OPEN = re.compile(rf"\b(?:{_ASKING}|tell|describe|explain|walk|example|anything|something|anyone|anybody)\b")

FEWEST_OF_A_LIST = 3
_SHORTEST_PART = 4


@rule("wording/double-barrelled")
def double_barrelled(agenda: Agenda) -> Iterator[Remark]:
    """Advise on questions that ask two things, the second of which doesn't refer to the first."""
    for path, question in _talked_about(agenda):
        asked = _lower(question)
        parts = [part for sentence in _questions_in(asked) for part in _direct_parts(sentence)]
        unlinked = any(_is_another(part, parts[:number]) for number, part in enumerate(parts) if number)
        if unlinked or len(parts) >= FEWEST_OF_A_LIST or _PAIR.search(asked):
            yield Remark(
                path,
                f"{quoted(question.ask)} asks for several things at once, and people answer the easier one.",
                "Ask one of them, and make the rest a question of its own or a probe.",
            )


@rule("wording/leading")
def leading_question(agenda: Agenda) -> Iterator[Remark]:
    """Advise on questions that say which answer is wanted."""
    for path, question in _talked_about(agenda):
        if found := _LEADING.search(_lower(question)):
            words = found[0].strip(" .?!,")
            yield Remark(
                path,
                f"{quoted(question.ask)}: “{words}” tells them which answer you want.",
                "Ask so that either answer is as easy to give: “What did you think of …?”",
            )


@rule("wording/hypothetical")
def hypothetical(agenda: Agenda) -> Iterator[Remark]:
    """Advise on questions about what somebody would do, where one could ask what they did."""
    for path, question in _talked_about(agenda):
        asked = _lower(question)
        is_imagined = _IMAGINED.search(asked) or (_WOULD.search(asked) and _IF.search(asked))
        if is_imagined and not _REAL.search(asked):
            yield Remark(
                path,
                f"{quoted(question.ask)} asks what they would do, and most people know what they should say.",
                "Ask when they last had to, and what they did; or do it together, in a segment of kind “practice”.",
            )


@rule("wording/closed")
def closed(agenda: Agenda) -> Iterator[Remark]:
    """Advise on questions that yes or no would answer, unless that is all there is to know, or probes come after."""
    for path, question in _talked_about(agenda):
        asked = _lower(question)
        sentences = _questions_in(asked)
        if question.probes or not sentences or any(one.search(asked) for one in (_OPEN, _REQUEST, _FACT)):
            continue
        if all(_CLOSED.search(sentence) for sentence in sentences):
            yield Remark(
                path,
                f"{quoted(question.ask)}: yes or no would answer that.",
                "Begin with “what”, “how” or “tell me about”, or write down the probe that you would ask next.",
            )


def _talked_about(agenda: Agenda) -> Iterator[tuple[tuple[str | int, ...], Question]]:
    """Yield the questions of the parts in which people talk, with where they stand."""
    for index, segment in enumerate(agenda.segments):
        if segment.kind is SegmentKind.TALK:
            for number, question in enumerate(segment.questions):
                yield ("segments", index, "questions", number, "ask"), question


def _lower(question: Question) -> str:
    return " ".join(question.ask.lower().replace("’", "'").split())


def _questions_in(asked: str) -> list[str]:
    """Return the sentences that end in a question mark and aren't just a request to tell something."""
    sentences = (sentence.strip() for sentence in _SENTENCE.findall(asked))
    return [sentence for sentence in sentences if sentence.endswith("?") and not _REQUEST.match(sentence)]


def _direct_parts(sentence: str) -> list[str]:
    """Return the parts of a question that are questions themselves: “how do you …”, but not “how you …”."""
    first, *others = _JOINED.split(sentence)
    return [first, *(part for part in others if _DIRECT.match(part))]


def _is_another(part: str, before: list[str]) -> bool:
    """Whether a further question stands on its own: it is no short one, and nothing in it refers back."""
    is_whole = len(part.split()) > _SHORTEST_PART and bool(_DIRECT.match(part))
    return is_whole and not _LINKED.search(part) and not _content(part) & _content(" ".join(before))


def _content(text: str) -> set[str]:
    """Return the beginnings of the words that say what a text is about: forecast and forecasting are one."""
    return {word[:5] for word in _CONTENT.findall(text)} - {word[:5] for word in _COMMON}
