"""`workbench new`: imports the versions of a new document, segments and aligns them."""

from __future__ import annotations

import argparse

from workbench.cli.command import Command
from workbench.cli.documents import add_asking_argument, add_reading_arguments, files_help
from workbench.cli.encoder import add_encoder_argument
from workbench.cli.taking import take_new
from workbench.model.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("document", help="the name of the new document")
    parser.add_argument(
        "files", nargs="+", metavar="[LANG=]FILE", help=files_help("a version; the first one is the pivot")
    )
    add_encoder_argument(parser)
    add_reading_arguments(parser)
    add_asking_argument(parser)
    parser.add_argument("--title", default="", help="the document's title")
    parser.add_argument("--date", default="", help="the document's date, like 2024-12-01")


def run(arguments: argparse.Namespace) -> int:
    """Write the document below `texts/` of the workspace, or of the folder one stands in where there is none yet."""
    from workbench.cli.workspace import workspace_or_new
    from workbench.model.document import Document

    document = Document(arguments.document, "", arguments.title, _date(arguments.date))
    take_new(workspace_or_new(arguments), document, arguments.files, arguments)
    return 0


def _date(text: str) -> str:
    import datetime

    try:
        return datetime.date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise UsageError(f"--date {text!r} is no date — write it like 2024-12-01") from None


COMMAND = Command(
    "new", "import the versions of a new document, cut them into segments and align them", configure, run, order=20
)
