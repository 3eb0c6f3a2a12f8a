"""Labels before their segments: what goes out apart comes back together."""

from __future__ import annotations

from workbench.languages.knowledge import knowledge


def gap(label: str, tag: str) -> str:
    """Return what stands between a label and its text where nothing is said of it: what the language joins segments with."""
    return "" if not label or label[-1].isspace() else knowledge(tag).joiner


def labelled(label: str, text: str, tag: str) -> str:
    """Return a segment of a version (`tag`) with its label put back; "" is no label. White space behind a label is kept."""
    return f"{label}{gap(label, tag)}{text}" if label else text
