"""What commands share in choosing an encoder."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.alignment.encoders.encoder import SentenceEncoder
    from workbench.model.document import Document


def add_encoder_argument(parser: argparse.ArgumentParser) -> None:
    """Add `--encoder`."""
    parser.add_argument(
        "--encoder",
        metavar="NAME",
        help="what tells the meaning of segments: words (comes with Workbench), e5, sentence-transformers:NAME, none; "
        "or auto, the best that is installed (default: what the settings say, else auto)",
    )


def load_encoder(arguments: argparse.Namespace, root: Path | None) -> SentenceEncoder | None:
    """Return the encoder that was asked for, or that the settings of the workspace at `root` name; say which it is.

    Raises what `read_encoder` and `registry.load` raise.
    """
    from workbench.alignment.encoders.registry import AUTO, load
    from workbench.cli.progress import TerminalProgress
    from workbench.workspace.configuration import read_encoder

    wanted = arguments.encoder or (root is not None and read_encoder(root)) or AUTO
    name, encoder = load(wanted, TerminalProgress())
    why = ", the best that is installed" if wanted == AUTO else ""
    print(f"aligning with encoder {name}{why}", file=sys.stderr)
    return encoder


def say_doubts(document: Document) -> None:
    """Say on standard error which versions may be the wrong texts."""
    from workbench.alignment.doubts import doubts
    from workbench.model.terminal import plain

    for line in doubts(document):
        print(f"workbench: {plain(line)}", file=sys.stderr)
