"""Corpora on local processes and on a Dask cluster: nothing is lost, nothing is there twice."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.alignment.corpora import calls, cut, deadly_cut, slow_cut, write_corpus
from tests.alignment.encoders.samples import Heard
from tests.conftest import ROOT
from workbench.alignment.corpus import RECORD, Cut, Settings, Summary, align_corpus
from workbench.alignment.executors import ClusterWorkers, LocalWorkers, Workers
from workbench.alignment.manifest import Entry, parse_manifest
from workbench.model.errors import InputError

posix = pytest.mark.skipif(os.name != "posix", reason="kills processes")
clustered = pytest.mark.skipif(find_spec("distributed") is None, reason="distributed is not installed")


def entries(manifest: Path) -> list[Entry]:
    """Return the entries of a manifest file."""
    return parse_manifest(manifest.read_text(encoding="utf-8"), manifest)


def run(manifest: Path, workers: Workers | None = None, cutting: Cut = cut, heard: Heard | None = None) -> Summary:
    """Align a corpus without encoder, into the folder `out` beside its manifest."""
    return align_corpus(
        entries(manifest),
        manifest.parent / "out",
        Settings(cutting, "none"),
        workers or LocalWorkers(1),
        heard or Heard(),
    )


def record(manifest: Path) -> list[dict[str, str]]:
    """Return the lines of the record."""
    path = manifest.parent / "out" / RECORD
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def results(manifest: Path) -> dict[str, bytes]:
    """Return the results by document."""
    return {path.stem: path.read_bytes() for path in (manifest.parent / "out").glob("*.json")}


def complete(manifest: Path, count: int) -> bool:
    """Return whether every document is there once, as whole JSON, and in the record once and in order."""
    names = [f"d{number}" for number in range(count)]
    found = results(manifest)
    whole = all(set(json.loads(content)["ladders"]) == {"kk", "zh"} for content in found.values())
    left = list((manifest.parent / "out").glob("*.part"))
    return whole and set(found) == set(names) and [line["name"] for line in record(manifest)] == names and not left


def test_a_corpus_is_aligned(tmp_path: Path) -> None:
    """A result for each document, in the form of `align --format json`; progress is heard to the end."""
    manifest, heard = write_corpus(tmp_path, 5), Heard()
    summary = run(manifest, LocalWorkers(2), heard=heard)
    assert (summary.aligned, summary.there, summary.broken) == (5, 0, {})
    assert complete(manifest, 5)
    data = json.loads(results(manifest)["d3"])
    assert data["pivot"] == "en"
    assert [bead["pivot"] for bead in data["ladders"]["zh"]] == [[0], [1], [2]]
    assert heard.steps[-1][1:] == (5, 5)


def test_a_broken_document_is_recorded_and_the_rest_goes_on(tmp_path: Path) -> None:
    """One file is missing and one empty: both are named with their error, the third document is aligned."""
    manifest = write_corpus(tmp_path, 3)
    (tmp_path / "d0.kk.txt").unlink()
    (tmp_path / "d1.zh.txt").write_bytes(b"\n")
    summary = run(manifest)
    assert (summary.aligned, set(summary.broken)) == (1, {"d0", "d1"})
    assert "d0.kk.txt: cannot be read" in summary.broken["d0"]
    assert "d1.zh.txt: no text in it" in summary.broken["d1"]
    assert [line["status"] for line in record(manifest)] == ["broken", "broken", "aligned"]


def test_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    """A second run does the document that was broken and one whose text changed, and no other."""
    manifest = write_corpus(tmp_path, 4)
    text = (tmp_path / "d0.kk.txt").read_bytes()
    (tmp_path / "d0.kk.txt").unlink()
    run(manifest)
    (tmp_path / "d0.kk.txt").write_bytes(text)
    (tmp_path / "d2.zh.txt").write_text("各方欢迎会晤成果。\n", encoding="utf-8")
    summary = run(manifest)
    assert (summary.aligned, summary.there) == (2, 2)
    assert [calls(tmp_path, f"d{number}") for number in range(4)] == [1, 1, 2, 1]
    assert complete(manifest, 4)


@posix
def test_a_run_that_was_killed_resumes(tmp_path: Path) -> None:
    """kill -9 in the middle: the next run does the rest, and the results are those of a run that was not killed."""
    manifest = write_corpus(tmp_path, 12)
    code = (
        "import sys; from pathlib import Path; from tests.alignment.test_corpus import run, slow_cut\n"
        "if __name__ == '__main__': run(Path(sys.argv[1]), cutting=slow_cut)"
    )
    script = tmp_path / "script.py"
    script.write_text(code)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, script, manifest], env=environment)
    deadline = time.monotonic() + 60
    while len(results(manifest)) < 3 and time.monotonic() < deadline:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    done = len(results(manifest))
    assert 3 <= done < 12
    with (tmp_path / "out" / RECORD).open("ab") as file:
        file.write(b'{"name": "d11", "sta')  # as if the kill had cut off a line
    summary = run(manifest)
    assert summary.there in (done, done - 1)  # the last result may have been written without its line
    assert complete(manifest, 12)
    killed = results(manifest)
    for path in (tmp_path / "out").iterdir():
        path.unlink()
    run(manifest)
    assert results(manifest) == killed


@posix
def test_a_document_that_kills_its_process(tmp_path: Path) -> None:
    """It is recorded, and those that were under way with it are aligned all the same."""
    manifest = write_corpus(tmp_path, 6)
    summary = run(manifest, LocalWorkers(2), deadly_cut)
    assert (summary.aligned, set(summary.broken)) == (5, {"d1"})
    assert "its process died" in summary.broken["d1"]


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    manifest = write_corpus(tmp_path, 1)
    (tmp_path / "out").write_text("")
    with pytest.raises(InputError, match="cannot be written"):
        run(manifest)


@clustered
def test_a_scheduler_that_does_not_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody listens: one line that says how to begin one."""
    monkeypatch.setattr("workbench.alignment.executors._ANSWER", 1)
    with pytest.raises(InputError, match="does not answer") as caught:
        run(write_corpus(tmp_path, 1), ClusterWorkers("tcp://127.0.0.1:9"))
    assert "\n" not in str(caught.value)


