"""What commands share in checking documents, and in handing out reports."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.files import write_whole
from workbench.cli.printing import in_colour
from workbench.model.errors import InputError, UsageError

if TYPE_CHECKING:
    from workbench.checks.registry import ReportFormat
    from workbench.checks.runner import Report
    from workbench.checks.settings import Settings
    from workbench.cli.progress import TerminalProgress
    from workbench.workspace.folder import Workspace


def format_named(name: str) -> ReportFormat:
    """Return the report format of a name; raise UsageError where there is none."""
    from workbench.checks.registry import report_formats
    from workbench.model.nearest import advice

    formats = report_formats()
    if name not in formats:
        raise UsageError(f"no report format is called {name!r} — {advice(name, formats)}")
    return formats[name]


def outputs_of(arguments: Sequence[str]) -> dict[Path, ReportFormat]:
    """Return the formats of arguments like `json=report.json` by file.

    Raises UsageError for another form, an unknown format and one file twice, InputError for a file that cannot be written.
    """
    outputs: dict[Path, ReportFormat] = {}
    for argument in arguments:
        name, sign, written = argument.partition("=")
        if not sign or not written:
            raise UsageError(f"--output {argument!r} is no FORMAT=FILE — write it like json=report.json")
        path = Path(written)
        if path in outputs:
            raise UsageError(f"--output {written} is there twice — name a file of its own for each report")
        outputs[path] = format_named(name)
        # Said before the checks run, which may take long.
        if path.is_dir() or not os.access(path.parent, os.W_OK | os.X_OK):
            why = "is a folder" if path.is_dir() else "cannot be written"
            raise InputError(why, path=written, advice="name another file")
    return outputs


def hand_out(reports: Iterable[Report], shown: ReportFormat, outputs: dict[Path, ReportFormat]) -> list[Report]:
    """Print reports to standard output as they come, write them to files when all are there, and return them."""
    taken: list[Report] = []

    def noted() -> Iterator[Report]:
        for report in reports:
            taken.append(report)
            yield report
            sys.stdout.flush()

    for piece in shown.coloured(noted()) if in_colour(sys.stdout) else shown.pieces(noted()):
        sys.stdout.write(piece)
    sys.stdout.flush()
    for path, made in outputs.items():
        write_whole(path, made.write(taken).encode("utf-8"))
    return taken


def settings_of(workspace: Workspace, only: Sequence[str] = ()) -> Settings:
    """Return the settings of the workspace, for the checks and families of `only` alone where any are named.

    Raises InputError for settings that cannot be read, UsageError for an unknown name.
    """
    from workbench.checks.registry import checks, families, names_of
    from workbench.model.nearest import advice
    from workbench.workspace.configuration import read_settings

    settings = read_settings(workspace.root)
    known = {check.name for check in checks()}
    for name in only:
        if not names_of(name):
            raise UsageError(f"no check or family is called {name!r} — {advice(name, known | families().keys())}")
    return settings.only({one for name in only for one in names_of(name)}, known) if only else settings


def reports_of(workspace: Workspace, names: Sequence[str], only: Sequence[str]) -> Iterator[Report]:
    """Yield a report for each document, as `reports_in_parts` makes it."""
    from workbench.checks.runner import whole_reports

    return whole_reports(reports_in_parts(workspace, names, only))


def reports_in_parts(
    workspace: Workspace, names: Sequence[str], only: Sequence[str], jobs: int | None = None
) -> Iterator[Report]:
    """Yield a report for each part of each document, by all checks or by those named, each as soon as it is there.

    Long documents are checked in `jobs` processes, one for each core unless told otherwise.

    Raises UsageError for an unknown name, and InputError and its kin for what cannot be read of any document, before any
    check runs.
    """
    from workbench.checks.processes import Processes
    from workbench.checks.reading import Reading
    from workbench.checks.runner import reports
    from workbench.cli.progress import TerminalProgress

    settings = settings_of(workspace, only)
    termbase = workspace.termbase()
    progress = TerminalProgress()
    read = [(workspace.load(name).document, workspace.waivers(name), workspace.baseline(name)) for name in names]
    looker = Processes(jobs or os.cpu_count() or 1)
    made = (
        reports(Reading(document, termbase), settings, waivers, baseline, progress.step, looker)
        for document, waivers, baseline in read
    )
    return _undisturbed(chain.from_iterable(made), progress)


def _undisturbed(made: Iterator[Report], progress: TerminalProgress) -> Iterator[Report]:
    """Yield reports with the line of progress out of the way of what is printed of them."""
    for report in made:
        progress.clear()
        yield report
