"""Which checks run, how severe their findings are, and which documents and versions they speak of."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase

from workbench.checks.finding import Severity

Severities = Mapping[str, Severity | None]


@dataclass(frozen=True, slots=True)
class Scope:
    """Severities that hold for some documents and versions only; None turns a check off.

    `documents` and `versions` are patterns of names and tags (`treaty-*`, `uz-*`); no versions: all of them, and findings
    that speak of no single version.
    """

    severities: Severities
    documents: str = "*"
    versions: tuple[str, ...] = ()

    def holds(self, document: str, version: str | None) -> bool:
        """Return whether the scope takes in a version of a document (None: the document as a whole)."""
        if not fnmatchcase(document, self.documents):
            return False
        return not self.versions or (version is not None and any(fnmatchcase(version, one) for one in self.versions))


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run.

    `severities` by the name of the check: None turns it off, a severity goes before the check's own. Of `scopes` the last
    one that holds goes before those above it and before `severities`. `languages` are the tags of the versions that
    findings are wanted for; empty: all. (All versions are read in any case: they are each other's measure.) `narrowed`
    says that some checks are left out in this run alone: then nobody knows what of the baseline is still found.
    """

    severities: Severities = field(default_factory=dict)
    languages: tuple[str, ...] = ()
    scopes: tuple[Scope, ...] = ()
    narrowed: bool = False

    def runs(self, check: str) -> bool:
        """Return whether the check of that name is on, be it in some scope only."""
        if self.severities.get(check, Severity.ERROR) is not None:
            return True
        return any(scope.severities.get(check) is not None for scope in self.scopes)

    def severity(self, check: str, document: str, version: str | None, own: Severity) -> Severity | None:
        """Return the severity of a finding that is `own` where nothing is set, or None where its check is off."""
        for scope in reversed(self.scopes):
            if check in scope.severities and scope.holds(document, version):
                return scope.severities[check]
        return self.severities.get(check, own)

    def wants(self, version: str | None) -> bool:
        """Return whether findings in the version are wanted; those of no single version always are."""
        return version is None or not self.languages or version in self.languages

    def only(self, names: Collection[str], known: Collection[str]) -> Settings:
        """Return settings in which of all `known` checks the named ones alone run, even those that were off."""
        off: Severities = {name: None for name in known if name not in names}
        scopes = tuple(replace(scope, severities=_on(scope.severities, names)) for scope in self.scopes)
        return replace(self, severities={**_on(self.severities, names), **off}, scopes=scopes, narrowed=True)


def _on(severities: Severities, names: Collection[str]) -> Severities:
    return {name: severity for name, severity in severities.items() if name in names and severity}
