"""Who gets to read what: a report for each audience, in every format.

`export` makes one; `FORMATS` and `Audience` say what there is. Everything heavy is imported where it is used.
"""

from facilitator.reports.audience import Audience
from facilitator.reports.exporting import Export, Options, export, export_text
from facilitator.reports.formats import FORMATS, ExportError, Format, WrongTemplate

__all__ = [
    "FORMATS",
    "Audience",
    "Export",
    "ExportError",
    "Format",
    "Options",
    "WrongTemplate",
    "export",
    "export_text",
]
