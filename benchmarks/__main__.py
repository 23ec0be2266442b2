"""Measures, prints the table, and writes it to README.md and results.json beside this file.

Those two are written only by a full run of everything; `--quick` and a choice of rows just print.
"""

import argparse
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import FULL, QUICK, Measure, Scale
from benchmarks.painting import NeverPainted
from benchmarks.report import Results, as_json, in_readme, table, this_machine
from benchmarks.rows import ROWS, Row

HERE = Path(__file__).parent
DISK = "/var/tmp"
"""Where temporary files are on a disk: `/tmp` may be in memory."""

FAILED: list[str] = []
"""The rows whose programs didn't do what they were to be measured at."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Speed beside bare programs.")
    parser.add_argument("rows", nargs="*", metavar="ROW", help=f"only these, of {', '.join(ROWS)}")
    parser.add_argument("--quick", action="store_true", help="few pairs, to see where one stands")
    parser.add_argument("--json", action="store_true", help="print JSON instead of the table")
    options = parser.parse_args()
    unknown = set(options.rows) - set(ROWS)
    if unknown:
        parser.error(f"there is no row {', '.join(sorted(unknown))}")
    scale = QUICK if options.quick else FULL
    chosen = {name: row for name, row in ROWS.items() if name in options.rows or not options.rows}
    measures = [measure for name, row in chosen.items() for measure in measured(name, row, scale)]
    results = Results(this_machine(), scale.pairs, tuple(measures))
    print(as_json(results).decode() if options.json else table(results))
    if FAILED:
        sys.exit(f"Could not be measured: {', '.join(FAILED)}.")
    if scale is FULL and not options.rows:
        readme = HERE / "README.md"
        readme.write_text(in_readme(readme.read_text("utf-8"), results), "utf-8")
        (HERE / "results.json").write_bytes(as_json(results))


def measured(name: str, row: Row, scale: Scale) -> list[Measure]:
    """The measures of one row, in a folder of its own."""
    print(f"{name} …", file=sys.stderr, flush=True)
    with TemporaryDirectory(dir=DISK) as folder:
        try:
            return list(row(scale, Path(folder)))
        except (NeverPainted, subprocess.SubprocessError) as failure:
            print(failure, file=sys.stderr)
            FAILED.append(name)
            return []


if __name__ == "__main__":
    main()
