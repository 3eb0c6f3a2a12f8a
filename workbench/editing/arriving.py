"""Arriving: what a wording of a file would make of the segments that stand at its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.editing.placing import one_line
from workbench.editing.recutting import recut
from workbench.interchange.incoming import IncomingWording
from workbench.interchange.wording import Wording
from workbench.languages.knowledge import Knowledge
from workbench.languages.labels import find_label
from workbench.model.text import normalised


@dataclass(frozen=True, slots=True)
class Arrived:
    """A wording of a file beside that of its place: one text without labels, and a text with its label for each segment there.

    A segment of which nothing is left has "". Nothing stands at a place that has no wording: its one segment is the text.
    """

    text: str
    segments: tuple[str, ...]


def arrived(wording: IncomingWording, held: Wording | None, prefixes: Sequence[str], known: Knowledge) -> Arrived:
    """Return what a wording makes of the segments of `held`; `prefixes` are their labels with the white space behind them,
    `known` is what is known of the language.

    Labels that the file does not have are put back. Where the file parts the text into as many segments, they are taken as
    they are; else the text is parted as the segments were (see `recut`).
    """
    lines = [line for line in map(one_line, wording.segments) if line]
    if held is None:
        text = known.joiner.join(lines)
        return Arrived(text, (text,))
    says = [at for at, text in enumerate(held.texts) if text]
    alike = len(lines) == len(says)
    own = [prefixes[at] for at in says]
    bare = [_bare(line, [own[at]] if alike else own, known) for at, line in enumerate(lines)]
    text = known.joiner.join(bare)
    if not text:
        return Arrived("", ())
    if not alike:
        lines = bare = list(recut([held.texts[at] for at in says], text, known))
    parts = iter(_whole(*each) for each in zip(lines, bare, own, strict=True))
    return Arrived(text, tuple(next(parts) if said else prefixes[at].strip() for at, said in enumerate(held.texts)))


def _bare(line: str, prefixes: Sequence[str], known: Knowledge) -> str:
    """Return a line without its label, where that means the number of one of the prefixes."""
    label = find_label(line, known)
    if label is None:
        return line
    rest = line[label.end :]
    # What is a label before a text need be none alone.
    own = (find_label(prefix + rest, known) for prefix in prefixes if prefix)
    return normalised(rest) if any(found is not None and found.values == label.values for found in own) else line


def _whole(line: str, bare: str, prefix: str) -> str:
    """Return a line with its label: as it writes it where it has one of this number, else the prefix."""
    if bare != line and not line.startswith(normalised(prefix)):
        return line
    return normalised(f"{prefix}{bare}")
