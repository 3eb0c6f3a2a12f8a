"""What is pasted, as it may stand in one line."""

from __future__ import annotations

from workbench.model.text import forbidden_control


def one_line(text: str) -> str:
    """Return text from outside (a clipboard) as it may stand in a segment: line breaks are spaces, controls are left
    out.
    """
    joined = (
        " ".join(text.split("\n"))
        if "\r" not in text
        else " ".join(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    )
    return "".join(character for character in joined.replace("\t", " ") if forbidden_control(character) is None)
