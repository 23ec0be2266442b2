"""Tests stand where the code stands."""

from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
