"""What commands share in taking documents from outside: reading them, saying what was understood, asking before it is written."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.errors import UsageError

if TYPE_CHECKING:
    from workbench.interchange.documents.reading import ReadDocument
    from workbench.model.document import Document

_FILES = "plain text, Markdown, DOCX, ODT, HTML, MHTML, PDF"
_SHOWN = 3  # labels at the beginning of a list of them


def add_reading_arguments(parser: argparse.ArgumentParser, prefix: str = "") -> None:
    """Add the arguments that say how files are read; `prefix` begins their help."""
    parser.add_argument(
        "--segmented", action="store_true", help=f"{prefix}texts that hold one segment a line already, with blank lines"
    )
    parser.add_argument(
        "--encoding", metavar="NAME", help=f"{prefix}what texts are encoded in (default: recognised, and said)"
    )


def add_asking_argument(parser: argparse.ArgumentParser) -> None:
    """Add `--yes`."""
    parser.add_argument(
        "--yes", "-y", action="store_true", help="write without asking; where there is no terminal, it does"
    )


def files_help(what: str) -> str:
    """Return the help of an argument that takes files."""
    return f"{what}: {_FILES}; without LANG= its language is recognised"


def read_file(argument: str, arguments: argparse.Namespace) -> ReadDocument:
    """Read the file of an argument like `kk=statement.docx`, and say what was recognised; see `read_files`."""
    return next(iter(read_files([argument], arguments).values()))


def _read(argument: str, arguments: argparse.Namespace) -> ReadDocument:
    from workbench.interchange.documents.reading import read_document, read_segmented
    from workbench.languages.tags import parse_tag

    tag, sign, path = argument.rpartition("=") if Path(argument).is_file() else argument.partition("=")
    if sign and (not path or not tag):
        raise UsageError(f"{argument!r} is no LANG=FILE — write it like kk=statement.docx")
    if not sign:
        tag, path = "", argument
    known = str(parse_tag(tag)) if tag else None
    read = read_segmented if arguments.segmented else read_document
    return read(Path(path), arguments.encoding, known)


def read_files(files: Sequence[str], arguments: argparse.Namespace) -> dict[str, ReadDocument]:
    """Read the files of arguments like `kk=statement.docx` or `statement.docx` by tag, in order; say what was recognised.

    Raises UsageError for one tag twice, UsageError and TagError for a malformed argument, and what `read_document` raises.
    """
    found: dict[str, ReadDocument] = {}
    for argument in files:
        document = _read(argument, arguments)
        tag = document.tag
        if tag in found:
            both = f"{found[tag].path} and {document.path} are both {_language(tag)}"
            raise UsageError(
                f"{both}: one tag twice — give one a tag of its own, such as {tag}-x-second={document.path}"
            )
        found[tag] = document
    for document in found.values():
        _say(document, encoding_was_said=arguments.encoding is not None)
    return found


def understood(document: ReadDocument, beads: str) -> Iterable[str]:
    """Give the lines that say what was understood of a file; `beads` is how it was aligned."""
    count, paragraphs = len(document.text.segments), len(document.text.paragraphs())
    yield f"{document.tag}: {count} segments in {paragraphs} paragraphs{beads}"
    language = _language(document.tag) + (", recognised" if document.recognised else "")
    encoding = f", {document.encoding}" if document.encoding else ""
    yield f"  from {document.path}: {document.format}{encoding}, {language}"
    if not _is_known(document.tag):
        yield f"  {document.tag}: a language of which nothing is known here{_meant(document)}"
    found = document.labels()
    shown = found if len(found) <= _SHOWN + 2 else (*found[:_SHOWN], "…", found[-1])
    yield f"  labels: {' '.join(shown)}" if found else "  no labels"
    if document.left_out:
        yield f"  left out: {', '.join(document.left_out)}"


def may_write(lines: Iterable[str], question: str, arguments: argparse.Namespace) -> bool:
    """Print what was understood; on a terminal ask whether it may be written, unless `--yes` says so. Return the answer."""
    from workbench.model.terminal import plain

    for line in lines:
        print(plain(line))
    if arguments.yes or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return True
    from workbench.cli.plain.asking import EndOfInput, ask

    try:
        answer = ask(f"{question} (y/N)")
    except EndOfInput:
        answer = ""
    if answer.lower() in ("y", "yes"):
        return True
    print("nothing was written", file=sys.stderr)
    return False


def aligned(document: Document, tag: str) -> str:
    """Return how a version was aligned, as `understood` says it."""
    ladder = document.ladders.get(tag)
    return f", {len(ladder.beads)} beads" if ladder else " (pivot)"


def _say(document: ReadDocument, *, encoding_was_said: bool) -> None:
    """Say on standard error what had to be recognised."""
    from workbench.interchange.documents.encodings import UTF_8
    from workbench.model.terminal import plain

    if document.encoding not in ("", UTF_8) and not encoding_was_said:
        print(plain(f"{document.path}: read as {document.encoding}"), file=sys.stderr)
    if document.recognised:
        print(plain(f"{document.path}: recognised as {_language(document.tag)}"), file=sys.stderr)


def _meant(document: ReadDocument) -> str:
    """Return which language a file is in by its words, as advice: kz is a country's code, its language is kk."""
    from workbench.alignment.recognition import recognised_language

    tag = recognised_language([segment.text for segment in document.text.segments])
    return f" — its words are {_language(tag)}: write {tag}={document.path}" if tag else ""


def _is_known(tag: str) -> bool:
    from workbench.languages.knowledge import knowledge

    return bool(knowledge(tag).name)


def _language(tag: str) -> str:
    from workbench.languages.knowledge import knowledge

    name = knowledge(tag).name
    return f"{name} ({tag})" if name else tag
