"""Since it went out: whether a wording changed in its file, and whether it changed here, by the digest that the file carries.

Formats digest what they hold: a text without its labels, each segment whole, or all of them as one text.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.editing.placing import one_line
from workbench.interchange.incoming import IncomingWording
from workbench.languages.knowledge import Knowledge
from workbench.model.text import digest


def as_it_went_out(wording: IncomingWording, known: Knowledge) -> bool:
    """Whether a file has a wording as it was exported; never where the file does not tell what that was."""
    return _is_one_of(wording.was, [line for line in map(one_line, wording.segments) if line], known)


def changed_here(wording: IncomingWording, bare: str, wholes: Sequence[str], known: Knowledge) -> bool:
    """Whether what stands at a wording's place is another text than was exported; never where the file does not tell.

    `bare` is what stands there as one text without labels, `wholes` are its segments with them.
    """
    return bool(wording.was) and wording.was != digest(bare) and not _is_one_of(wording.was, wholes, known)


def _is_one_of(was: str, segments: Sequence[str], known: Knowledge) -> bool:
    return bool(was) and was in (digest(*segments), digest(known.joiner.join(segments)))
