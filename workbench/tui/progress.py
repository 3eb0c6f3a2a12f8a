"""How far each version is: beads confirmed and reviewed, cells without text, findings."""

from __future__ import annotations

from collections import Counter

from rich.text import Text

from workbench.languages.knowledge import knowledge
from workbench.model.ladder import BeadStatus
from workbench.tui.grid.layout import is_doubtful
from workbench.tui.view import View

_BAR = 24


def progress_text(view: View) -> Text:
    """Return a line a version, with a bar: █ reviewed, ▒ confirmed, · by the aligner alone."""
    document = view.session.document
    text = Text()
    found: Counter[str | None] = Counter()
    for kind, count in view.findings.kinds().items():
        found[kind.version] += count
    for tag in document.others():
        beads = document.ladders[tag].beads
        total = len(beads) or 1
        reviewed = sum(bead.status is BeadStatus.REVIEWED for bead in beads)
        confirmed = sum(bead.status is BeadStatus.CONFIRMED for bead in beads)
        doubtful = sum(is_doubtful(bead) for bead in beads)
        empty = sum(not bead.version for bead in beads)
        full, half = _BAR * reviewed // total, _BAR * (reviewed + confirmed) // total
        bar = "█" * full + "▒" * (half - full) + "·" * (_BAR - half)
        text.append(f"{tag} · {knowledge(tag).autonym}\n", "bold")
        text.append(
            f"  {bar} {reviewed} reviewed, {confirmed} confirmed of {len(beads)}\n"
            f"  {doubtful} doubtful, {empty} without text, {found[tag]} findings\n"
        )
    text.append("\n█ reviewed  ▒ confirmed  · by the aligner alone")
    return text
