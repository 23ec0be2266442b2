"""The one reader of tables, whatever format they come from."""

from facilitator.preparing.taking.tables.table_taking import take_table

__all__ = ["take_table"]
