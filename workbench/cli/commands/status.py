"""`workbench status`: what each version holds, how far it is aligned and reviewed, what is found in it."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from workbench.cli.command import Command
from workbench.cli.printing import table
from workbench.cli.workspace import open_workspace, warn_of_strays
from workbench.model.terminal import plain

if TYPE_CHECKING:
    from workbench.workspace.folder import Workspace


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("documents", nargs="*", metavar="DOCUMENT", help="the documents (default: all)")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print the status of the documents."""
    workspace = open_workspace(arguments)
    names = arguments.documents or workspace.documents()
    warn_of_strays(workspace)
    if arguments.format == "json":
        print(json.dumps({"documents": [summary(workspace, name) for name in names]}, ensure_ascii=False, indent=1))
        return 0
    for name in names:
        print_status(workspace, name)
    if not names:
        print("no documents yet — import one with: workbench new DOCUMENT LANG=FILE LANG=FILE")
    return 0


def summary(workspace: Workspace, name: str) -> dict[str, Any]:
    """Return what `status --format json` says of a document."""
    from collections import Counter

    from workbench.alignment.lapse import lapses
    from workbench.alignment.side import side_of
    from workbench.cli.reporting import reports_of
    from workbench.model.ladder import BeadStatus
    from workbench.workspace.folder import pivot_places

    document = workspace.load(name).document
    findings = next(reports_of(workspace, (name,), ())).findings
    places = pivot_places(document)
    pivot = side_of(document.version(document.pivot))
    versions = []
    for tag, version in document.versions.items():
        ladder = document.ladders.get(tag)
        statuses = Counter(bead.status.value for bead in ladder.beads) if ladder else Counter[str]()
        lapsed = lapses(ladder, pivot, side_of(version)) if ladder else ()
        versions.append(
            {
                "version": tag,
                "status": version.status.value,
                "locked": version.locked,
                "pivot": tag == document.pivot,
                "segments": len(version.text.segments),
                "paragraphs": len(version.text.paragraphs()),
                "beads": {status.value: statuses[status.value] for status in BeadStatus} if ladder else None,
                "lapsed": [
                    {"clause": places[min(one.span.pivot.start, len(places) - 1)].name, "reason": one.reason}
                    for one in lapsed
                ],
                "findings": Counter(f.severity.value for f in findings if f.location.version == tag),
            }
        )
    return {
        "document": name,
        "title": document.title,
        "date": document.date,
        "pivot": document.pivot,
        "versions": versions,
    }


def print_status(workspace: Workspace, name: str) -> None:
    """Print the status of one document as a table."""
    data = summary(workspace, name)
    print(plain(" · ".join(part for part in (name, data["title"], data["date"]) if part)))
    lines = [["", "status", "segments", "auto", "confirmed", "reviewed", "errors", "warnings"]]
    for version in data["versions"]:
        beads = version["beads"] or {}
        found = version["findings"]
        lines.append(
            [
                version["version"]
                + (" (pivot)" if version["pivot"] else "")
                + (" locked" if version["locked"] else ""),
                version["status"],
                str(version["segments"]),
                *(str(beads.get(status, "")) for status in ("auto", "confirmed", "reviewed")),
                *(str(found.get(severity, 0) or "") for severity in ("error", "warning")),
            ]
        )
    print(table(lines))
    for version in data["versions"]:
        for lapse in version["lapsed"]:
            print(f"{version['version']} {lapse['clause']}: {lapse['reason']}")


COMMAND = Command("status", "show each version's segments, beads by status, and findings", configure, run, order=30)
