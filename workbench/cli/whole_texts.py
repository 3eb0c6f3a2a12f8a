"""`workbench import` with whole texts: a new document of them, or a version of one that is there."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.documents import read_file
from workbench.cli.taking import take_new, take_version
from workbench.model.errors import UsageError

if TYPE_CHECKING:
    from workbench.workspace.folder import Workspace

_OF_ALIGNMENTS = ("pivot", "version", "theirs", "diff")


def are_whole_texts(targets: Sequence[str], form: str) -> bool:
    """Whether the words of `import` name whole texts: no format of alignments is said, and none is recognised in the first file.

    Raises NotFoundError and InputError where the file cannot be read.
    """
    from workbench.interchange.recognition import recognised

    path = Path(targets[0])
    return not form and (("=" in targets[0] and not path.is_file()) or recognised(path) is None)


def take_texts(workspace: Workspace, arguments: argparse.Namespace) -> None:
    """Take `[LANG=]FILE … DOCUMENT` as `new` does where there is no such document, else the one file as `add` does.

    Raises UsageError for other words, and where the document has a version in the file's language.
    """
    from workbench.model.document import Document, Version
    from workbench.workspace.folder import check_name

    *files, name = arguments.targets
    if not files or "=" in name or Path(name).is_file():
        raise UsageError(f"{name}: a whole text, and of which document? — write: workbench import {name} DOCUMENT")
    if given := [option for option in _OF_ALIGNMENTS if getattr(arguments, option)]:
        raise UsageError(f"--{given[0]} is for files of alignments, and {files[0]} is a whole text — leave it out")
    if check_name(name) not in workspace.documents():
        take_new(workspace, Document(name, ""), files, arguments)
        return
    if len(files) > 1:
        raise UsageError(f"{name} is there already — add one file at a time: workbench import FILE {name}")
    loaded = workspace.load(name)
    read = read_file(files[0], arguments)
    if read.tag in loaded.document.versions:
        raise UsageError(
            f"{name} has a version {read.tag} already — to put this text in its place: "
            f"workbench add {name} {read.tag}={read.path} --replace"
        )
    if take_version(workspace, loaded, Version(read.tag, read.text), read, arguments):
        print(f"written to {workspace.folder(name)} — look at it with: workbench edit {name}")
