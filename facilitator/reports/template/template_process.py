"""What is done in the child that renders a user's template: a job in, the result out."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from jinja2 import FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from facilitator.child_process import limit
from facilitator.documents.markdown import escaped
from facilitator.domain.text.dates import by_when
from facilitator.domain.text.durations import clock_text, length_text, over_under
from facilitator.reports import words
from facilitator.reports.template.template import LIMIT_SECONDS, TemplateJob, TemplateResult

MOST_MEMORY_BYTES = 1_000_000_000
MOST_OUTPUT_LETTERS = 50_000_000
MARKUP_SUFFIXES = (".html", ".htm", ".xml", ".svg")


def answer(job: bytes) -> bytes:
    """Render a `TemplateJob` and return its `TemplateResult`, both as JSON. Bound the process first."""
    limit(MOST_MEMORY_BYTES, LIMIT_SECONDS)
    return msgspec.json.encode(result_of(msgspec.json.decode(job, type=TemplateJob)))


def result_of(job: TemplateJob) -> TemplateResult:
    """What comes of a job; never raises for what is in the template."""
    try:
        template = _environment(job).from_string(job.source)
        return TemplateResult(text=_collected(template.generate(job.values | {"report": job.values})))
    except TemplateSyntaxError as error:
        return TemplateResult(error=error.message or "not a template", line=error.lineno)
    except TemplateNotFound as error:
        return TemplateResult(error=f"it can't include other files (“{error.name}”)", line=_line_of(error))
    except MemoryError:
        return TemplateResult(error="it needs too much memory")
    except RecursionError:
        return TemplateResult(error="it calls itself without end")
    except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        return TemplateResult(error=str(error) or type(error).__name__, line=_line_of(error))


def _environment(job: TemplateJob) -> ImmutableSandboxedEnvironment:
    name = job.name.lower().removesuffix(".j2").removesuffix(".jinja").removesuffix(".jinja2")
    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: None),
        autoescape=name.endswith(MARKUP_SUFFIXES),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters.update(filters(job))
    return environment


def filters(job: TemplateJob) -> dict[str, Callable[..., Any]]:
    """What a template can put a value through, beside what Jinja2 brings: `{{ row.actual_seconds | clock }}`."""
    return {
        "clock": clock_text,
        "short": length_text,
        "over_under": over_under,
        "time_of_day": lambda iso: words.time_of(iso, job.timezone),
        "day": lambda iso: words.date_of(iso, job.timezone) if iso else "",
        "due": by_when,
        "name": lambda panelist: job.names.get(panelist or "", panelist or ""),
        "markdown": escaped,
    }


def _collected(pieces: Iterable[str]) -> str:
    """All the pieces together. Raises ValueError when they come to more than a document."""
    kept, letters = [], 0
    for piece in pieces:
        letters += len(piece)
        if letters > MOST_OUTPUT_LETTERS:
            raise ValueError(f"it writes more than {MOST_OUTPUT_LETTERS // 1_000_000} million letters")
        kept.append(piece)
    return "".join(kept)


def _line_of(error: BaseException) -> int:
    """The line of the template in which an error arose: Jinja2 puts its lines into the traceback."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in ("<template>", "<unknown>"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
