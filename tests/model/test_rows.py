"""Rows: the smallest runs of the pivot at whose edges all beads meet."""

from hypothesis import example, given
from hypothesis import strategies as st

from workbench.model.document import Document, Version
from workbench.model.ladder import Bead, Ladder, ladder_of
from workbench.model.row import Rows, rows
from workbench.model.segment import text_of_paragraphs

BEADS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)).filter(lambda c: c != (0, 0)), max_size=12)


def document(**ladders: Ladder) -> Document:
    """Return a document of the pivot `en` and versions with the given ladders, texts made to their measure."""
    sizes = {"en": max(ladder.size()[0] for ladder in ladders.values())}
    sizes |= {tag: ladder.size()[1] for tag, ladder in ladders.items()}
    versions = {
        tag: Version(tag, text_of_paragraphs([[f"{tag}{n}" for n in range(size)]])) for tag, size in sizes.items()
    }
    return Document("d", "en", versions=versions, ladders=ladders)


def shape(document: Document) -> list[tuple[list[int], dict[str, list[int]]]]:
    """Return every row as the indices of its pivot segments and of those of each version."""
    return [(list(row.pivot), {tag: list(cell.segments) for tag, cell in row.cells.items()}) for row in rows(document)]


def test_one_to_one_beads_make_one_row_each() -> None:
    """Two 1–1 beads are two rows."""
    assert shape(document(kk=ladder_of([(1, 1), (1, 1)]))) == [([0], {"kk": [0]}), ([1], {"kk": [1]})]


def test_a_row_is_as_long_as_the_longest_bead_over_it() -> None:
    """Where Kazakh has a 2–1 bead, the two beads of Chinese share its row."""
    found = shape(document(kk=ladder_of([(2, 1)]), zh=ladder_of([(1, 1), (1, 2)])))
    assert found == [([0, 1], {"kk": [0], "zh": [0, 1, 2]})]


def test_additions_at_one_gap_share_a_row_of_their_own() -> None:
    """What two versions add before the second segment stands in one row without a pivot."""
    found = shape(document(kk=ladder_of([(1, 1), (0, 1), (1, 1)]), zh=ladder_of([(1, 1), (0, 2), (1, 1)])))
    assert found[1] == ([], {"kk": [1], "zh": [1, 2]})


def test_the_text_of_a_crossing_stands_with_its_pivot_half() -> None:
    """A paragraph that moved is shown in the row of what it renders, and makes no row of additions."""
    moved = Ladder((Bead(1, 0, mark="@a"), Bead(1, 1), Bead(0, 1, mark="@a")))
    assert shape(document(kk=moved)) == [([0], {"kk": [1]}), ([1], {"kk": [0]})]


