"""Waivers: the recorded reason why a finding may stand."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that may stand, by its fingerprint, and why. The other fields tell a reader what it was about.

    `line` is where the waiver stands in its file, 1-based.
    """

    fingerprint: str
    check: str
    version: str
    clause: str
    words: str
    reason: str
    line: int = field(default=1, compare=False)
