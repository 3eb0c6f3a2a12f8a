"""What commands share in reaching the workspace, and in reading the texts of a corpus."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.errors import InputError, NotFoundError, UsageError

if TYPE_CHECKING:
    from workbench.model.segment import Text
    from workbench.workspace.folder import Workspace


def open_workspace(arguments: Namespace) -> Workspace:
    """Return the workspace of `--root`, or of the folder one stands in or above; a save that was cut off is ended first.

    Raises NotFoundError where there is none.
    """
    from workbench.workspace.saving import recover

    workspace = _found(arguments)
    recover(workspace.root)
    return workspace


def workspace_to_edit(arguments: Namespace) -> Workspace:
    """Return what `open_workspace` does; where a save cannot be ended the editor says so, and shows what is there."""
    from workbench.workspace.saving import recover

    workspace = _found(arguments)
    with suppress(InputError):  # holding a document tries again, and tells why it can only be looked at
        recover(workspace.root)
    return workspace


def _found(arguments: Namespace) -> Workspace:
    from workbench.workspace.folder import TEXTS, Workspace, find_root

    if arguments.root is not None:
        root = Path(arguments.root)
        if not (root / TEXTS).is_dir():
            raise NotFoundError(
                f"{root}: there is no folder texts/ in it — name the folder that holds texts/ and glossary/"
            )
    else:
        root = find_root(Path.cwd())
    return Workspace(root)


def workspace_or_new(arguments: Namespace) -> Workspace:
    """Return what `open_workspace` does; where there is none yet, the folder of `--root`, or the one that one stands in."""
    from workbench.workspace.folder import Workspace

    try:
        return open_workspace(arguments)
    except NotFoundError:
        return Workspace(Path(arguments.root) if arguments.root is not None else Path.cwd())


def warn_of_strays(workspace: Workspace, languages: Collection[str] = ()) -> None:
    """Say on standard error what is passed over: texts that no document knows, `languages` that no document has."""
    from workbench.model.terminal import plain

    for line in workspace.strays():
        print(f"workbench: {plain(line)}", file=sys.stderr)
    names = workspace.documents()
    there = {tag for name in names for tag in workspace.described(name).versions} if languages else set()
    for tag in (tag for tag in languages if tag not in there):
        print(f"workbench: languages = {tag}: no document has this version — mend the settings", file=sys.stderr)


def only_document(workspace: Workspace, name: str | None) -> str:
    """Return the document that is meant: the one named, or the only one there is; raise UsageError where that is unclear."""
    names = workspace.documents()
    if name:
        return name
    if len(names) == 1:
        return names[0]
    raise UsageError(f"which document? — there are: {', '.join(names) or 'none yet'}")


def language_file(argument: str) -> tuple[str, Path]:
    """Return tag and path of an argument like `kk=statement.txt`; raise UsageError or TagError for another form."""
    from workbench.languages.tags import parse_tag

    tag, sign, path = argument.partition("=")
    if not sign or not path:
        raise UsageError(f"{argument!r} is no LANG=FILE — write it like kk=statement.txt")
    return str(parse_tag(tag)), Path(path)


def language_files(arguments: list[str]) -> dict[str, Path]:
    """Return the files of arguments like `kk=statement.txt` by tag, in order; raise UsageError for one tag twice."""
    found: dict[str, Path] = {}
    for argument in arguments:
        tag, path = language_file(argument)
        if tag in found:
            raise UsageError(f"{tag} is there twice — give one of them a tag of its own, such as {tag}-x-second")
        found[tag] = path
    return found


def text_of(content: bytes, path: str, tag: str, encoding: str | None = None, segmented: bool = False) -> Text:
    """Return the segments of the content of a plain text file in the language of a tag; `path` is for messages.

    `encoding` None means UTF-8. `segmented` files hold one segment a line already; others are cut into paragraphs and
    sentences. Raises InputError and its kin for what cannot be taken, an empty file among it.
    """
    from workbench.languages.knowledge import knowledge
    from workbench.languages.paragraphs import segment_text
    from workbench.model.errors import InputError
    from workbench.model.segment import parse_text, text_of_paragraphs
    from workbench.model.text import normalised
    from workbench.workspace.bytes import check_controls, decode, decode_as

    decoded = decode_as(content, encoding, path) if encoding else decode(content, path)
    check_controls(decoded, path)
    if segmented:
        text = parse_text(decoded)
        paragraphs = [[normalised(text.segments[index].text) for index in paragraph] for paragraph in text.paragraphs()]
    else:
        paragraphs = [list(paragraph) for paragraph in segment_text(decoded, knowledge(tag))]
    if not paragraphs:
        raise InputError("no text in it", path=path, advice="name a file with a text")
    return text_of_paragraphs(paragraphs)
