"""The table of checks in README.md, made from their classes.

`python -m tests.checks.readme_table` writes it anew.
"""

from __future__ import annotations

from tests.conftest import ROOT
from workbench.checks.registry import checks

README = ROOT / "README.md"
BEGIN, END = "<!-- checks: python -m tests.checks.readme_table -->\n", "<!-- end of checks -->\n"


def table() -> str:
    """Return the table of all checks: family, name, severity, and what each wants."""
    lines = ["| family | check | severity | what it wants |", "|---|---|---|---|"]
    lines += [f"| {one.family} | `{one.name}` | {one.severity} | {one.summary()} |" for one in checks()]
    return "\n".join(lines) + "\n"


def with_table(readme: str) -> str:
    """Return the text of README.md with the table of today between its two marks."""
    before, rest = readme.split(BEGIN)
    return before + BEGIN + table() + END + rest.split(END)[1]


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
