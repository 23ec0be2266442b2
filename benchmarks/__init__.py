"""How fast the program is, beside bare programs of the same kind. `python -m benchmarks`, see README.md."""
