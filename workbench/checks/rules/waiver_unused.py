"""waiver-unused: a waiver that waives nothing."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.check import Check, Draft
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading


class WaiverUnused(Check):
    """Every waiver waives a finding that is still there.

    The runner finds those that do not, since it alone knows which were used.
    """

    name = "waiver-unused"
    family = "waivers"
    severity = Severity.WARNING
    help = (
        "A finding was waived in waivers.toml, and there is no such finding any more: the text has changed since. "
        "Take the waiver out, or look again at what the changed text says."
    )
    example = ("a waiver of IV. that was changed to 4. since", "the waiver taken out of waivers.toml")

    def findings(self, reading: Reading) -> Iterator[Draft]:  # noqa: ARG002
        """Yield nothing: see `workbench.checks.runner`."""
        return iter(())
