"""Agenda files: YAML, JSON or a Markdown guide in; an agenda, or located complaints, out."""

from facilitator.agenda_files.catalogue import bundled, resolve
from facilitator.agenda_files.complaints import Complaint
from facilitator.agenda_files.loading import Loaded, load, parse
from facilitator.agenda_files.schema import schema

__all__ = ["Complaint", "Loaded", "bundled", "load", "parse", "resolve", "schema"]
