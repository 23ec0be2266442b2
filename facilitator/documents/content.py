"""What a format makes of a report: a text, bytes, or a folder of sheets."""

from collections.abc import Mapping

Sheets = Mapping[str, str]
"""File name to text, for a format that is a folder of files."""

Content = str | bytes | Sheets