@given(BEADS, BEADS)
def test_every_segment_is_in_exactly_one_row(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> None:
    """Whatever the ladders, rows lose and repeat nothing."""
    total = max(sum(p for p, _ in first), sum(p for p, _ in second))
    first = [*first, *[(1, 0)] * (total - sum(p for p, _ in first))]
    second = [*second, *[(1, 0)] * (total - sum(p for p, _ in second))]
    made = document(kk=ladder_of(first), zh=ladder_of(second))
    found = rows(made)
    assert [index for row in found for index in row.pivot] == list(range(total))
    for tag in ("kk", "zh"):
        held = [index for row in found for index in row.cells[tag].segments]
        assert held == list(range(len(made.versions[tag].text.segments)))


@given(BEADS, BEADS, st.lists(st.sampled_from(["", "@a", "@b"]), min_size=12, max_size=12))
def test_rows_that_are_come_to_are_those_asked_for(
    first: list[tuple[int, int]], second: list[tuple[int, int]], marks: list[str]
) -> None:
    """Additions, crossings, beads over the gaps of others: in order, one by one and backwards it is the same row."""
    total = max(sum(p for p, _ in first), sum(p for p, _ in second))
    ladders = []
    for counts in (first, second):
        beads = [Bead(p, v, mark=mark if not p or not v else "") for (p, v), mark in zip(counts, marks, strict=False)]
        beads += [Bead(1, 0)] * (total - sum(p for p, _ in counts))
        ladders.append(Ladder(tuple(beads)))
    made = document(kk=ladders[0], zh=ladders[1])
    found = Rows(made)
    assert [found[index] for index in reversed(range(len(found)))] == list(found)[::-1]
    for tag in ("kk", "zh"):
        told = [([span.index for span in row.cells[tag].spans], list(row.cells[tag].segments)) for row in found]
        assert [(list(beads), list(segments)) for beads, segments in found.runs(tag)] == told


def test_rows_of_a_long_document_are_those_of_its_parts() -> None:
    """Where edges are looked for in several windows, rows lie over their ends as elsewhere."""
    part = [(1, 1), (2, 1), (0, 1), (1, 2), (3, 3)]
    long = shape(document(kk=ladder_of(part * 2000), zh=ladder_of([(7, 1)] * 2000)))
    assert [len(pivot) for pivot, _ in long] == [7] * 2000
    assert [cells["kk"] for _, cells in long] == [list(range(start, start + 8)) for start in range(0, 16_000, 8)]
    alone = shape(document(kk=ladder_of(part * 2000)))
    assert [len(pivot) for pivot, _ in alone] == [1, 2, 0, 1, 3] * 2000


@given(BEADS)
def test_segments_of_a_version_are_those_of_all_its_rows(counts: list[tuple[int, int]]) -> None:
    """Asked of a version alone, rows hold the same segments; and spans come to are those asked for one by one."""
    ladder = ladder_of(counts)
    made = document(kk=ladder)
    found = Rows(made)
    assert [*map(list, found.segments("kk"))] == [list(row.cells["kk"].segments) for row in found]
    assert [*map(list, found.segments("en"))] == [list(row.pivot) for row in found]
    assert [*ladder.spans()] == [ladder.span(index) for index in range(len(counts))]


def test_rows_of_one_segment_each_are_told_at_once() -> None:
    """Where all beads are 1–1, of the pivot and of the versions; not where one is an omission."""
    found = Rows(document(kk=ladder_of([(1, 1)] * 5), zh=ladder_of([(1, 1), (1, 1), (1, 0), (1, 1), (1, 1)])))
    assert found.ones("en", range(1, 4)) == (range(0), range(1, 4))
    assert found.ones("kk", range(1, 4)) == (range(1, 4), range(1, 4))
    assert found.ones("zh", range(3, 5)) == (range(3, 5), range(2, 4))
    assert found.ones("zh", range(1, 4)) is None


@given(BEADS, BEADS, st.integers(0, 20), st.integers(1, 6), st.booleans())
@example([(1, 1), (0, 1), (0, 1), (1, 1)], [(1, 1), (0, 1), (1, 1)], 1, 2, False)
@example([], [(0, 1), (0, 1)], 0, 1, False)
def test_some_rows_hold_what_all_rows_hold_there(
    first: list[tuple[int, int]], second: list[tuple[int, int]], start: int, count: int, moved: bool
) -> None:
    """Asked of rows in the middle, also behind additions; and where it is told that each holds one bead, it does."""
    total = max(sum(p for p, _ in first), sum(p for p, _ in second))
    ladders = [ladder_of([*held, *[(1, 0)] * (total - sum(p for p, _ in held))]) for held in (first, second)]
    if moved:  # the halves of a crossing
        crossed = Ladder((*ladders[0].beads, Bead(0, 1, mark="@a"), Bead(1, 0, mark="@a")))
        ladders = [crossed, Ladder((*ladders[1].beads, Bead(1, 1)))]
    found = Rows(document(kk=ladders[0], zh=ladders[1]))
    some = range(len(found))[start : start + count]
    for tag in ("kk", "zh"):
        held = [([*beads], [*segments]) for beads, segments in found.runs(tag)]
        assert [([*beads], [*segments]) for beads, segments in found.runs(tag, some)] == held[some.start : some.stop]
        if some and (ones := found.ones(tag, some)) is not None:
            assert [([bead], [segment]) for bead, segment in zip(*ones, strict=True)] == held[some.start : some.stop]
    if some and (ones := found.ones("en", some)) is not None:
        assert [[segment] for segment in ones[1]] == [[*found.pivot(row)] for row in some]
