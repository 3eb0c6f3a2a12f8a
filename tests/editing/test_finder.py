"""Finding the findings of a document while it is edited."""

from __future__ import annotations

import gc
from collections.abc import Callable

import pytest

from workbench.checks.settings import Settings
from workbench.editing.finder import Finder
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document
from workbench.model.pause import Cancelled, go_on


def called_off_after(times: int) -> Callable[[], None]:
    """Return a pause that calls the work off when it is asked for the last of so many times."""
    left = [times]

    def pause() -> None:
        left[0] -= 1
        if not left[0]:
            raise Cancelled

    return pause


@pytest.mark.parametrize("times", [100, 400, 0], ids=["called off early", "called off late", "done"])
def test_a_check_gives_its_memory_back_at_once(statement: Document, termbase: TermBase, times: int) -> None:
    """Nothing that it read is left in circles: each edit of a long document calls a check off and begins another."""
    finder = Finder(Settings(), lambda: termbase, lambda: ((), {}))
    found = len([*finder.at_pace(statement, go_on)])  # what all checks share is there now
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        if times:
            with pytest.raises(Cancelled):
                [*finder.at_pace(statement, called_off_after(times))]
        else:
            assert len([*finder.at_pace(statement, go_on)]) == found
        gc.collect()
        left = [type(one) for one in gc.garbage if type(one).__module__.startswith("workbench.")]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert left == []
