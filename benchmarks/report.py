"""The results as a Markdown table for people and as JSON for programs, with the machine that they are from."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

import msgspec

from benchmarks.measure import Measure

HEADING = ("| what | against | goal | measured | min-max | ours | bare | met |", "|---|---|---|---|---|---|---|---|")
TABLE_BEGINS = "<!-- table -->"
TABLE_ENDS = "<!-- end of table -->"


class Machine(msgspec.Struct, frozen=True):
    """What the numbers depend on; nothing by which a machine could be told from another of its kind."""

    system: str
    processor: str
    cores: int
    python: str
    textual: str


class Results(msgspec.Struct, frozen=True):
    """One run of the benchmarks."""

    machine: Machine
    pairs: int
    measures: tuple[Measure, ...]


def this_machine() -> Machine:
    return Machine(
        system=platform.system(),
        processor=_processor(),
        cores=os.cpu_count() or 1,
        python=platform.python_version(),
        textual=version("textual"),
    )


def table(results: Results) -> str:
    """The results in Markdown."""
    machine = results.machine
    where = (
        f"{machine.processor}, {machine.cores} cores, {machine.system}; "
        f"Python {machine.python}, Textual {machine.textual}; median of {results.pairs} pairs."
    )
    return "\n".join([where, "", *HEADING, *map(_row, results.measures), ""])


def as_json(results: Results) -> bytes:
    """The results with every single value, and what came of it."""
    document = msgspec.to_builtins(results)
    for row, measure in zip(document["measures"], results.measures, strict=True):
        row.update(value=measure.value, met=measure.is_met)
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def _row(measure: Measure) -> str:
    unit = "×" if measure.unit == "×" else f" {measure.unit}"
    low, high = min(measure.values), max(measure.values)
    cells = (
        measure.what,
        measure.against,
        f"≤ {_number(measure.goal)}{unit}",
        f"**{_number(measure.value)}{unit}**",
        f"{_number(low)}-{_number(high)}",
        _amount(measure.ours, measure.of_unit),
        _amount(measure.bare, measure.of_unit),
        "yes" if measure.is_met else "no",
    )
    return f"| {' | '.join(cells)} |"


def _amount(value: float | None, unit: str) -> str:
    return "" if value is None else f"{_number(value)} {unit}"


def _number(value: float) -> str:
    """Three digits are what such a number is good for; a whole number stays whole."""
    return f"{value:,.0f}" if value >= 100 or value == round(value) else f"{value:.3g}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def in_readme(readme: str, results: Results) -> str:
    """`readme` with its table, the part between the two marks, replaced."""
    before, mark, rest = readme.partition(TABLE_BEGINS)
    _, end_mark, after = rest.partition(TABLE_ENDS)
    if not (mark and end_mark):
        raise ValueError("README.md has lost the marks between which the table stands")
    return f"{before}{mark}\n\n{table(results)}\n{end_mark}{after}"
