"""What is painted when: a key paints what it changed, and not the whole screen."""

from __future__ import annotations

import gc

import pytest
from textual import events
from textual._compositor import Compositor
from textual.geometry import Region, Size
from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui.test_editor import ready
from workbench.tui.app import WorkbenchApp
from workbench.tui.collecting import loading
from workbench.tui.edit_box import EditBox
from workbench.tui.work.saving import Left

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


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[Size]:
    """The sizes of screens that were told them, one after the other; so many fail that none but a circle comes to."""
    sizes: list[Size] = []
    own = Screen._refresh_layout

    def noted(self: Screen[object], size: Size | None = None, scroll: bool = False) -> None:
        if size is not None:
            sizes.append(size)
            assert len(sizes) < 100, "two sizes call up each other"
        own(self, size, scroll)

    monkeypatch.setattr(Screen, "_refresh_layout", noted)
    return sizes


@pytest.mark.parametrize("over", ["", "help", "palette"])
async def test_of_two_sizes_at_once_the_last_is_shown(unlocked: WorkbenchApp, laid_out: list[Size], over: str) -> None:
    """Also with something between them, while painting is held back, and under a dialog; and a key is answered then."""
    async with unlocked.run_test(size=WIDE) as pilot:
        await ready(pilot)
        if over:
            await unlocked.action_do(over)
            await pilot.pause()
        await pilot.resize_terminal(90, 30)
        laid_out.clear()
        unlocked.settling.begin()
        for size in (Size(100, 45), Size(90, 30), Size(36, 8), Size(90, 30)):
            for screen in unlocked.screen_stack:
                screen.post_message(events.Resize(size, size))
                screen.call_later(lambda: None)
        await pilot.pause()
        assert {screen.size for screen in unlocked.screen_stack} == {Size(90, 30)}
        await pilot.press("escape", "down")
        assert (unlocked.view.cursor.row, unlocked.grid.size.width) == (1, 90)


async def test_sizes_follow_upon_each_other_between_keys(unlocked: WorkbenchApp, laid_out: list[Size]) -> None:
    """Too small and back, narrow and wide: at the end all has its place in the last, and the cursor went where it was sent."""
    async with unlocked.run_test(size=WIDE) as pilot:
        await ready(pilot)
        for width, height in ((20, 5), (80, 24), (119, 40), (20, 5), (36, 8), (200, 50), (100, 30)):
            unlocked.post_message(events.Resize(Size(width, height), Size(width, height)))
            await pilot.press("down")
        await pilot.resize_terminal(*WIDE)
        await ready(pilot)
        await pilot.press("home", "ctrl+home", "down")
        grid, panel = unlocked.grid, unlocked.panel
        assert (grid.size.width + panel.outer_size.width, panel.display, laid_out[-1]) == (130, True, Size(*WIDE))
        assert unlocked.view.cursor.row == 1


async def until_let_go(app: WorkbenchApp, pilot: Pilot[Left]) -> None:
    """Wait until painting is held back no more."""
    while app.settling.held:
        await pilot.pause(0.01)
    await pilot.pause()


async def test_a_size_without_room_for_the_grid_is_painted(unlocked: WorkbenchApp, painted: list[Region]) -> None:
    """Nobody says there that the grid has its place: painting is let go all the same, and the whole screen is painted."""
    async with unlocked.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.resize_terminal(20, 5)
        await until_let_go(unlocked, pilot)
        assert Region(0, 0, 20, 5) in painted


async def test_what_stands_under_a_dialog_is_painted_in_another_size(unlocked: WorkbenchApp) -> None:
    """Nothing of it waits for the dialog to be gone."""
    async with unlocked.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("f1")
        await pilot.resize_terminal(100, 30)
        await until_let_go(unlocked, pilot)
        editor = unlocked.screen_stack[0]
        assert not editor._dirty_widgets
        assert not editor._layout_required
        assert editor._compositor._dirty_regions == set()


async def test_holding_back_twice_is_let_go_once(unlocked: WorkbenchApp, painted: list[Region]) -> None:
    """Two sizes within a moment leave nothing behind that is counted; the whole screen is painted."""
    async with unlocked.run_test(size=WIDE) as pilot:
        await ready(pilot)
        painted.clear()
        before = unlocked._batch_count
        unlocked.settling.begin()
        unlocked.settling.begin()
        held = unlocked._batch_count
        unlocked.settling.end()
        unlocked.settling.end()
        assert (held, unlocked._batch_count) == (before + 1, before)
        await pilot.pause()
        assert Region(0, 0, *WIDE) in painted
