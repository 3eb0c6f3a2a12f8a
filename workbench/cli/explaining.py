"""`workbench check --explain`: what a check does, how it is set, and how its findings are waived."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.cli.printing import table
from workbench.model.errors import UsageError

if TYPE_CHECKING:
    from workbench.checks.check import Check

_SETTINGS = """Set it in pyproject.toml (or, without "tool.workbench.", in workbench.toml):

    [tool.workbench]
    checks = {{ {name} = "off" }}              # or "error", "warning", "info"; {family} = … sets its whole family

    [[tool.workbench.scope]]                 # for some documents and versions only
    documents = "treaty-*"
    versions = ["kk"]
    checks = {{ {name} = "info" }}
"""
_WAIVER = """Waive one finding in texts/<document>/waivers.toml, with the fingerprint that workbench check --format json prints:

    [[waiver]]
    fingerprint = "…"
    check = "{name}"
    reason = "why it may stand"
"""


def explain(name: str) -> str:
    """Return the explanation of a check or of all checks of a family, or a list of all where no name is given.

    Raises UsageError for an unknown name.
    """
    from workbench.checks.registry import checks, families, names_of
    from workbench.model.nearest import advice

    if not name:
        lines = [[check.family, check.name, check.severity.value, check.summary()] for check in checks()]
        return table(lines) + "\n"
    names = names_of(name)
    if not names:
        known = {check.name for check in checks()} | families().keys()
        raise UsageError(f"no check or family is called {name!r} — {advice(name, known)}")
    return "\n".join(_explained(check) for check in checks() if check.name in names)


def _explained(check: Check) -> str:
    return "\n".join(_parts(check))


def _parts(check: Check) -> Iterator[str]:
    yield f"{check.name}: family {check.family}, severity {check.severity}\n\n{check.summary()}\n\n{check.help}\n"
    wrong, right = check.example
    yield f"    wrong: {wrong}\n    right: {right}\n"
    yield _SETTINGS.format(name=check.name, family=check.family)
    yield _WAIVER.format(name=check.name)