@clustered
def test_a_scheduler_that_listens_and_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A port that takes the connection and never answers is given up."""
    monkeypatch.setattr("workbench.alignment.executors._ANSWER", 1)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        address = f"tcp://127.0.0.1:{mute.getsockname()[1]}"
        with pytest.raises(InputError, match="does not answer"):
            run(write_corpus(tmp_path, 1), ClusterWorkers(address))


@clustered
@pytest.mark.parametrize("address", ["nonsense://:::", "", "tcp://", "http://127.0.0.1:9", "tls://127.0.0.1:9"])
def test_an_address_that_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """Not an address at all, or one that wants certificates which are not there."""
    monkeypatch.setattr("workbench.alignment.executors._ANSWER", 1)
    with pytest.raises(InputError, match="does not answer"):
        run(write_corpus(tmp_path, 1), ClusterWorkers(address))


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers of one thread on loopback, as processes of their own: the address, and these three."""
    address_file = tmp_path / "scheduler.json"
    local = ["--host", "127.0.0.1", "--no-dashboard"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}

    def start(*words: str | Path) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "distributed.cli." + str(words[0]), *map(str, words[1:])]
        return subprocess.Popen(command, env=environment, cwd=tmp_path, stderr=subprocess.DEVNULL)

    started = [start("dask_scheduler", "--port", "0", "--scheduler-file", address_file, *local)]
    try:
        deadline = time.monotonic() + 60
        while not address_file.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        address = json.loads(address_file.read_text())["address"]
        started += [start("dask_worker", address, "--nthreads", "1", "--no-nanny", *local) for _ in range(2)]
        yield address, started
    finally:
        for process in started[::-1]:
            process.kill()
            process.wait()


@posix
@clustered
def test_a_worker_of_the_cluster_is_killed(tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]) -> None:
    """One of two workers dies in the middle: every document is there, once, as a local run makes it."""
    address, (_, victim, _) = cluster
    manifest = write_corpus(tmp_path, 30)

    def kill_one() -> None:
        deadline = time.monotonic() + 60
        while len(results(manifest)) < 5 and time.monotonic() < deadline:
            time.sleep(0.02)
        victim.kill()

    killer = threading.Thread(target=kill_one)
    killer.start()
    summary = run(manifest, ClusterWorkers(address), slow_cut)
    killer.join()
    assert victim.wait(10) == -signal.SIGKILL
    assert (summary.aligned, summary.broken) == (30, {})
    assert complete(manifest, 30)
    distributed = results(manifest)
    for path in (tmp_path / "out").iterdir():
        path.unlink()
    run(manifest)
    assert results(manifest) == distributed


@posix
@clustered
@pytest.mark.parametrize(
    ("victims", "words"), [("workers", "all workers have left"), ("scheduler", "scheduler was lost")]
)
def test_a_cluster_that_goes_away(
    tmp_path: Path,
    cluster: tuple[str, list[subprocess.Popen[bytes]]],
    monkeypatch: pytest.MonkeyPatch,
    victims: str,
    words: str,
) -> None:
    """Both workers, or the scheduler, die in the middle: one line and no hang; the next run does the rest."""
    monkeypatch.setattr("workbench.alignment.executors._GONE", 2)
    address, processes = cluster
    manifest = write_corpus(tmp_path, 20)

    def kill() -> None:
        deadline = time.monotonic() + 60
        while len(results(manifest)) < 3 and time.monotonic() < deadline:
            time.sleep(0.02)
        for process in processes[1:] if victims == "workers" else processes[:1]:
            process.kill()

    killer = threading.Thread(target=kill)
    killer.start()
    with pytest.raises(InputError, match=words):
        run(manifest, ClusterWorkers(address), slow_cut)
    killer.join()
    done = len(results(manifest))
    assert 3 <= done < 20
    assert run(manifest).there in (done, done - 1)
    assert complete(manifest, 20)
