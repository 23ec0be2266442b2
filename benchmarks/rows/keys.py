"""From a key to its paint, and that none is lost."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from string import ascii_lowercase

from benchmarks.material import make_session
from benchmarks.measure import Measure, Scale, percentile, ratio
from benchmarks.painting import paint_delays
from benchmarks.programs import FACILITATOR, SAMPLE, bare, environment
from benchmarks.terminal import Terminal
from facilitator.domain.session.fold import fold
from facilitator.storage import journal

PER_SECOND = 50
LINE_LENGTH = 60
CLEAR_LINE = "\x15"  # Ctrl+U
BETWEEN_KEYS = 0.03
PASTED = 5000
SHOWN_LENGTH = 20
"""How much of the end of a line has to be read: a long line scrolls."""

Delays = Callable[[], list[float]]


def key_to_paint(scale: Scale, folder: Path) -> Iterator[Measure]:
    """Keys at 50 a second while the clock runs, in the note line and in a bare `Input`."""
    home = environment(folder)
    plain = _typing(bare("input_app"), home, "", scale.keys)
    live = _typing([FACILITATOR, "run", SAMPLE], home, "/start\r", scale.keys)
    runs = _runs_in_turn(plain, live, scale.pairs)
    goals = ((50, 1.4), (95, 1.6), (99, 3.0))
    yield from _percentiles("key to paint, clock running", "a bare `Input`", runs, goals)


def key_to_paint_in_long_session(scale: Scale, folder: Path) -> Iterator[Measure]:
    few, many = (_typing_in_session(folder / str(notes), notes, scale.keys) for notes in (10, 10_000))
    runs = _runs_in_turn(few, many, scale.pairs)
    yield from _percentiles("key to paint with 10,000 notes", "with 10", runs, ((99, 1.2),))


def nothing_lost(scale: Scale, folder: Path) -> Iterator[Measure]:
    """What the journal has of what was typed at 50 keys a second, and of a paste."""
    typed = [_letters(LINE_LENGTH, seed) for seed in range(scale.keys // LINE_LENGTH)]
    kept = _kept_notes(folder / "typed", [f"{line}\r" for line in typed], 1 / PER_SECOND)
    lost = sum(len(line) for line in typed if line not in kept)
    yield Measure(f"keys lost at {PER_SECOND}/s, of {LINE_LENGTH * len(typed)}", "", 0, "keys", (lost,))
    paste = _letters(PASTED, 0)
    kept = _kept_notes(folder / "pasted", [f"\x1b[200~{paste}\x1b[201~", "\r"], 0)
    missing = 0 if paste in kept else PASTED
    yield Measure(f"characters lost of a paste of {PASTED:,}", "", 0, "characters", (missing,))


def _runs_in_turn(bare_keys: Delays, ours: Delays, pairs: int) -> list[tuple[list[float], list[float]]]:
    bare_keys()
    ours()
    return [(bare_keys(), ours()) for _ in range(pairs)]


def _percentiles(
    what: str, against: str, runs: Sequence[tuple[list[float], list[float]]], goals: Sequence[tuple[int, float]]
) -> Iterator[Measure]:
    for percent, goal in goals:
        pairs = [(percentile(one, percent) * 1000, percentile(other, percent) * 1000) for one, other in runs]
        yield ratio(f"{what}, p{percent}", against, goal, pairs, "ms")


def _typing(command: Sequence[str], home: dict[str, str], first: str, keys: int) -> Delays:
    """Types `first`, and then lines of letters; the delays of these, in seconds. Raises NeverPainted."""

    def run() -> list[float]:
        delays = []
        with Terminal(command, home) as terminal:
            terminal.read_until_quiet()
            terminal.press(first, [BETWEEN_KEYS] * len(first))
            for line_number in range(max(1, keys // LINE_LENGTH)):
                terminal.read_for(0.5)
                line = _letters(LINE_LENGTH, line_number)
                written = terminal.press(line, _pauses(line_number))
                terminal.read_for(0.5)
                delays.append((written, line))
                terminal.send(CLEAR_LINE)
            return _delays(terminal, delays)

    return run


def _delays(terminal: Terminal, lines: Sequence[tuple[list[float], str]]) -> list[float]:
    written = [at for moments, _ in lines for at in moments]
    visible = [line[max(0, end - SHOWN_LENGTH) : end] for _, line in lines for end in range(1, len(line) + 1)]
    return paint_delays(terminal.chunks, written, visible)


def _typing_in_session(folder: Path, notes: int, keys: int) -> Delays:
    make_session(folder / "library", "session", notes)
    return _typing([FACILITATOR, "resume", "session"], environment(folder), "", keys)


def _kept_notes(folder: Path, pieces: Sequence[str], pause: float) -> set[str]:
    """The texts of the notes that a session has after `pieces` were typed, key by key if there is a `pause`."""
    path = make_session(folder / "library", "session", 0)
    with Terminal([FACILITATOR, "resume", "session"], environment(folder)) as terminal:
        terminal.read_until_quiet()
        for piece in pieces:
            if pause:
                terminal.press(piece, [pause] * len(piece))
            else:
                terminal.send(piece)
            terminal.read_for(0.5)
        terminal.read_for(0.5)
    return {note.text for note in fold(journal.read_events(path)).notes.values()}


def _letters(length: int, seed: int) -> str:
    """Always the same letters for a seed."""
    return "".join(Random(seed).choices(ascii_lowercase, k=length))


def _pauses(seed: int) -> list[float]:
    """On average those of 50 keys a second, and never in step with a clock."""
    random = Random(seed)
    return [random.uniform(0.5, 1.5) / PER_SECOND for _ in range(LINE_LENGTH)]
