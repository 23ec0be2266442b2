"""Erasing a note of an interview that stays: in its journal, and in every other file that has it."""
