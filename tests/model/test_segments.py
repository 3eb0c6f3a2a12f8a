"""Segments of long texts: held as lines, made when they are asked for, changed block by block."""

import pickle
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.opened import Opened, changed, replaced
from workbench.model.segment import Segment, Text, format_text, parse_text
from workbench.model.segments import Segments, made, segments_of

# Lines of a few blocks each: what stands in one ends behind a line that says something.
BLOCK = st.lists(
    st.tuples(
        st.sampled_from(["", "\n", " \n\t\n", "\r\n"]), st.sampled_from("aа四ňұ҃"), st.sampled_from(["\n", "\r\n"])
    ),
    min_size=1,
    max_size=5,
).map(lambda lines: "".join(before + text + end for before, text, end in lines))
BLOCKS = st.lists(BLOCK, min_size=1, max_size=6)
NEW = st.lists(st.sampled_from(["Астана", "阿斯塔纳", "Aşgabat"]).map(Segment), min_size=1, max_size=3)


def held(blocks: Sequence[str]) -> Segments:
    """Return the segments of lines that stand in blocks."""
    return Segments([block.encode() for block in blocks], [len(parse_text(block).segments) for block in blocks])


@given(BLOCKS)
def test_segments_are_those_of_the_lines(blocks: list[str]) -> None:
    """What is made when it is asked for equals what parsing gives at once."""
    assert held(blocks) == parse_text("".join(blocks)).segments


@given(BLOCKS, st.data())
def test_any_slice_is_that_of_a_tuple(blocks: list[str], data: st.DataObject) -> None:
    """Slices with any start, stop and step."""
    segments = held(blocks)
    wanted = data.draw(st.slices(len(segments)))
    assert segments[wanted] == tuple(segments)[wanted]


@given(BLOCKS)
def test_texts_come_without_segments(blocks: list[str]) -> None:
    """`texts` yields what the segments' texts are."""
    assert list(held(blocks).texts()) == [segment.text for segment in held(blocks)]


@given(BLOCKS)
def test_contents_are_the_lines(blocks: list[str]) -> None:
    """The bytes come back to the letter, also of blocks that are segments by now."""
    both = Segments([blocks[0].encode(), *(parse_text(block).segments for block in blocks[1:])], map(count, blocks))
    assert b"".join(both.contents()).decode() == "".join(blocks)


@given(BLOCKS, st.data())
def test_lines_before_a_segment_are_counted(blocks: list[str], data: st.DataObject) -> None:
    """The line of a segment is that which follows the lines before it and its own blank ones."""
    segments = held(blocks)
    index = data.draw(st.integers(0, len(segments) - 1))
    line = segments.lines_before(index) + segments[index].before.count("\n") + 1
    assert line == Text(tuple(segments)).lines()[index]


@given(BLOCKS, st.lists(st.tuples(st.floats(0, 0.999), st.integers(1, 4), NEW), max_size=8))
def test_changes_are_those_of_a_list(blocks: list[str], changes: list[tuple[float, int, list[Segment]]]) -> None:
    """Replacing any stretches by others, one after another, ends where a list does that goes the same way."""
    opened, plain = Opened(held(blocks)), list(held(blocks))
    for where, size, new in changes:
        start = int(where * len(plain))
        size = min(size, len(plain) - start)
        assert opened.between(start, start + size) == tuple(plain[start : start + size])
        opened.put(start, size, new)
        plain[start : start + size] = new
    assert opened.done() == tuple(plain)


@given(BLOCKS)
def test_nothing_put_in_is_the_same_object(blocks: list[str]) -> None:
    """Who opened segments and changed none has them back."""
    segments = held(blocks)
    assert Opened(segments).done() is segments


@given(st.lists(BLOCK, min_size=3, max_size=6), NEW)
def test_untouched_blocks_are_shared(blocks: list[str], new: list[Segment]) -> None:
    """A change of the first block leaves all others the objects that they were."""
    segments = held(blocks)
    after = segments_of(replaced(segments, 0, 1, new))
    assert [id(block) for _, block in after.blocks()][-2:] == [id(block) for _, block in segments.blocks()][-2:]


@given(BLOCKS, st.data())
def test_a_changed_segment_is_found(blocks: list[str], data: st.DataObject) -> None:
    """One reworded segment is the one that is not as it was."""
    segments = held(blocks)
    index = data.draw(st.integers(0, len(segments) - 1))
    assert list(changed(segments, replaced(segments, index, 1, (Segment("Орталық Азия"),)))) == [index]


@given(st.lists(BLOCK, min_size=2, max_size=6))
def test_what_stands_elsewhere_is_not_changed(blocks: list[str]) -> None:
    """A new first segment is changed, those behind it are not."""
    segments = held(blocks)
    longer = replaced(segments, 0, 1, (Segment("Марказий Осиё"), segments[0]))
    assert list(changed(segments, longer)) == [0]


@given(BLOCKS, st.data())
def test_other_words_are_not_equal(blocks: list[str], data: st.DataObject) -> None:
    """Segments of which one has another wording are not equal, from either side."""
    segments = held(blocks)
    index = data.draw(st.integers(0, len(segments) - 1))
    other = replaced(segments, index, 1, (Segment("Борбордук Азия"),))
    assert segments != other
    assert tuple(other) != segments


@given(BLOCKS)
def test_segments_can_be_sent_to_a_process(blocks: list[str]) -> None:
    """What is pickled comes back equal."""
    assert pickle.loads(pickle.dumps(held(blocks))) == held(blocks)  # noqa: S301 - our own bytes


@given(BLOCKS)
def test_a_text_of_lines_is_formatted_to_the_letter(blocks: list[str]) -> None:
    """`format_text` asks no question of how segments are held."""
    assert format_text(Text(held(blocks))) == "".join(blocks)


def count(block: str) -> int:
    """Return how many segments a block has."""
    return len(made(block.encode()))


def test_many_threads_may_ask_at_once() -> None:
    """The editor's keys and the checks read the same document: each gets what it asks for, whatever the others ask."""
    block = "Астана\nAşgabat\n阿斯塔纳\n"
    segments = held([block] * 200)
    wanted = [segment.text for segment in parse_text(block).segments] * 200

    def ask(seed: int) -> bool:
        order = sorted(range(len(wanted)), key=lambda index: (index * 7919 + seed) % len(wanted))
        return all(segments[index].text == wanted[index] for index in order)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(ask, range(16)))
