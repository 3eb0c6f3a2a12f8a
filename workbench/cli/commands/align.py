"""`workbench align`: realigns a document, or aligns files without a workspace."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Collection
from typing import TYPE_CHECKING

from workbench.cli.command import Command
from workbench.cli.corpus import add_corpus_arguments, align_manifest
from workbench.cli.workspace import language_files, only_document, open_workspace, read_text
from workbench.model.errors import UsageError

if TYPE_CHECKING:
    from workbench.glossary.termbase import TermBase
    from workbench.model.document import Document


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "targets",
        nargs="*",
        metavar="DOCUMENT [LANG …] | LANG=FILE …",
        help="a document of the workspace and perhaps some of its versions; or files, the first one the pivot",
    )
    parser.add_argument(
        "--format", choices=("json", "tmx", "ladder"), default="json", help="for files: what is printed"
    )
    parser.add_argument("--segmented", action="store_true", help="for files: they hold one segment a line already")
    parser.add_argument("--encoding", help="for files: what they are encoded in (default: UTF-8)")
    parser.add_argument(
        "--encoder",
        metavar="NAME",
        help="align all versions together with vectors of auto, words, e5, sentence-transformers:NAME, or with none "
        "(without this option: each version by itself, without vectors)",
    )
    add_corpus_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Align files where an argument is LANG=FILE, else the versions of a document."""
    if arguments.corpus is not None:
        return align_manifest(arguments)
    if any("=" in target for target in arguments.targets):
        return _align_files(arguments)
    return _align_document(arguments)


def _align_document(arguments: argparse.Namespace) -> int:
    from difflib import SequenceMatcher

    from workbench.alignment.repair import repair
    from workbench.alignment.side import side_of
    from workbench.alignment.stamp import stamped

    workspace = open_workspace(arguments)
    name = only_document(workspace, arguments.targets[0] if arguments.targets else None)
    loaded = workspace.read(name)
    document = loaded.document
    tags = arguments.targets[1:] or document.others()
    for tag in tags:
        document.version(tag)
        if tag == document.pivot:
            raise UsageError(f"{tag} is the pivot — name other versions, or none for all")
    # A ladder that a hand edit left behind is brought in step first: what was confirmed is found again by its digests.
    pivot = side_of(document.version(document.pivot))
    for tag in document.others():
        version = side_of(document.version(tag))
        ladder = stamped(document.ladders[tag], pivot, version)
        document = document.with_ladder(tag, repair(ladder, pivot, version))
    document = _realigned(document, tags, workspace.termbase(), arguments.encoder)
    for tag in tags:
        before, ladder = loaded.document.ladders[tag], document.ladders[tag]
        kept = sum(bead.status.value != "auto" for bead in ladder.beads)
        lost = sum(bead.status.value != "auto" for bead in before.beads) - kept
        counts = [[(bead.pivot, bead.version) for bead in one.beads] for one in (before, ladder)]
        changes = SequenceMatcher(a=counts[0], b=counts[1], autojunk=False).get_opcodes()
        changed = sum(end - start for what, _, _, start, end in changes if what != "equal")
        print(
            f"{tag}: {len(ladder.beads)} beads, {changed} changed, {kept} confirmed and kept"
            + (f", {lost} no longer confirmed since their texts changed" if lost > 0 else ""),
            file=sys.stderr,
        )
    workspace.save(document, loaded)
    return 0


def _realigned(
    document: Document, tags: Collection[str], termbase: TermBase | None, encoder_name: str | None
) -> Document:
    """Return the document with new ladders: pair by pair, or where an encoder is named all versions together."""
    if encoder_name is not None:
        from workbench.alignment.documents import align_document
        from workbench.alignment.encoders.registry import best, encoder
        from workbench.cli.progress import TerminalProgress

        name = best() if encoder_name == "auto" else encoder_name
        aligned = align_document(document, encoder(name, TerminalProgress()), termbase, tags)
        print(f"aligned together with encoder {name}", file=sys.stderr)
        return aligned
    from workbench.alignment.align import realign

    for tag in tags:
        document = document.with_ladder(tag, realign(document, tag, termbase))
    return document


def _align_files(arguments: argparse.Namespace) -> int:
    from workbench.model.document import Document, Version

    files = language_files(arguments.targets)
    if len(files) < 2:
        raise UsageError("one file alone cannot be aligned — name two or more, the first one the pivot")
    if arguments.format == "ladder" and len(files) != 2:
        raise UsageError("--format ladder prints one ladder — name two files")
    versions = {
        tag: Version(tag, read_text(path, tag, arguments.encoding, arguments.segmented)) for tag, path in files.items()
    }
    document = Document("document", next(iter(versions)), versions=versions)
    document = _realigned(document, document.others(), None, arguments.encoder)
    _print(document, arguments.format)
    return 0


def _print(document: Document, form: str) -> None:
    if form == "tmx":
        from workbench.interchange import tmx
        from workbench.interchange.export import Export, export_date

        tmx.write(Export(document, export_date(document)), sys.stdout.buffer)
    elif form == "ladder":
        from workbench.workspace.folder import pivot_places
        from workbench.workspace.ladder_format import format_ladder

        print(format_ladder(document.ladders[document.others()[0]], pivot_places(document)), end="")
    else:
        from workbench.alignment.side import side_of
        from workbench.alignment.stateless import alignment_data

        sides = [(tag, side_of(version)) for tag, version in document.versions.items()]
        json.dump(alignment_data(sides, dict(document.ladders)), sys.stdout, ensure_ascii=False)
        print()


COMMAND = Command(
    "align",
    "realign a document's versions, keeping confirmed beads; or align files and print the result",
    configure,
    run,
    order=31,
)
