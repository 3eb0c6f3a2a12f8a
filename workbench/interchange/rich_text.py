"""Rich text of cells: what stands in a string of a workbook's part and is not read, since no cell holds it there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from workbench.interchange.safe_xml import SAFE, local


def unread_texts(part: IO[bytes]) -> Iterator[tuple[int, str]]:
    """Yield texts of a part (a sheet, or the strings of all sheets) that are not read, with the rows they stand in (0: not told).

    A string's text is that of its `t`, and of the `t` of each of its runs; how it sounds (`rPh`) is no text. Raises
    XMLSyntaxError of lxml for a part that is broken.
    """
    from lxml import etree

    for _, element in etree.iterparse(part, events=("end",), tag=("{*}si", "{*}row"), **SAFE):
        shared = local(element) == "si"
        row = "" if shared else element.get("r", "")
        for string in (element,) if shared else element.iterfind("{*}c/{*}is"):
            text = "" if _is_plain(string) else _unread(string)
            if text:
                yield int(row) if row.isdecimal() else 0, text
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def _is_plain(string: Any) -> bool:
    return (
        len(string) == 1 and not string.text and local(string[0]) == "t" and not len(string[0]) and not string[0].tail
    )


def _unread(string: Any) -> str:
    read = [child for holder in (string, *string.iterfind("{*}r")) for child in holder.findall("{*}t")[-1:]]
    pieces: list[str] = []
    for element in string.iter():
        sounds = next(element.iterancestors("{*}rPh"), None) is not None
        if not sounds and local(element) != "rPh" and not any(element is one for one in read):
            pieces.append(element.text or "")
        if not sounds and element is not string:
            pieces.append(element.tail or "")
    return " ".join(" ".join(pieces).split())
