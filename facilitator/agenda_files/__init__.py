"""Agenda files: YAML, JSON or a Markdown guide in; an agenda, or located complaints, out."""

from facilitator.agenda_files.complaints import Complaint
from facilitator.agenda_files.loading import Loaded, load, parse

__all__ = ["Complaint", "Loaded", "load", "parse"]
