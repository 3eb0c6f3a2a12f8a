"""Labels of long texts: those of a few blocks are held, and they are what labels of the whole text are."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.languages import segment_labels
from workbench.languages.knowledge import knowledge
from workbench.languages.labels import labels
from workbench.languages.segment_labels import SegmentLabels
from workbench.model.clause import places
from workbench.model.clauses import Clauses
from workbench.model.segment import Segment, Text

BEGINS = [
    "(h) goods",
    "(i) services",
    "(j) capital",
    "V. Putin said",
    "IV. Trade",
    "V. Transport",
    "ы) связь",
    "э) вода",
    "1.2. A",
    "(c) B",
]
TEXTS = st.lists(
    st.sampled_from([*BEGINS, "4. Based on", "All parties agree", "IV.", "3(a) C"]), min_size=1, max_size=12
)


def many(texts: list[str], count: int) -> tuple[Segment, ...]:
    """Return so many segments: the texts again and again, every other of which begins a paragraph."""
    return tuple(Segment(texts[at % len(texts)], "\n" * (at % 2)) for at in range(count))


@given(TEXTS, st.lists(st.integers(0, 799), max_size=9))
def test_labels_are_those_of_the_whole_text(texts: list[str], asked: list[int]) -> None:
    """Whatever is asked first, neighbours have decided the same."""
    segments = many(texts, 800)
    whole = labels([segment.text for segment in segments], knowledge("en"))
    found = SegmentLabels(segments, knowledge("en"))
    assert [found[index] for index in asked] == [whole[index] for index in asked]
    assert tuple(found) == whole
    assert tuple(found[at] for at in reversed(range(800))) == whole[::-1]


@given(TEXTS, st.slices(800))
def test_any_slice_is_that_of_a_tuple(texts: list[str], wanted: slice) -> None:
    """Slices with any start, stop and step."""
    segments = many(texts, 800)
    whole = labels([segment.text for segment in segments], knowledge("ru"))
    assert tuple(SegmentLabels(segments, knowledge("ru"))[wanted]) == whole[wanted]


def test_few_blocks_are_held() -> None:
    """Who has gone through a long text holds what was asked for last."""
    found = SegmentLabels(many(["4. Based on", "All parties agree"], 10_000), knowledge("en"))
    assert sum(label is not None for label in found) == 5_000
    assert len(found._kept) == segment_labels._KEPT


@given(TEXTS, st.lists(st.integers(0, 799), max_size=9))
def test_clauses_are_named_as_places_are(texts: list[str], asked: list[int]) -> None:
    """Forwards, backwards and to and fro, a segment stands in the same clause."""
    text = Text(many(texts, 800))
    found = labels([segment.text for segment in text.segments], knowledge("en"))
    whole = [place.name for place in places(found, text.starts())]
    clauses = Clauses(found, text.segments)
    for index in (*asked, *range(0, 800, 7), *range(799, -1, -501)):
        assert clauses.name(index) == whole[index]
