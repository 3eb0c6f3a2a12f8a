"""What properties of TMX tell that Workbench itself writes."""

from __future__ import annotations

from typing import NamedTuple

from workbench.model.ladder import BeadStatus

# Of a variant: a label for each of its segments, the least status of its beads, how long each segment is (in characters).
LABEL, STATUS, SEGMENTS = "x-label", "x-status", "x-segments"
HAD = "x-had"  # that status as it was exported
# Of a unit: its clause, and the versions that said nothing in it.
CLAUSE, NOTHING = "x-clause", "x-nothing"
WAS = "x-was"  # the digest of a variant's text as it was exported
# It stands last before the text, so that what stands before it is as in other variants, and read once.
BEFORE_WAS, BEHIND_WAS = f'<prop type="{WAS}">', "</prop>"

Props = tuple[tuple[str, str], ...]

_STATUSES = {status.value: status for status in BeadStatus}


class Told(NamedTuple):
    """What stands before the text of a variant tells of it.

    `labels` are those that were taken out of the segments, "" for none, and no labels where there are no properties at all;
    `had` is the status as it was exported; `lengths` are those of the segments, "" where it is one; `note` is all notes in one
    line.
    """

    labels: tuple[str, ...] = ()
    status: BeadStatus | None = None
    had: BeadStatus | None = None
    lengths: str = ""
    note: str = ""


def told_by(props: Props, notes: tuple[str, ...]) -> Told:
    """Return what properties and notes of a variant tell."""
    note = " ".join(" ".join(notes).split())
    if not props:
        return Told(note=note)
    labels = tuple(text for kind, text in props if kind == LABEL) or ("",)
    status, had = (_STATUSES.get(text_of(props, kind)) for kind in (STATUS, HAD))
    return Told(labels, status, had, text_of(props, SEGMENTS), note)


def text_of(props: Props, kind: str) -> str:
    """Return the text of the first property of a type, "" where there is none."""
    return next((text for one, text in props if one == kind), "")


def without_was(props: Props) -> tuple[str, Props]:
    """Return the digest that properties of a variant tell, "" for none, and the other properties."""
    told = [text for kind, text in props if kind == WAS]
    if not told:
        return "", props
    return next(filter(None, told), ""), tuple(one for one in props if one[0] != WAS)
