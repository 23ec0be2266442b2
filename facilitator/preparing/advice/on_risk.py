"""Advice on risk: questions that touch what the law protects, or a usual proxy for it, in the US and the UK.

It says “check”, never “illegal”: whether a question may be asked depends on the job, the place and the reason, and this
is no legal advice. Sources: for the US the EEOC's “Prohibited Employment Policies/Practices” (eeoc.gov), with its pages
on pre-employment inquiries, and the acts named below; for the UK the Equality Act 2010, sections 4 to 12 (protected
characteristics), 39 (recruitment) and 60 (health).
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from facilitator.domain.plan.agenda import Agenda
from facilitator.preparing.advice.advice import Remark, rule


class Topic(Struct, frozen=True):
    """A topic that is protected: the words that touch it, its source in law, and what may be asked in its place."""

    called: str
    words: re.Pattern[str]
    source: str
    better: str


_AGE = re.compile(
    r"\bhow old are you\b|\byour age\b|\bdate of birth\b|\b(?:what|which) year (?:did|were) you\b"
    r"|\bwhen (?:did|were) you (?:graduate|finish school|leave school|born)\b|\b(?:plan|planning|going) to retire\b"
    r"|\byour retirement\b|\ba digital native\b|\byoung and (?:dynamic|energetic|hungry)\b",
    re.IGNORECASE,
)
_FAMILY = re.compile(
    r"\bare you (?:married|single|divorced|pregnant)\b|\byour (?:husband|wife|spouse|kids|children|marital|family)\b"
    r"|\bmaiden name\b|\b(?:have|having|want|wanting) (?:any |more |to have )?(?:kids|children|a baby|a family)\b"
    r"|\bstart(?:ing)? a family\b|\b(?:get|getting|become|becoming) pregnant\b|\byour (?:pregnancy|child ?care)\b"
    r"|\bchild ?care (?:plans|arrangements)\b|\bmaternity leave\b",
    re.IGNORECASE,
)
_ORIGIN = re.compile(
    r"\bwhere are you (?:really |actually |originally )?from\b|\bwhere (?:were you|are your parents) (?:born|from)\b"
    r"|\boriginally from\b|\b(?:native|mother) (?:language|tongue|speaker)\b|\bEnglish (?:is )?your first language\b"
    r"|\byour (?:accent|nationality|citizenship|ethnicity|race(?! condition)|birthplace|ancestry|skin)\b"
    r"|\bare you (?:a |an )?(?:[a-z]{1,20} )?citizen\b|\bwhat (?:nationality|ethnicity|race) are you\b",
    re.IGNORECASE,
)
_RELIGION = re.compile(
    r"\byour (?:religion|faith|church|mosque|synagogue|religious)\b|\bare you (?:religious|christian|muslim|jewish)\b"
    r"|\bdo you (?:pray|believe in god|go to church|attend church)\b|\bsabbath\b"
    r"|\b(?:which|what|any) (?:religious )?holidays do you (?:observe|celebrate|keep)\b|\breligious holidays\b",
    re.IGNORECASE,
)
_HEALTH = re.compile(
    r"\byour (?:health(?! ?care| ?check)|disability|disabilities|illness|mental health)\b"
    r"|\byour medical (?:history|record|condition)\b|\bare you (?:disabled|healthy)\b"
    r"|\b(?:do you have|have you had|have you got|have you ever had|suffer from) (?:any |an |a )?"
    r"(?:chronic |physical |serious |mental )?(?:disabilit|illness|medical|health|injur)"
    r"|\bsick (?:days|leave)\b|\bdays (?:were you|off) (?:sick|ill)\b|\bworkers'? comp"
    r"|\b(?:take|taking|on) any medication\b|\bdo you (?:smoke|drink)\b",
    re.IGNORECASE,
)
_SEX = re.compile(
    r"\bsexual orientation\b|\bgender identity\b|\byour (?:gender|sex|boyfriend|girlfriend)\b"
    r"|\bare you (?:gay|straight|lesbian|bisexual|trans|transgender)\b"
    r"|\bworking (?:for|under) a (?:woman|man)\b|\bas a (?:woman|man|mother|father)\b",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"\b(?:ever|never) been (?:arrested|convicted|charged|in prison)\b|\bcriminal (?:record|history|convictions?)\b"
    r"|\byour (?:arrest|conviction|police) (?:record|history)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\bdo you own (?:a |your )?(?:own )?(?:car|home|house|flat)\b|\byour credit (?:score|rating|history|report)\b"
    r"|\byou (?:ever )?(?:filed for|been|declared) bankrupt|\byour debts\b",
    re.IGNORECASE,
)
_APPEARANCE = re.compile(
    r"\bhow tall are you\b|\byour (?:height|weight|photo|photograph)\b|\bhow much do you weigh\b", re.IGNORECASE
)
_MEMBERSHIPS = re.compile(
    r"\b(?:clubs|societies|organi[sz]ations|associations|unions?) (?:do|are) you (?:belong|a member)\b"
    r"|\bmember of (?:a|any) (?:trade |labou?r )?(?:union|club|society|party)\b|\bwhom? do you vote\b|\bdid you vote\b",
    re.IGNORECASE,
)

AGE = Topic(
    "age",
    _AGE,
    "ADEA of 1967; Equality Act 2010, s. 5",
    "Ask what they have done and can do; whether somebody is old enough is a matter for the contract.",
)
FAMILY = Topic(
    "marriage, pregnancy or children",
    _FAMILY,
    "Title VII and the Pregnancy Discrimination Act; Equality Act 2010, ss. 8, 18",
    "Say which hours and journeys the job has, and ask everybody whether that suits them.",
)
ORIGIN = Topic(
    "origin, race or nationality",
    _ORIGIN,
    "Title VII, 42 U.S.C. 2000e-2; IRCA, 8 U.S.C. 1324b; Equality Act 2010, s. 9",
    "Ask which languages the job needs and how well they speak them; the right to work is checked for everybody.",
)
RELIGION = Topic(
    "religion or belief",
    _RELIGION,
    "Title VII, 42 U.S.C. 2000e-2; Equality Act 2010, s. 10",
    "Say which days the job needs, and ask everybody whether they can work on them.",
)
HEALTH = Topic(
    "health or disability",
    _HEALTH,
    "ADA, 42 U.S.C. 12112(d)(2); GINA, 42 U.S.C. 2000ff-1; Equality Act 2010, ss. 6, 60",
    "Describe the task and ask everybody how they would do it, and what they need for this interview.",
)
SEX = Topic(
    "sex, gender or orientation",
    _SEX,
    "Title VII, 42 U.S.C. 2000e-2; Equality Act 2010, ss. 7, 11, 12",
    "Leave it out, or ask about the work in words that you would use to anybody.",
)
RECORD = Topic(
    "arrests or convictions",
    _RECORD,
    "EEOC guidance on arrest and conviction records (2012); Rehabilitation of Offenders Act 1974",
    "Leave it to the check that the law provides for this job, which usually follows an offer.",
)
MONEY = Topic(
    "personal finances",
    _MONEY,
    "EEOC, pre-employment inquiries and financial information; Equality Act 2010, s. 19",
    "Ask for what the job needs, such as being at a site by seven.",
)
APPEARANCE = Topic(
    "height, weight or looks",
    _APPEARANCE,
    "EEOC, pre-employment inquiries and height and weight; Equality Act 2010, s. 19",
    "Ask about the task itself, such as lifting twenty kilos.",
)
MEMBERSHIPS = Topic(
    "memberships or politics",
    _MEMBERSHIPS,
    "EEOC, prohibited practices; NLRA, 29 U.S.C. 158; Equality Act 2010, s. 10; TULRCA 1992, s. 137",
    "Ask which professional bodies or networks help them in this work.",
)


@rule("risk/age")
def age(agenda: Agenda) -> Iterator[Remark]:
    """Advise on questions about age, and on years from which it follows."""
    return _touching(AGE, agenda)


@rule("risk/family")
def family(agenda: Agenda) -> Iterator[Remark]:
    """Advise on questions about marriage, pregnancy and children."""
    return _touching(FAMILY, agenda)


@rule("risk/origin")
def origin(agenda: Agenda) -> Iterator[Remark]:
    """Advise on questions about origin, race and nationality."""
    return _touching(ORIGIN, agenda)


@rule("risk/religion")
def religion(agenda: Agenda) -> Iterator[Remark]:
    """Advise on questions about religion and belief."""
    return _touching(RELIGION, agenda)


@rule("risk/health")
def health(agenda: Agenda) -> Iterator[Remark]:
    """Advise on questions about health and disability."""
    return _touching(HEALTH, agenda)


@rule("risk/sex")
def sex(agenda: Agenda) -> Iterator[Remark]:
    """Advise on questions about sex, gender and orientation."""
    return _touching(SEX, agenda)


@rule("risk/record")
def record(agenda: Agenda) -> Iterator[Remark]:
    """Advise on questions about arrests and convictions."""
    return _touching(RECORD, agenda)


@rule("risk/money")
def money(agenda: Agenda) -> Iterator[Remark]:
    """Advise on questions about personal finances."""
    return _touching(MONEY, agenda)


@rule("risk/appearance")
def appearance(agenda: Agenda) -> Iterator[Remark]:
    """Advise on questions about height, weight and looks."""
    return _touching(APPEARANCE, agenda)


@rule("risk/memberships")
def memberships(agenda: Agenda) -> Iterator[Remark]:
    """Advise on questions about clubs, unions and politics."""
    return _touching(MEMBERSHIPS, agenda)


def _touching(topic: Topic, agenda: Agenda) -> Iterator[Remark]:
    """Yield a remark on each text that touches a topic."""
    if agenda.perspective == "candidate":
        return
    for path, text in _texts(agenda):
        if found := topic.words.search(text.replace("’", "'")):
            yield Remark(
                path,
                f"Check this: '{' '.join(found[0].split())}' may touch {topic.called} ({topic.source}).",
                topic.better,
            )


def _texts(agenda: Agenda) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield what is said and asked, and what is listened for, with where it stands."""
    for index, segment in enumerate(agenda.segments):
        yield ("segments", index, "say"), segment.say
        for number, question in enumerate(segment.questions):
            path = ("segments", index, "questions", number)
            yield (*path, "ask"), question.ask
            yield from _numbered((*path, "probes"), question.probes)
            yield from _numbered((*path, "listen_for"), question.listen_for)


def _numbered(path: tuple[str | int, ...], texts: Iterable[str]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for number, text in enumerate(texts):
        yield (*path, number), text
