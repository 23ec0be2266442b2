"""A user's own template (Jinja2): rendered in a process of its own, so that none can hold up or fill the machine.

The sandbox keeps a template from the program's insides; the process keeps it from running on. What it gets is the
report as plain values, under the keys of the JSON export.
"""

from pathlib import Path

import msgspec

from facilitator import child_process

LIMIT_SECONDS = 10
LARGEST_SOURCE_BYTES = 256_000


class TemplateJob(msgspec.Struct, frozen=True):
    """What the process is given. `values` are the template's variables, `timezone` is for its filters."""

    name: str
    source: str
    values: dict[str, object]
    timezone: str = "UTC"
    names: dict[str, str] = {}


class TemplateResult(msgspec.Struct, frozen=True):
    """What comes of it: `error` is empty exactly when `text` counts; `line` is 0 when no line is to blame."""

    text: str = ""
    error: str = ""
    line: int = 0


class TemplateError(Exception):
    """A template that can't be rendered. The text begins with where: `file:line: `."""


def rendered(template: Path, report: msgspec.Struct, timezone: str, names: dict[str, str]) -> str:
    """`report` put through the file `template`. `names` are the panelists', by id. Raises TemplateError."""
    values = msgspec.to_builtins(report, str_keys=True)
    job = TemplateJob(str(template), _source(template), values, timezone, names)
    result = _run(job)
    if result.error:
        place = f"{template}:{result.line}" if result.line else str(template)
        raise TemplateError(f"{place}: {result.error}")
    return result.text


def _source(template: Path) -> str:
    try:
        with template.open("rb") as file:
            data = file.read(LARGEST_SOURCE_BYTES + 1)
    except OSError as error:
        raise TemplateError(f"{template}: {error.strerror or error}") from None
    if len(data) > LARGEST_SOURCE_BYTES:
        raise TemplateError(f"{template}: too large for a template, the most is {LARGEST_SOURCE_BYTES // 1000} kB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TemplateError(f"{template}: not UTF-8, from byte {error.start} on") from None


def _run(job: TemplateJob) -> TemplateResult:
    try:
        answer = child_process.run(
            "facilitator.reports.template.template_process",
            msgspec.json.encode(job),
            limit_seconds=LIMIT_SECONDS,
            environment={},
        )
        return msgspec.json.decode(answer, type=TemplateResult)
    except TimeoutError:
        return TemplateResult(error=f"it was not done after {LIMIT_SECONDS} seconds")
    except (OSError, msgspec.DecodeError):
        return TemplateResult(error="it needs more time or memory than a template may")
