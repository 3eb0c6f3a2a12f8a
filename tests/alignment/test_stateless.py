"""The result of the stateless command."""

import json

from workbench.alignment.side import Side
from workbench.alignment.stateless import alignment_data
from workbench.alignment.together import align_together
from workbench.languages.knowledge import knowledge
from workbench.model.ladder import Bead, Ladder

SIDES = [
    ("en", Side(("1. All parties agree.", "2. They met in June 2025."), (0, 1), knowledge("en"))),
    ("zh", Side(("一、各方同意。", "二、各方于2025年6月会晤。"), (0, 1), knowledge("zh"))),
    ("uz", Side(("1. Tomonlar rozi.", "2. Ular 2025-yil iyunda uchrashdi."), (0, 1), knowledge("uz"))),
]


def test_the_data_is_what_other_programs_read() -> None:
    """Pivot, segments of every version, and beads with 0-based indices; it can be written as JSON."""
    found = align_together([side for _, side in SIDES], [None] * 3)
    ladders = dict(zip(("zh", "uz"), found, strict=True))
    data = json.loads(json.dumps(alignment_data(SIDES, ladders), ensure_ascii=False))
    assert data["pivot"] == "en"
    assert list(data["versions"]) == ["en", "zh", "uz"]
    assert [(bead["pivot"], bead["version"]) for bead in data["ladders"]["zh"]] == [([0], [0]), ([1], [1])]


def test_a_crossing_is_one_entry() -> None:
    """The halves stand together where the pivot half stood."""
    ladder = Ladder((Bead(1, 0, mark="m"), Bead(1, 1), Bead(0, 1, mark="m")))
    beads = alignment_data(SIDES, {"zh": ladder})["ladders"]["zh"]
    assert [(bead["pivot"], bead["version"]) for bead in beads] == [([0], [1]), ([1], [0])]
