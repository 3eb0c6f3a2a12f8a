"""Which checks run, how severe their findings are, and which versions they speak of."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from workbench.checks.finding import Severity


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run.

    `severities` by the name of the check: None turns it off, a severity goes before the check's own. `languages` are
    the tags of the versions that findings are wanted for; empty: all. (All versions are read in any case: they are each
    other's measure.)
    """

    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    languages: tuple[str, ...] = ()

    def runs(self, check: str) -> bool:
        """Return whether the check of that name is on."""
        return self.severities.get(check, Severity.ERROR) is not None

    def wants(self, version: str | None) -> bool:
        """Return whether findings in the version are wanted; those of no single version always are."""
        return version is None or not self.languages or version in self.languages

    def only(self, names: Collection[str], known: Collection[str]) -> Settings:
        """Return settings in which of all `known` checks the named ones alone run, even those that were off."""
        severities = {name: severity for name, severity in self.severities.items() if name in names and severity}
        return Settings({**severities, **{name: None for name in known if name not in names}}, self.languages)
