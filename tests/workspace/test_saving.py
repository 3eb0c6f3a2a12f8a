"""Saving as one act, whatever happens in the middle."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from workbench.model.errors import ConflictError
from workbench.workspace.content import content_hash
from workbench.workspace.saving import recover, save_files


class Crash(BaseException):
    """What stands for `kill -9`: nothing below catches it."""


@dataclass
class Lines:
    """A content in pieces, one a line; where `breaks` says so, the file that they come from is another behind the first."""

    lines: tuple[bytes, ...]
    breaks: bool = False

    def contents(self) -> Iterator[bytes]:
        """Yield the lines."""
        for line in self.lines:
            yield line
            if self.breaks:
                raise ConflictError("kk.txt: changed while it was read — do it again")


def crash_at(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Let the process die at its n-th rename."""
    real, count = os.replace, 0

    def replace(source: object, target: object) -> None:
        nonlocal count
        count += 1
        if count == step:
            raise Crash
        real(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "replace", replace)


@pytest.mark.parametrize("step", range(1, 9))
def test_after_a_crash_all_files_are_old_or_all_are_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """Whichever rename is the last one, the next start ends the save or undoes it."""
    paths = [tmp_path / name for name in ("ky.txt", "ky.ladder", "document.toml")]
    for path in paths:
        path.write_text("old", encoding="utf-8")
    expected = {path: content_hash(b"old") for path in paths}
    with monkeypatch.context() as patched:
        crash_at(patched, step)
        with pytest.raises(Crash):
            save_files(tmp_path, dict.fromkeys(paths, b"new"), expected)
    recover(tmp_path)
    assert {path.read_text(encoding="utf-8") for path in paths} in ({"old"}, {"new"})
    assert not (tmp_path / ".workbench" / "save.json").exists()


def test_recovery_does_not_overwrite_what_changed_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody edited a file between crash and start: his stays, ours is kept aside."""
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    with monkeypatch.context() as patched:
        crash_at(patched, 6)
        with pytest.raises(Crash):
            save_files(tmp_path, {paths[0]: b"new a", paths[1]: b"new b"}, {})
    paths[1].write_text("his", encoding="utf-8")
    with pytest.raises(ConflictError, match="kept"):
        recover(tmp_path)
    assert paths[1].read_text(encoding="utf-8") == "his"
    assert (tmp_path / ".workbench" / "save" / "b.txt.kept").read_bytes() == b"new b"


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    """After a save only an empty folder, an empty lock and an ignore file are in .workbench/."""
    save_files(tmp_path, {tmp_path / "texts" / "d" / "kk.txt": b"x\n"}, {})
    assert sorted(str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*") if p.is_file()) == [
        ".workbench/.gitignore",
        ".workbench/save.lock",
        "texts/d/kk.txt",
    ]


def test_a_damaged_journal_is_undone(tmp_path: Path) -> None:
    """Half a line of JSON: nothing was renamed yet."""
    (tmp_path / ".workbench").mkdir()
    (tmp_path / ".workbench" / "save.json").write_text('{"state": "wri', encoding="utf-8")
    assert recover(tmp_path) == ()
    assert not (tmp_path / ".workbench" / "save.json").exists()


def test_a_journal_cannot_write_outside_the_folder(tmp_path: Path) -> None:
    """A path that leads out of the workspace is passed over."""
    root = tmp_path / "work"
    (root / ".workbench" / "save").mkdir(parents=True)
    (root / ".workbench" / "save" / "0").write_bytes(b"evil")
    (root / ".workbench" / "save.json").write_text(
        '{"state": "written", "entries": [{"path": "../evil.txt", "aside": "0", "before": ""}]}', encoding="utf-8"
    )
    recover(root)
    assert not (tmp_path / "evil.txt").exists()


def test_a_file_can_go(tmp_path: Path) -> None:
    """Content None takes a file away, in the same act that writes another."""
    old, new = tmp_path / "zh.ladder", tmp_path / "en.ladder"
    old.write_bytes(b"1\t1\n")
    save_files(tmp_path, {old: None, new: b"1\t1\n"}, {old: content_hash(b"1\t1\n")})
    assert (old.exists(), new.read_bytes()) == (False, b"1\t1\n")


def test_a_content_in_pieces_is_written_whole(tmp_path: Path) -> None:
    """Its pieces stand in the file behind each other, and its hash is that of all of them."""
    path, content = tmp_path / "kk.txt", Lines(("Алты ел\n".encode(), b"\n", "Орталық Азия\n".encode()))
    save_files(tmp_path, {path: content}, {})
    assert content_hash(path.read_bytes()) == content_hash(content)


def test_pieces_that_cannot_be_read_on_write_nothing(tmp_path: Path) -> None:
    """The file that they come from changed while it was read: all files are as they were, and nothing is to be ended later."""
    old, new = tmp_path / "ky.txt", tmp_path / "kk.txt"
    old.write_bytes(b"old\n")
    with pytest.raises(ConflictError, match="changed while it was read"):
        save_files(tmp_path, {old: b"new\n", new: Lines((b"a\n", b"b\n"), breaks=True)}, {old: content_hash(b"old\n")})
    left = sorted(path.name for path in tmp_path.rglob("*") if path.is_file())
    assert (old.read_bytes(), left) == (b"old\n", [".gitignore", "ky.txt", "save.lock"])
