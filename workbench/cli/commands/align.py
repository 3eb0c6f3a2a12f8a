"""`workbench align`: realigns a document, or aligns files without a workspace."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.command import Command
from workbench.cli.corpus import add_corpus_arguments, align_manifest
from workbench.cli.documents import add_reading_arguments, read_files
from workbench.cli.encoder import add_encoder_argument, load_encoder, say_doubts
from workbench.cli.workspace import only_document, open_workspace
from workbench.model.errors import UsageError

if TYPE_CHECKING:
    from workbench.alignment.documents import Aligner
    from workbench.model.document import Document
    from workbench.model.ladder import Ladder


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "targets",
        nargs="*",
        metavar="DOCUMENT [LANG …] | [LANG=]FILE …",
        help="a document of the workspace and perhaps some of its versions; or files, the first one the pivot",
    )
    add_encoder_argument(parser)
    parser.add_argument(
        "--format", choices=("json", "tmx", "ladder"), default="json", help="for files: what is printed"
    )
    parser.add_argument("--explain", action="store_true", help="for files: say in JSON why each bead is as it is")
    add_reading_arguments(parser, "for files: ")
    add_corpus_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Align files where the arguments are some, else the versions of a document, all of them together."""
    if arguments.corpus is not None:
        return align_manifest(arguments)
    if any("=" in target or Path(target).is_file() for target in arguments.targets):
        return _align_files(arguments)
    return _align_document(arguments)


def _align_document(arguments: argparse.Namespace) -> int:
    from dataclasses import replace

    from workbench.alignment.documents import Aligner
    from workbench.alignment.side import side_of
    from workbench.alignment.stamp import stamped

    workspace = open_workspace(arguments)
    name = only_document(workspace, arguments.targets[0] if arguments.targets else None)
    if arguments.explain:
        raise UsageError(f"--explain is for files — of a document ask: workbench explain {name}")
    loaded = workspace.read(name)
    document = loaded.document
    tags = arguments.targets[1:] or document.others()
    for tag in tags:
        document.version(tag)
        if tag == document.pivot:
            raise UsageError(f"{tag} is the pivot — name other versions, or none for all")
    pivot = side_of(document.version(document.pivot))
    ladders = {tag: stamped(ladder, pivot, side_of(document.version(tag))) for tag, ladder in document.ladders.items()}
    aligner = Aligner(replace(document, ladders=ladders), load_encoder(arguments, workspace.root), workspace.termbase())
    # Ladders that were not asked for change only where a hand edit left them behind.
    for tag in document.others():
        document = document.with_ladder(tag, aligner.ladder(tag) if tag in tags else aligner.repaired(tag))
    for tag in tags:
        print(f"{tag}: {_difference(loaded.document.ladders[tag], document.ladders[tag])}", file=sys.stderr)
    say_doubts(document)
    workspace.save(document, loaded)
    return 0


def _difference(before: Ladder, after: Ladder) -> str:
    from difflib import SequenceMatcher

    kept = sum(bead.status.value != "auto" for bead in after.beads)
    lost = sum(bead.status.value != "auto" for bead in before.beads) - kept
    counts = [[(bead.pivot, bead.version) for bead in one.beads] for one in (before, after)]
    changes = SequenceMatcher(a=counts[0], b=counts[1], autojunk=False).get_opcodes()
    changed = sum(end - start for what, _, _, start, end in changes if what != "equal")
    return f"{len(after.beads)} beads, {changed} changed, {kept} confirmed and kept" + (
        f", {lost} no longer confirmed since their texts changed" if lost > 0 else ""
    )


def _align_files(arguments: argparse.Namespace) -> int:
    from workbench.alignment.documents import Aligner
    from workbench.model.document import Document, Version

    files = arguments.targets
    if len(files) < 2:
        raise UsageError("one file alone cannot be aligned — name two or more, the first one the pivot")
    if arguments.format == "ladder" and len(files) != 2:
        raise UsageError("--format ladder prints one ladder — name two files")
    if arguments.explain and arguments.format != "json":
        raise UsageError(f"--format {arguments.format} has no room for --explain — write --format json")
    versions = {tag: Version(tag, one.text) for tag, one in read_files(files, arguments).items()}
    document = Document("document", next(iter(versions)), versions=versions)
    aligner = Aligner(document, load_encoder(arguments, None))
    for tag in document.others():
        document = document.with_ladder(tag, aligner.ladder(tag))
    say_doubts(document)
    if arguments.format == "json":
        _print_json(document, aligner if arguments.explain else None)
    else:
        _print(document, arguments.format)
    return 0


def _print_json(document: Document, explained_by: Aligner | None) -> None:
    from workbench.alignment.explain import weights_of
    from workbench.alignment.side import side_of
    from workbench.alignment.stateless import alignment_data

    sides = [(tag, side_of(version)) for tag, version in document.versions.items()]
    why = None if explained_by is None else weights_of(explained_by)
    json.dump(alignment_data(sides, document.ladders, why), sys.stdout, ensure_ascii=False)
    print()


def _print(document: Document, form: str) -> None:
    if form == "tmx":
        from workbench.interchange import tmx
        from workbench.interchange.export import Export, export_date

        tmx.write(Export(document, export_date(document)), sys.stdout.buffer)
    else:
        from workbench.workspace.folder import pivot_places
        from workbench.workspace.ladder_format import format_ladder

        print(format_ladder(document.ladders[document.others()[0]], pivot_places(document)), end="")


COMMAND = Command(
    "align",
    "realign a document's versions, keeping confirmed beads; or align files and print the result",
    configure,
    run,
    order=31,
)
