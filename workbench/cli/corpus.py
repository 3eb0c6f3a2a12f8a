"""`workbench align --corpus`: many documents, here or on a cluster."""

from __future__ import annotations

import argparse
import functools
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.workspace import text_of
from workbench.model.errors import UsageError

if TYPE_CHECKING:
    from workbench.alignment.executors import Workers


def add_corpus_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what a corpus run takes."""
    group = parser.add_argument_group("a corpus of many documents")
    group.add_argument(
        "--corpus", type=Path, metavar="MANIFEST", help="JSON Lines, a document each: name, pivot, files by language"
    )
    group.add_argument(
        "--output", type=Path, metavar="FOLDER", help="where results go; a run that was cut off goes on there"
    )
    group.add_argument("--jobs", type=int, metavar="N", help="local processes (default: one for each core)")
    group.add_argument("--scheduler", metavar="ADDRESS", help="a Dask scheduler instead, such as tcp://127.0.0.1:8786")


def align_manifest(arguments: argparse.Namespace) -> int:
    """Align the documents of a manifest; return 0, or 1 where some are broken."""
    from workbench.alignment.corpus import RECORD, Settings, align_corpus
    from workbench.alignment.encoders.registry import AUTO, load
    from workbench.alignment.manifest import parse_manifest
    from workbench.cli.progress import TerminalProgress
    from workbench.workspace.bytes import decode, read_bytes

    if arguments.targets:
        raise UsageError(f"{arguments.targets[0]!r} beside --corpus — the manifest says what is aligned")
    if arguments.output is None:
        raise UsageError("--corpus needs --output FOLDER — name where the results go")
    if arguments.format != "json":
        raise UsageError(f"--format {arguments.format} beside --corpus — its results are JSON")
    workers = _workers(arguments)
    path = arguments.corpus
    entries = parse_manifest(decode(read_bytes(path), str(path)), path)
    progress = TerminalProgress()
    # Loaded here once, so that a name that is none is one error and not one for each document.
    encoder, _ = load(arguments.encoder or AUTO, progress)
    cut = functools.partial(text_of, encoding=arguments.encoding, segmented=arguments.segmented)
    form = f"{arguments.encoding or ''} {'segmented' if arguments.segmented else ''}".strip()
    summary = align_corpus(entries, arguments.output, Settings(cut, encoder, form), workers, progress)
    there = f", {summary.there} were there already" if summary.there else ""
    broken = f", {len(summary.broken)} broken (see {arguments.output / RECORD})" if summary.broken else ""
    print(f"{summary.aligned} documents aligned with encoder {encoder}{there}{broken}", file=sys.stderr)
    return 1 if summary.broken else 0


def _workers(arguments: argparse.Namespace) -> Workers:
    import os

    from workbench.alignment.executors import ClusterWorkers, LocalWorkers

    if arguments.jobs is not None and arguments.jobs < 1:
        raise UsageError(f"--jobs {arguments.jobs} — one at least")
    if arguments.scheduler is None:
        return LocalWorkers(arguments.jobs or os.cpu_count() or 1)
    if arguments.jobs is not None:
        raise UsageError("--jobs beside --scheduler — the cluster says how many workers it has")
    return ClusterWorkers(arguments.scheduler)
