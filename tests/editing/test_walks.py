"""Thousands of random operations, undone and done again: nothing is lost, and all can be taken back.

Longer: pytest tests/editing/test_walks.py --hypothesis-profile=long
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from tests.editing.walk import Walk

MEMORY = "/dev/shm"  # noqa: S108 — where the system has it, a disk that need not be waited for
MOST = settings().max_examples  # 100, or what the profile says

Happening = Callable[[Walk], object]

EVERY_DAY: tuple[Happening, ...] = (*[Walk.edit] * 40, *[Walk.undo] * 8, *[Walk.redo] * 8, *[Walk.save] * 2)
WITH_OTHERS: tuple[Happening, ...] = (*EVERY_DAY * 3, Walk.somebody_else, Walk.realign, Walk.fix)
WITH_CRASHES: tuple[Happening, ...] = (*EVERY_DAY, *[Walk.crash] * 3, Walk.crash_in_save)


def walk(seed: int, steps: int, happenings: Sequence[Happening]) -> None:
    """Let things happen to the statement in a folder of its own, and go back to where that began."""
    with TemporaryDirectory(dir=MEMORY if Path(MEMORY).is_dir() else None) as folder:
        shutil.copytree(ROOT / "texts", Path(folder) / "texts")
        walked = Walk(Path(folder), seed)
        for _ in range(steps):
            walked.random.choice(happenings)(walked)
            walked.check()
        walked.go_back()


@settings(max_examples=MOST // 5, deadline=None)
@given(st.integers(0), st.integers(1, 200))
def test_undoing_everything_restores_the_files_byte_for_byte(seed: int, steps: int) -> None:
    """Wordings, beads, segments and paragraphs, saved and undone and done again, all taken back."""
    walk(seed, steps, EVERY_DAY)


@settings(max_examples=MOST // 5, deadline=None)
@given(st.integers(0), st.integers(1, 120))
def test_after_a_crash_the_document_is_as_it_was(seed: int, steps: int) -> None:
    """Whenever the editor is gone, its journal leads to the same document, and on to the beginning."""
    walk(seed, steps, WITH_CRASHES)


@settings(max_examples=MOST // 12, deadline=None)
@given(st.integers(0), st.integers(1, 100))
def test_what_others_and_the_aligner_did_is_taken_back_too(seed: int, steps: int) -> None:
    """Fixes, the aligner's work, and merges with files that somebody else changed meanwhile."""
    walk(seed, steps, WITH_OTHERS)
