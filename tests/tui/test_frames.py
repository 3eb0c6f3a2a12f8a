"""What is painted when: a key paints what it changed, and not the whole screen."""

from __future__ import annotations

import gc

import pytest
from textual import events
from textual._compositor import Compositor
from textual.geometry import Region, Size

from tests.tui.test_editor import ready
from workbench.tui.app import WorkbenchApp
from workbench.tui.collecting import loading
from workbench.tui.edit_box import EditBox

WIDE = (130, 45)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[Region]:
    """The regions that were painted, one after the other."""
    regions: list[Region] = []
    whole = Compositor.render_update

    def noted(self: Compositor, *args: object, **options: object) -> object:
        regions.extend(self._dirty_regions)
        return whole(self, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(Compositor, "render_update", noted)
    return regions


async def test_a_cell_opens_and_closes_without_the_whole_screen(unlocked: WorkbenchApp, painted: list[Region]) -> None:
    """Its box, the grid and the line of keys are painted; what stands above them is not."""
    async with unlocked.run_test(size=WIDE) as pilot:
        await ready(pilot)
        painted.clear()
        await pilot.press("enter", "A", "escape")
        await ready(pilot)
        assert painted
        assert not any(region.contains(0, 0) for region in painted)


async def test_a_closed_box_waits_out_of_sight_and_takes_no_focus(unlocked: WorkbenchApp) -> None:
    """Before it was opened, and after."""
    async with unlocked.run_test(size=WIDE) as pilot:
        box = unlocked.screen.query_one(EditBox)
        assert (box.focusable, box.region.bottom <= 0) == (False, True)
        await pilot.press("enter")
        await pilot.pause()
        assert (box.has_focus, unlocked.screen.region.contains_region(box.region)) == (True, True)
        await pilot.press("escape")
        await pilot.pause()
        assert (box.focusable, box.region.bottom <= 0) == (False, True)


async def test_down_paints_lines_alone(unlocked: WorkbenchApp, painted: list[Region]) -> None:
    """Where nothing scrolls, neither the whole grid is nor the panel: the two rows, and lines that say something else."""
    async with unlocked.run_test(size=WIDE) as pilot:
        await ready(pilot)
        painted.clear()
        await pilot.press("down")
        grid = unlocked.grid.region
        assert painted
        assert all(region.height < grid.height for region in painted)


async def test_a_size_that_is_no_more_is_not_laid_out(unlocked: WorkbenchApp) -> None:
    """A screen is told the sizes that it was laid out in, also after the terminal has another."""
    async with unlocked.run_test(size=WIDE) as pilot:
        await ready(pilot)
        unlocked.screen_stack[0].post_message(events.Resize(Size(90, 30), Size(90, 30)))
        await pilot.pause()
        assert unlocked.screen_stack[0].size == Size(*WIDE)


async def test_another_size_is_shown(unlocked: WorkbenchApp) -> None:
    """The grid takes the room, and the panel goes where there is none."""
    async with unlocked.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.resize_terminal(100, 30)
        await pilot.pause()
        assert (unlocked.grid.size.width, unlocked.panel.display) == (100, False)


def test_nothing_is_collected_while_a_document_is_loaded() -> None:
    """And afterwards again; what was loaded is looked at no more."""
    try:
        with loading():
            assert not gc.isenabled()
            held = [[] for _ in range(1000)]
        assert (gc.isenabled(), gc.get_freeze_count() >= len(held)) == (True, True)
    finally:
        gc.unfreeze()
