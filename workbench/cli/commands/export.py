"""`workbench export`: writes an interchange file, or one clean version."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from workbench.cli.command import Command
from workbench.cli.files import write_all
from workbench.cli.reporting import reports_of
from workbench.cli.workspace import open_workspace
from workbench.model.errors import UsageError

if TYPE_CHECKING:
    from workbench.checks.finding import Finding
    from workbench.interchange.export import Export, Exporter, FilesExporter


_Write = Callable[[BinaryIO], None]
_OWN = (".txt", ".ladder", ".toml", ".csv")  # endings of the files that documents and glossaries consist of


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("document", nargs="?", help="the document")
    parser.add_argument("--format", help="such as tmx; --explain lists them")
    parser.add_argument(
        "--version",
        action="append",
        default=[],
        metavar="LANG",
        help="export this version alone, with the pivot where a format needs it (again for more: a table of these, in order)",
    )
    parser.add_argument(
        "--output",
        metavar="FILE",
        help="the file to write (default: standard output); a folder: a file for each version there",
    )
    parser.add_argument(
        "--explain",
        nargs="?",
        const="",
        metavar="FORMAT",
        help="list the formats, or say what one of them does not hold of a document",
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the file as a whole or not at all."""
    from workbench.interchange.export import Export, export_date, exporters, files_exporters

    found: dict[str, Exporter | FilesExporter] = {**exporters(), **files_exporters()}
    if arguments.explain is not None:
        _explain(found, arguments.explain or arguments.format or "")
        return 0
    if not arguments.document or not arguments.format:
        raise UsageError("which document, in which --format? — list the formats with: workbench export --explain")
    exporter = _of_name(found, arguments.format)
    workspace = open_workspace(arguments)
    document = workspace.in_files(arguments.document)
    tags = tuple(dict.fromkeys(arguments.version))
    for tag in tags:
        document.version(tag)
    folder = workspace.shown(workspace.folder(document.name))

    @cache  # checked once, however many versions are written
    def findings() -> Sequence[Finding]:
        return [one for report in reports_of(workspace, (document.name,), ()) for one in report.findings]

    version = tags[0] if len(tags) == 1 else ""
    export = Export(document, export_date(document), version, folder, tags, findings)
    _write(exporter, export, arguments.output, (workspace.root / "texts", workspace.root / "glossary"))
    return 0


def _write(exporter: Exporter | FilesExporter, export: Export, output: str | None, ours: Sequence[Path]) -> None:
    """Write what was asked for; `ours` are the folders whose files are what is exported, and no place for exports."""
    if output and Path(output).is_dir():
        write_all(_not_in(ours, _in_folder(exporter, export, Path(output))))
    elif hasattr(exporter, "files"):
        if not output:
            raise UsageError(f"{exporter.NAME} is several files — name their common beginning with --output")
        files = {Path(f"{output}{ending}"): write for ending, write in exporter.files(export).items()}
        write_all(_not_in(ours, files))
    elif output:
        write_all(_not_in(ours, {Path(output): partial(exporter.write, export)}))
    else:
        if getattr(exporter, "BINARY", False) and sys.stdout.isatty():
            raise UsageError(f"{exporter.NAME} is nothing for a terminal — name a file with --output")
        exporter.write(export, sys.stdout.buffer)
        sys.stdout.buffer.flush()


def _not_in(ours: Sequence[Path], files: dict[Path, _Write]) -> dict[Path, _Write]:
    """Return files that are to be written; raise UsageError for one that would be read as a document's own."""
    for path in files:
        if path.suffix in _OWN and any(path.resolve().is_relative_to(folder.resolve()) for folder in ours):
            raise UsageError(f"{path}: a place of the documents themselves — name a file elsewhere with --output")
    return files


def _in_folder(exporter: Exporter | FilesExporter, export: Export, folder: Path) -> dict[Path, _Write]:
    """Return what writes a version each: those asked for, else all; the pivot too where it does not stand beside each of them."""
    document = export.document
    tags = export.versions or (tuple(document.versions) if getattr(exporter, "ALONE", False) else document.others())
    if not tags:
        said = f"{exporter.NAME} puts a version into each file, and {document.name} has none beside its pivot"
        raise UsageError(f"{said} — add one with: workbench add")
    each = {tag: replace(export, version=tag, versions=(tag,)) for tag in tags}
    if hasattr(exporter, "files"):
        pairs = {f"{document.pivot}-{tag}": exporter.files(one) for tag, one in each.items()}
        return {folder / f"{name}{ending}": write for name, files in pairs.items() for ending, write in files.items()}
    ending = next(iter(getattr(exporter, "SUFFIXES", ())), f".{exporter.NAME}")
    return {folder / f"{tag}{ending}": partial(exporter.write, one) for tag, one in each.items()}


def _of_name(found: dict[str, Exporter | FilesExporter], name: str) -> Exporter | FilesExporter:
    if name not in found:
        raise UsageError(f"no format is called {name!r} — there are: {', '.join(sorted(found))}")
    return found[name]


def _explain(found: dict[str, Exporter | FilesExporter], name: str) -> None:
    """Print a line a format, or what one of them does not hold."""
    if not name:
        width = max(map(len, found))
        for one in sorted(found):
            print(f"{one:{width}}  {found[one].HELP}")
        return
    exporter = _of_name(found, name)
    print(f"{exporter.NAME}: {exporter.HELP}")
    print("does not hold:" if exporter.LOSES else "holds everything")
    for loss in exporter.LOSES:
        print(f"  {loss}")


COMMAND = Command(
    "export",
    "write TMX, a table, a page, JSON Lines, another aligner's files, or one version as clean text",
    configure,
    run,
    order=60,
)
