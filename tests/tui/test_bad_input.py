"""What goes wrong around the editor is told in a message that says what to do; nothing is lost, and no traceback comes."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.conftest import told
from tests.tui.test_changed_files import NAME, editor
from workbench.editing.journal import Journal
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.question_dialog import QuestionDialog
from workbench.tui.open import prepare
from workbench.tui.work.saving import Left
from workbench.workspace.folder import Workspace


def english(folder: Path) -> str:
    """The English text as it is saved."""
    return (folder / "texts" / NAME / "en.txt").read_text(encoding="utf-8")


def journal(folder: Path) -> Journal:
    """The journal of the statement."""
    return Journal(folder / ".workbench" / "journal" / f"{NAME}.jsonl")


@contextmanager
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A disk that takes names, and no bytes."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", refuse)
        yield


def shown_question(app: WorkbenchApp) -> str:
    """What the question on the screen asks."""
    assert isinstance(app.screen, QuestionDialog)
    return app.screen._question


async def test_letters_and_enter_in_one_go_are_all_kept(folder: Path) -> None:
    """Over a slow line keys come together: Enter does not overtake the letters before it."""
    app = editor(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        for key in ("X", "Y", "Z"):
            app.post_message(events.Key(key, key))
        app.post_message(events.Key("enter", "\r"))
        await pilot.pause()
        await pilot.pause()
        assert app.view.session.document.versions["en"].segments()[0].startswith("XYZOn 1 December")


async def test_saving_in_a_cell_keeps_all_that_was_typed(folder: Path) -> None:
    """^S does not overtake the letters before it either."""
    app = editor(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        for key in ("X", "Y", "Z"):
            app.post_message(events.Key(key, key))
        app.post_message(events.Key("ctrl+s", None))
        await pilot.pause()
        await pilot.pause()
    assert english(folder).startswith("XYZOn 1 December")


async def test_on_a_full_disk_an_edit_stays_in_its_cell(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot be journalled, so it is not shown as done; when there is room again Enter keeps it."""
    app = editor(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter", "X")
        with full_disk(monkeypatch):
            await pilot.press("enter")
            await pilot.pause()
            assert "No space left on device — free the disk" in told(app)
            assert app.cell.box is not None
        assert journal(folder).entries() == ()
        await pilot.press("enter")
        await pilot.pause()
    assert len(journal(folder).entries()) == 1


async def test_on_a_full_disk_nothing_is_half_saved(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files are as they were, the edit is in the journal, and the next ^S saves it."""
    before = english(folder)
    app = editor(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter", "X", "enter")
        await pilot.pause()
        with full_disk(monkeypatch):
            await pilot.press("ctrl+s")
            await pilot.pause()
        assert "Not saved" in told(app)
        assert "free the disk" in told(app)
        assert (english(folder), len(journal(folder).entries())) == (before, 1)
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert english(folder) == "X" + before


async def test_an_undo_that_cannot_be_journalled_is_not_done(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One message says why, and none says that there is nothing to undo."""
    app = editor(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter", "X", "enter")
        await pilot.pause()
        with full_disk(monkeypatch):
            await pilot.press("ctrl+z")
            await pilot.pause()
        assert "Cannot undo" in told(app)
        assert "Nothing to undo" not in told(app)
        assert app.view.session.document.versions["en"].segments()[0].startswith("XOn")


async def test_a_document_deleted_while_open_can_be_written_anew(folder: Path) -> None:
    """Saving asks; `k` writes all its files as they are here."""
    before = english(folder)
    app = editor(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter", "X", "enter")
        await pilot.pause()
        shutil.rmtree(folder / "texts" / NAME)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "there is no document" in shown_question(app)
        await pilot.press("k")
        await pilot.pause()
    assert english(folder) == "X" + before
    assert len(list((folder / "texts" / NAME).iterdir())) == 16


async def test_a_text_deleted_while_open_is_missed_though_another_was_edited(folder: Path) -> None:
    """Saving the English text says that the Kazakh one is gone, which is nowhere else than here."""
    app = editor(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter", "X", "enter")
        await pilot.pause()
        path = folder / "texts" / NAME / "kk.txt"
        kazakh = path.read_bytes()
        path.unlink()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "version kk has no text kk.txt" in shown_question(app)
        await pilot.press("k")
        await pilot.pause()
    assert path.read_bytes() == kazakh


async def test_files_that_cannot_be_read_any_more_are_kept_aside(folder: Path) -> None:
    """Somebody left marks of a merge in a ladder: `k` writes mine, and theirs lies below .workbench/aside."""
    ladder = folder / "texts" / NAME / "kk.ladder"
    app = editor(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("right", "right", "right", "c")
        await pilot.pause()
        ladder.write_text("<<<<<<< HEAD\n", encoding="utf-8")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "kk.ladder:1" in shown_question(app)
        await pilot.press("k")
        await pilot.pause()
    assert "confirmed" in ladder.read_text(encoding="utf-8")
    aside = folder / ".workbench" / "aside" / f"{NAME}.1" / "kk.ladder"
    assert aside.read_text(encoding="utf-8") == "<<<<<<< HEAD\n"


async def crashed(folder: Path, *keys: str) -> None:
    """An editor that is gone after these keys."""
    app = editor(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()


async def test_a_broken_line_of_the_journal_costs_that_line(folder: Path) -> None:
    """The question names the line; `t` takes what can be read, and the journal is kept aside as it was."""
    await crashed(folder, "enter", "X", "enter", "j", "enter", "Y", "enter")
    path = journal(folder).path
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join((b'{"did": "sing"}', *lines)))
    again = editor(folder)
    async with again.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "2 fit. Of its journal one line cannot be read." in shown_question(again)
        assert f"{NAME}.jsonl:1" in shown_question(again)
        await pilot.press("t")
        await pilot.pause()
        assert again.view.session.document.versions["en"].segments()[0].startswith("XOn")
    assert len(journal(folder).entries()) == 2
    assert path.with_suffix(".1.aside").read_bytes().startswith(b'{"did": "sing"}')


async def test_a_journal_of_another_state_of_the_files_asks(folder: Path) -> None:
    """Somebody put other files there since: what does not fit is not taken, and is kept."""
    await crashed(folder, "enter", "X", "enter", "j", "enter", "Y", "enter")
    path = folder / "texts" / NAME / "en.txt"
    other = english(folder).replace("On 1 December", "On 2 December")
    path.write_text(other, encoding="utf-8")
    again = editor(folder)
    async with again.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "the files have changed since: 1 still fit" in shown_question(again)
        await pilot.press("t")
        await pilot.pause()
        segments = again.view.session.document.versions["en"].segments()
        assert (segments[0][:4], segments[1][:1]) == ("On 2", "Y")
    assert journal(folder).path.with_suffix(".1.aside").exists()


async def test_undoing_a_merge_to_the_beginning_is_not_taken_for_saved(folder: Path) -> None:
    """The files hold what somebody else wrote: leaving asks."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("enter", "X", "enter")
        path = folder / "texts" / NAME / "en.txt"
        path.write_text(english(folder).replace("10. All parties", "10. The parties"), encoding="utf-8")
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("m")
        await pilot.pause()
        await pilot.press("ctrl+z", "ctrl+z")
        await pilot.pause()
        assert app.view.session.dirty


async def test_waivers_broken_while_open_are_told_once_and_mended(folder: Path) -> None:
    """The editor goes on; the message names the file, once; when it is mended the findings are those of now."""
    opened = prepare(Workspace(folder), NAME)
    app = WorkbenchApp(opened.session, opened.services)
    path = folder / "texts" / NAME / "waivers.toml"
    async with app.run_test(size=(100, 30)) as pilot:
        await checked(app, pilot)
        path.write_text("[[waiver\n", encoding="utf-8")
        for key in ("X", "Y"):
            await pilot.press("enter", key, "enter")
            await checked(app, pilot)
        assert told(app).count("Not checked: texts/chengdu-2024/waivers.toml:1") == 1
        path.unlink()
        await pilot.press("enter", "Z", "enter")
        await checked(app, pilot)
        assert app.view.session.document.versions["en"].segments()[0].startswith("ZYXOn")
        path.write_text("[[waiver\n", encoding="utf-8")
        await pilot.press("ctrl+z")
        await checked(app, pilot)
        assert told(app).count("Not checked: texts/chengdu-2024/waivers.toml:1") == 2


async def checked(app: WorkbenchApp, pilot: Pilot[Left]) -> None:
    """Wait until all that is there to be checked is checked."""
    await pilot.pause()
    while app.checking.at_work:
        await pilot.pause(0.05)
