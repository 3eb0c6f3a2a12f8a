"""`workbench explain`: says why beads are as they are."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.cli.command import Command
from workbench.cli.encoder import add_encoder_argument, load_encoder
from workbench.cli.workspace import only_document, open_workspace
from workbench.model.errors import NotFoundError, UsageError
from workbench.model.terminal import plain

if TYPE_CHECKING:
    from workbench.alignment.explain import Explanation
    from workbench.model.document import Document

_SHOWN = 100  # characters of a text: enough to know it by


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("document", nargs="?", metavar="DOCUMENT", help="the document (default: the only one)")
    parser.add_argument("versions", nargs="*", metavar="LANG", help="its versions (default: all)")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--clause", metavar="NAME", help="the beads of a clause and what is in it: 4, 4¶2, 3.1")
    where.add_argument("--row", type=int, metavar="N", help="those of a row, as search --format json numbers them")
    add_encoder_argument(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print for each bead which evidence speaks for it and which against; nothing is changed."""
    from workbench.alignment.documents import Aligner
    from workbench.alignment.explain import explained

    workspace = open_workspace(arguments)
    document = workspace.load(only_document(workspace, arguments.document)).document
    tags = arguments.versions or document.others()
    for tag in tags:
        document.version(tag)
        if tag == document.pivot:
            raise UsageError(f"{tag} is the pivot — name other versions, or none for all")
    wanted = _segments(document, arguments)
    aligner = Aligner(document, load_encoder(arguments, workspace.root), workspace.termbase())
    found = [one for tag in tags for one in explained(aligner, tag) if _touches(one, wanted)]
    if arguments.format == "json":
        print(json.dumps({"beads": [one.data() for one in found]}, ensure_ascii=False, indent=1))
    else:
        print("\n\n".join("\n".join(_lines(document, one)) for one in found))
    return 0


def _segments(document: Document, arguments: argparse.Namespace) -> range:
    """Return the pivot segments that are asked about; an empty range of a row of additions stands at their gap."""
    from workbench.model.row import rows
    from workbench.workspace.folder import pivot_places

    places = pivot_places(document)
    row: int | None = arguments.row
    if row is not None:
        held = rows(document)
        if not 0 <= row < len(held):
            raise NotFoundError(f"{document.name} has no row {row} — its rows are 0 to {len(held) - 1}")
        return held[row].pivot
    if arguments.clause is None:
        return range(len(places))
    named = [index for index, place in enumerate(places) if place.name == arguments.clause]
    if not named:
        there = ", ".join(dict.fromkeys(place.name for place in places))
        raise NotFoundError(f"{document.name} has no clause {arguments.clause!r} — it has: {there}")
    path, end = places[named[0]].path, named[-1] + 1
    if "¶" not in arguments.clause:
        while end < len(places) and places[end].path[: len(path)] == path:
            end += 1
    return range(named[0], end)


def _touches(one: Explanation, wanted: range) -> bool:
    if one.pivot and wanted:
        return one.pivot.start < wanted.stop and wanted.start < one.pivot.stop
    return not one.pivot and wanted.start <= one.pivot.start <= wanted.stop


def _lines(document: Document, one: Explanation) -> Iterator[str]:
    score = "" if one.bead.score is None else f" {one.bead.score:.2f}"
    yield f"{one.tag} {one.clause} · {len(one.pivot)}–{len(one.version)} {one.bead.status.value}{score}"
    for tag, segments in ((document.pivot, one.pivot), (one.tag, one.version)):
        for index in segments:
            yield f"    {tag:<4} {_cut(plain(document.version(tag).text.segments[index].text))}"
    for word, sign in (("for", 1), ("against", -1)):
        for reason in one.reasons:
            if reason.weight * sign > 0:
                detail = f" ({reason.detail})" if reason.detail else ""
                yield f"  {word:<8}{reason.weight:+6.2f}  {reason.evidence}{detail}"
                word = ""
    if one.pivot and one.version:
        yield f"  in all  {one.total:+6.2f}, against {one.unaligned:+.2f} for leaving the segments without counterpart"


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


COMMAND = Command(
    "explain", "say why beads are as they are: the evidence for them and against", configure, run, order=33
)
