"""baseline-unused: a fingerprint of the baseline that no finding bears any more."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.check import Check, Draft
from workbench.checks.finding import Severity
from workbench.checks.reading import Reading


class BaselineUnused(Check):
    """The baseline holds what is still found.

    The runner finds what is not, since it alone knows all findings.
    """

    name = "baseline-unused"
    family = "waivers"
    severity = Severity.INFO
    help = (
        "The document started with this finding, and it is gone: somebody has mended it, or the text has changed. "
        "Run workbench check --write-baseline, which takes it out of baseline.txt. A run of some checks alone "
        "(--only) says nothing of the baseline."
    )
    example = ("a line of baseline.txt whose finding was mended", "the line pruned by workbench check --write-baseline")

    def findings(self, reading: Reading) -> Iterator[Draft]:  # noqa: ARG002
        """Yield nothing: see `workbench.checks.runner`."""
        return iter(())
