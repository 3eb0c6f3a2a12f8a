"""Units come in all or none, an origin at a time."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.memory.samples import filled, found, unit
from workbench.memory.importing import replace_units
from workbench.memory.looking import Reader
from workbench.memory.origins import forget, origins
from workbench.memory.pattern import Pattern
from workbench.memory.store import Store
from workbench.memory.unit import Unit
from workbench.model.errors import InputError

SIX = unit({"en": "Six countries", "zh": "六国"}, "1")
SUMMIT = unit({"en": "A summit", "ru": "Саммит"}, "2")


def cut_off(error: BaseException) -> Iterator[Unit]:
    """Units that end in an error."""
    yield SIX
    yield SUMMIT
    raise error


def test_an_origin_says_what_came_in() -> None:
    """How many units, in which languages."""
    (origin,) = origins(filled([SIX, SUMMIT]))
    assert (origin.name, origin.units, origin.tags) == ("un.tmx", 2, ("en", "zh", "ru"))


def test_an_origin_that_comes_again_replaces_its_units() -> None:
    """Alone in the store, and beside others, whose units stay."""
    store = filled([SIX, SUMMIT])
    replace_units(store, "un.tmx", "", [SUMMIT])
    assert (found(store, Pattern("countries")), found(store, Pattern("summit"))) == ([], [0])
    replace_units(store, "other.tmx", "", [SIX])
    replace_units(store, "un.tmx", "", [SIX, SIX])
    assert (len(found(store, Pattern("六国"))), found(store, Pattern("summit"))) == (3, [])


def test_what_is_forgotten_is_found_no_more() -> None:
    """The other origin's units are."""
    store = filled([SIX, SUMMIT])
    replace_units(store, "other.tmx", "", [SIX])
    with store.writing():
        assert forget(store, "un.tmx") == 2
        assert forget(store, "none.tmx") == 0
    assert (found(store, Pattern("countries")), found(store, Pattern("summit"))) == ([0], [])
    assert [origin.name for origin in origins(store)] == ["other.tmx"]
    assert store.execute("SELECT count(*) FROM term WHERE term MATCH 'summit'").fetchone() == (0,)


@pytest.mark.parametrize("error", [InputError("cut off"), KeyboardInterrupt()])
def test_a_file_that_ends_in_an_error_leaves_the_store_as_it_was(error: BaseException) -> None:
    """An error of the reader, and Ctrl-C."""
    store = filled([SIX])
    with pytest.raises(type(error)):
        replace_units(store, "un.tmx", "", cut_off(error))
    assert (found(store, Pattern("countries")), found(store, Pattern("summit"))) == ([0], [])
    assert len(origins(store)) == 1


def test_progress_is_told() -> None:
    """A number for every batch."""
    told: list[int] = []
    replace_units(Store(None), "un.tmx", "", [SIX] * 40_000, told.append)
    assert told == [25_000, 40_000]


def test_two_threads_write_one_after_the_other(tmp_path: Path) -> None:
    """The second waits until the first is done; both are in."""
    path = tmp_path / "memory.sqlite"
    begun, go_on = threading.Event(), threading.Event()

    def slowly() -> Iterator[Unit]:
        begun.set()
        go_on.wait(10)
        yield SIX

    one = threading.Thread(target=lambda: replace_units(Store(path), "one.tmx", "", slowly()))
    one.start()
    begun.wait(10)
    other = threading.Thread(target=lambda: replace_units(Store(path), "other.tmx", "", [SUMMIT]))
    other.start()
    assert found(Store(path), Pattern("countries")) == []  # who reads need not wait
    go_on.set()
    one.join()
    other.join()
    assert [origin.name for origin in origins(Store(path))] == ["one.tmx", "other.tmx"]


def test_processes_begin_a_store_together(tmp_path: Path) -> None:
    """Four of them, on a file that is not there."""
    work = (
        "import sys; from pathlib import Path; from tests.memory.samples import unit\n"
        "from workbench.memory.importing import replace_units; from workbench.memory.store import Store\n"
        "replace_units(Store(Path(sys.argv[1])), sys.argv[2], '', [unit({'en': 'Six countries'})] * 50)"
    )
    path = tmp_path / "memory.sqlite"
    running = [subprocess.Popen([sys.executable, "-c", work, str(path), f"{number}.tmx"]) for number in range(4)]
    assert [process.wait() for process in running] == [0] * 4
    assert sum(origin.units for origin in origins(Store(path))) == 200


def test_a_killed_import_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    """The process is killed while it writes."""
    path = tmp_path / "memory.sqlite"
    replace_units(Store(path), "un.tmx", "", [SIX])
    work = (
        "import sys; from itertools import repeat; from pathlib import Path; from tests.memory.samples import unit\n"
        "from workbench.memory.importing import replace_units; from workbench.memory.store import Store\n"
        "replace_units(Store(Path(sys.argv[1])), 'un.tmx', '', repeat(unit({'en': 'A summit'})), lambda n: print(n, flush=True))"
    )
    process = subprocess.Popen([sys.executable, "-c", work, str(path)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    for _ in range(3):
        process.stdout.readline()
    process.kill()
    process.wait()
    process.stdout.close()
    store = Store(path)
    assert (found(store, Pattern("countries")), found(store, Pattern("summit"))) == ([0], [])


def other_program(path: Path) -> None:
    """A database that is no memory."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE cookies(name TEXT)")
    connection.close()


def other_version(path: Path) -> None:
    """A memory of a Workbench to come."""
    Store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda path: path.write_bytes(b"PK\x03\x04" * 4000), "is damaged"),
        (other_program, "holds something else"),
        (other_version, "another version of Workbench"),
        (lambda path: path.mkdir(), "cannot be used"),
    ],
)
def test_what_is_no_memory_is_refused_and_left_alone(tmp_path: Path, spoil, said: str) -> None:  # type: ignore[no-untyped-def]
    """Zip bytes, another program's database, a later version's, a folder: one line, and the bytes are as they were."""
    path = tmp_path / "memory.sqlite"
    spoil(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(InputError, match=said) as caught:
        Store(path)
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_damaged_page_is_told(tmp_path: Path) -> None:
    """A memory whose middle was overwritten is refused when it is read, in one line."""
    path = tmp_path / "memory.sqlite"
    store = Store(path)
    replace_units(store, "un.tmx", "", [unit({"en": f"Six countries and {number}"}) for number in range(5000)])
    store.close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(bytes(content))
    with pytest.raises(InputError, match="damaged"):
        found(Store(path), Pattern("countries"))


def test_a_unit_is_read_as_it_came_in() -> None:
    """With its number in its origin, its versions and its place."""
    store = filled([SIX] * 100 + [SUMMIT])
    hit = Reader(store, "file").unit(101)
    assert hit is not None
    assert (hit.row, dict(hit.versions), hit.clause) == (100, {"en": "A summit", "ru": "Саммит"}, "2")


def test_waiting_lets_ctrl_c_through(tmp_path: Path) -> None:
    """Whoever waits for another process does so in short steps."""
    path = tmp_path / "memory.sqlite"
    holder, waiter = Store(path), Store(path)
    holder.execute("BEGIN IMMEDIATE")
    work = threading.Thread(target=lambda: waiter.wait_for("BEGIN IMMEDIATE"))
    work.start()
    time.sleep(0.1)
    assert work.is_alive()
    holder.execute("ROLLBACK")
    work.join(5)
    assert not work.is_alive()
