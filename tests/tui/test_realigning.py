"""Aligning anew beside the keys: it rests while one types, and a change calls it off and begins it again."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

import pytest

from tests.editing.samples import sample
from tests.tui.conftest import Store, told
from workbench.editing.session import Session
from workbench.model.document import Document
from workbench.model.operations import Operation
from workbench.model.pause import Cancelled, Pause, go_on
from workbench.tui.app import WorkbenchApp
from workbench.tui.services import Services
from workbench.tui.work.paces import Paces


class Slow:
    """An aligner that is at work until it is let go; it tells what it was asked, and which of that was called off."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.called_off: list[str] = []
        self.let_go = Event()

    def __call__(self, document: Document) -> Operation | None:
        """Work at no pace."""
        return self.at_pace(document, go_on)

    def at_pace(self, document: Document, pause: Pause) -> Operation | None:
        """Work."""
        first = document.versions["en"].segments()[0][:5]
        self.asked.append(first)
        try:
            while not self.let_go.wait(0.001):
                pause()
        except Cancelled:
            self.called_off.append(first)
            raise
        return None


@pytest.fixture
def slow() -> Slow:
    """Such an aligner."""
    return Slow()


@pytest.fixture
def app(store: Store, slow: Slow) -> WorkbenchApp:
    """An editor with it."""
    return WorkbenchApp(Session(sample(), store), Services(lambda _: (), slow))


async def until(pilot_pause: Callable[[float], object], true: Callable[[], bool]) -> None:
    """Wait until something is so; the limit is only there so that a broken editor ends."""
    for _ in range(1000):
        if true():
            return
        await pilot_pause(0.01)  # type: ignore[misc]
    raise AssertionError("it never was so")


async def test_a_change_calls_it_off_and_begins_it_again(app: WorkbenchApp, slow: Slow) -> None:
    """What is aligned in the end is the document as it is then; it is told once."""
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a")
        await until(pilot.pause, lambda: len(slow.asked) == 1)
        await pilot.press("enter", "X", "enter")
        await until(pilot.pause, lambda: len(slow.asked) == 2)
        slow.let_go.set()
        await until(pilot.pause, lambda: "Nothing to align otherwise" in told(app))
    assert slow.asked[1] == "X" + slow.asked[0][:4]
    assert slow.called_off == slow.asked[:1]
    assert told(app).count("Aligning anew") == 1


async def test_moving_about_calls_nothing_off(app: WorkbenchApp, slow: Slow) -> None:
    """It goes on with what it was asked."""
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a")
        await until(pilot.pause, lambda: len(slow.asked) == 1)
        await pilot.press("down", "right", "a")
        slow.let_go.set()
        await until(pilot.pause, lambda: "Nothing to align otherwise" in told(app))
    assert (len(slow.asked), slow.called_off) == (1, [])


async def test_leaving_does_not_wait_for_it(app: WorkbenchApp, slow: Slow) -> None:
    """The aligner is called off, though it would never have ended."""
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a")
        await until(pilot.pause, lambda: len(slow.asked) == 1)
        await pilot.press("q")
    assert not slow.let_go.is_set()


def test_all_work_rests_when_a_key_is_pressed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Checks, aligner and reasons alike: a pace that was given waits at its next pause."""
    slept: list[float] = []
    monkeypatch.setattr("workbench.model.pause.time.sleep", lambda seconds: (slept.append(seconds), paces.end()))
    paces = Paces()
    pace = paces.new()
    pace()
    assert slept == []
    paces.give_way()
    with pytest.raises(Cancelled):
        pace()
    assert slept[0] > 0.1
