"""Guides made up at random, of the words and forms that real ones have, and of some that none has."""

from random import Random

TIMES = [
    "5 min", "15min", "30m", "1h30", "1 hr", "10'", "~10 min", "ca. 10 min", "3-5 min each", "5m, Host", "2 hours",
    "9-9:50am", "9.00-10.15", "1300-1500", "10:00", "00:10", "T-2h", "20 %", "10 Minuten", "1 heure", "5 minutos",
    "10分", "0 min", "99h", "-5 min", "5", "five minutes", "half an hour", "PT5M", "25:99", "5 min – 10 min",
]  # fmt: skip
TITLES = [
    "Intro", "Begrüßung", "Accueil", "Cierre", "Your questions", "Break", "Case study", "Day 1", "Day 2", "Tips",
    "Interview A", "Interview B", "Scoring", "Panel", "Competencies", "Goals", "Things to watch for", "Agenda",
    "Answers", "References", "Preparation", "Bewertung", "Monday", "Tuesday", "Notes", "自己紹介", "الختام", "x" * 90,
    "Contents", "PART ONE - WELCOME", "Teil 2 – Werdegang", "Step back - think", "Panel of three, 1 hour in total",
]  # fmt: skip
TEXTS = [
    "Why?", "Tell me about your team.", "What do you do? And why?", "Explain hoisting", "Welcome them.", "Owner: Ana",
    "Duration: 10 min", "Dauer: 5", "Durée : 1h", "Follow-ups:", "Follow-up: since when?", "(If needed: how?)",
    "Look for: honesty", "Answer: 42", "Say: hello everybody", "“Thank you all for coming in today, really.”",
    "Notes:", "Total: 60 min", "Candidate: Robin Reyes", "Interviewers: Ana, Ben and Cleo", "a) one", "1: weak",
    "3 - fine", "5) strong", "ana: Ana Ruiz, CFO (lead)", "https://example.org/a?b=c", "10 min: Talk", "9:00 Talk",
    "In the last 10 minutes, ask again.", "You have 5 minutes. Why?", "null", "true", "- ", "…",
    "¿Qué tal?", "为什么？", "30 min | Recruiter: Jo | CV open", "Moderator: Jo · Observer: Al", "Observar: duda",
    "Question 2 (HR) How late?", "Question 3 (Chair)", "Task A. Book a visit", "Why? ↳ Since when? ↳ Who?",
    "Wer plant? Nachfragen: Wann?", "Don't ask: salary", "Positive indicators: calm",
    "\u202ehidden",
    "e\u0301", "🙂", "a\u2028b",
    "[ ] box", "{{x}}", "&amp; <b>bold</b>", "\\", "`code`", "''\"", "#", ": :",
]  # fmt: skip
HEADS = [
    "Topic", "Time", "Minutes", "Owner", "Start", "End", "Question", "Look for", "Criterion", "1", "3", "5", "Share",
    "Monday", "Tuesday", "Thema", "Dauer", "Wer", "Total", "Colour", "Duration (ms)", "Zeit", "Questions / topics",
    "Score", "Poor (1)", "5 – Excellent", "Follow-ups", "What to watch for", "Content",
]  # fmt: skip
_MARKS = ["", "", "", "**", "*", "__", "`", "~~"]


def a_title(random: Random) -> str:
    """A heading, often with a time."""
    title = random.choice(TITLES)
    form = random.choice(
        ["{0}", "{0} ({1})", "{0} - {1}", "{1}: {0}", "({1}) {0}", "{0} *({1})*", "{1} {0}", "{0} {1}"]
    )
    return form.format(_with_word_of_its_own(random, title), random.choice(TIMES))


def a_text(random: Random) -> str:
    """A line of text, at times with marks around it or letters lost."""
    mark = random.choice(_MARKS)
    text = f"{mark}{_with_word_of_its_own(random, random.choice(TEXTS))}{mark}"
    if random.random() < 0.2:
        text = f"{text} {random.choice(TEXTS)}"
    if random.random() < 0.1:
        at = random.randrange(len(text))
        text = text[:at] + random.choice([*"|#*-_`~<>[](){}:;,.!?\"'\\&%=+0123 \t", "\n", "é", "字"]) + text[at + 1 :]
    return text


def _with_word_of_its_own(random: Random, text: str) -> str:
    """Put a word into a text that stands nowhere else, so that it is seen to be missing; into one text of three."""
    if random.random() > 1 / 3:
        return text
    words = text.split(" ")
    words.insert(random.randint(0, len(words)), "".join(random.choices("bdfgklmnprtvz", k=6)))
    return " ".join(words)


def a_table(random: Random) -> list[list[str]]:
    """Rows of cells, the first of which is mostly a head."""
    width = random.randint(1, 5)
    head = [random.choice(HEADS) for _ in range(width)]
    cells = [*TITLES, *TEXTS, *TIMES, "", "", "5", "10"]
    rows = [
        [_with_word_of_its_own(random, random.choice(cells)) for _ in range(width + random.choice([0, 0, 0, -1, 1]))]
        for _ in range(random.randint(0, 5))
    ]
    return [head, *rows] if random.random() < 0.8 else rows or [head]
