"""Where the lines of a PDF begin and end: nothing in the file says that, the lines themselves do."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from workbench.interchange.documents.pdf_lines import Line

_NEAR = 3.0  # points within which two lines end alike
_ALIKE = 0.08  # share of the lines that must end alike to show a margin: justified text
_FEWEST = 5  # lines that do
_LONG = 0.35  # share of the room on the page that such lines fill: short ones end alike by chance
_BUCKET = 40.0  # points: lines that begin so near each other have one margin
_MANY = 0.9  # share of the lines of ragged text that end before its margin; those beyond jut out
_FEW, _MOST = 6, 0.75  # lines that show no margin yet; share of the room that they are held to have


class Margins:
    """`left` is where the leftmost line begins."""

    def __init__(self, lines: Sequence[Line], width: float) -> None:
        """Take all lines of a document, and the width of a page."""
        self.left = min((line.left for line in lines), default=0.0)
        room = width - 2 * self.left
        counts = Counter(round(line.right / _NEAR) for line in lines if line.right - line.left > _LONG * room)
        needed = max(_FEWEST, _ALIKE * len(lines))
        self._justified = sorted(
            (place + 0.5) * _NEAR for place in counts if counts[place] >= needed and counts[place] >= counts[place + 1]
        )
        rights: dict[int, list[float]] = defaultdict(list)
        for line in lines:
            rights[int(line.left // _BUCKET)].append(line.right)
        self._ragged = {bucket: sorted(found)[int(_MANY * (len(found) - 1))] for bucket, found in rights.items()}
        for bucket, found in rights.items():
            if len(found) < _FEW:
                self._ragged[bucket] = max(*found, self.left + _MOST * room)

    def right(self, line: Line) -> float:
        """Return where a line would end if it were full."""
        found = next((margin for margin in self._justified if margin >= line.right - _NEAR), None)
        if found is not None:
            return found
        bucket = int(line.left // _BUCKET)
        return max(self._ragged.get(near, 0.0) for near in (bucket - 1, bucket, bucket + 1))
