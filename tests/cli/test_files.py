"""Files outside the workspace are written whole or not at all."""

import os
from pathlib import Path

import pytest

from workbench.cli.files import whole, write_all
from workbench.model.errors import InputError


def test_a_file_takes_its_name_when_it_is_whole(tmp_path: Path) -> None:
    """Until then there is what was there before."""
    path = tmp_path / "s"
    path.write_bytes(b"old")
    with whole(path) as file:
        file.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_leaves_what_was_there(tmp_path: Path) -> None:
    """Whatever it is: the error goes on, and nothing is left of what was begun."""
    path = tmp_path / "s"
    path.write_bytes(b"old")

    def interrupted() -> None:
        with whole(path) as file:
            file.write(b"new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_one(tmp_path: Path) -> None:
    """What it leads to is written, also where that was not there."""
    link, path = tmp_path / "link", tmp_path / "s"
    link.symlink_to(path)
    with whole(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"


def test_a_pipe_is_written_into(tmp_path: Path) -> None:
    """As a device is: nothing takes its place."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with whole(path) as file:
        file.write(b"new")
    assert os.read(reader, 10) == b"new"
    assert path.is_fifo()
    os.close(reader)


def test_of_several_files_none_is_left_alone(tmp_path: Path) -> None:
    """Where the second cannot be written, the first is not there either."""

    def broken(_: object) -> None:
        raise InputError("broken")

    with pytest.raises(InputError, match="broken"):
        write_all({tmp_path / "a": lambda out: out.write(b"a") and None, tmp_path / "b": broken})
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """With what is wrong."""
    with pytest.raises(InputError, match=r"nowhere.*cannot be written"), whole(tmp_path / "nowhere" / "s"):
        pass
