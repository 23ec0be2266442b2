"""Who gets to read what: a report for each audience, in every format.

`export` makes one; `FORMATS` and `Audience` list what there is. Heavy modules are imported where they are used.
"""

from facilitator.reports.audience import Audience, Extent
from facilitator.reports.exporting import Export, Options, export, export_text
from facilitator.reports.formats import FORMATS, ExportError, Format, WrongTemplate

__all__ = [
    "FORMATS",
    "Audience",
    "Export",
    "ExportError",
    "Extent",
    "Format",
    "Options",
    "WrongTemplate",
    "export",
    "export_text",
]
