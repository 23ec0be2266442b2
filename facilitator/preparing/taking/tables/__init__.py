"""The one reader of tables, whatever format they come from."""

from facilitator.preparing.taking.tables.table_taking import (
    NEITHER,
    has_questions,
    is_rubric,
    is_schedule,
    lengths_in,
    take_table,
)

__all__ = ["NEITHER", "has_questions", "is_rubric", "is_schedule", "lengths_in", "take_table"]
