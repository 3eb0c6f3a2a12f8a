"""Spools: lines that are too long for memory."""

from pathlib import Path

import pytest

from workbench.workspace.spool import spooled

LINES = "Орталық Азия елдері\n".encode() * 1000
MANY = 40  # times more than memory holds


def read(block: object) -> bytes:
    """Return the lines of a block."""
    return block if isinstance(block, bytes) else block.read()  # type: ignore[attr-defined, no-any-return]


def test_lines_are_read_as_they_were_put(tmp_path: Path) -> None:
    """In any order, those that are in memory and those that are in the file."""
    with spooled(tmp_path) as spool:
        blocks = [spool.put(b"%d " % number + LINES) for number in range(MANY)]
        assert {type(block) is bytes for block in blocks} == {True, False}
        assert [read(block) for block in reversed(blocks)] == [b"%d " % at + LINES for at in reversed(range(MANY))]


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    """Neither when all is well nor when something breaks in the middle, and no folder is made."""

    def broken() -> None:
        with spooled(tmp_path / "work") as spool:
            for _ in range(MANY):
                spool.put(LINES)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    assert list(tmp_path.iterdir()) == []
