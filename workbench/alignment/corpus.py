"""Corpora: many documents, aligned one by one on local processes or on a Dask cluster, by the same code.

Both are reached through `concurrent.futures`. Workers get texts and give back results, so they need not see the disk of
the one who asks; that one alone writes, each result whole, and then a line in the record. A run that was killed thus
resumes where it stood.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import workbench
from workbench.alignment.documents import align_document
from workbench.alignment.doubts import doubts
from workbench.alignment.encoders.encoder import SentenceEncoder
from workbench.alignment.encoders.once import Once
from workbench.alignment.executors import Workers
from workbench.alignment.manifest import Entry
from workbench.alignment.progress import Progress
from workbench.alignment.side import side_of
from workbench.alignment.stateless import alignment_data
from workbench.model.document import Document, Version
from workbench.model.errors import InputError, WorkbenchError
from workbench.model.segment import Text

RECORD = "corpus.jsonl"
Cut = Callable[[bytes, str, str], Text]  # content, path for messages, tag: the segments

_LOOK = 1.0  # seconds after which it is asked whether workers are still there


@dataclass(frozen=True, slots=True)
class Settings:
    """How documents are aligned: `cut` makes segments of a file's content (it must be picklable), `encoder` is a name.

    `form` says how files are cut: what was made from another form is made anew.
    """

    cut: Cut
    encoder: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a document: its JSON, or an error in one line ("" where there is none); and lines for the user."""

    content: bytes = b""
    error: str = ""
    notices: tuple[str, ...] = ()


@dataclass(slots=True)
class Summary:
    """How many documents were aligned, and how many were there already; the errors of the broken ones by name."""

    aligned: int = 0
    there: int = 0
    broken: dict[str, str] = field(default_factory=dict)


def align_corpus(
    entries: Sequence[Entry], output: Path, settings: Settings, workers: Workers, progress: Progress
) -> Summary:
    """Align all entries that `output` does not hold yet; write `<name>.json` for each, and what became of it to the record.

    A document whose files cannot be read or aligned is recorded with its error, and the rest goes on; it is tried again
    in the next run, as are documents whose files, encoder or Workbench changed. Raises InputError where `output`
    cannot be written, or where the workers are lost.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
        return _Run(entries, output, settings, workers, progress).run()
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror or error}",
            path=str(error.filename or output),
            advice="name another folder",
        ) from None


def align_texts(name: str, pivot: str, contents: Mapping[str, tuple[str, bytes]], settings: Settings) -> Done:
    """Align one document, given as path and content of each version's file by tag: what a worker does."""
    heard = _Notices()
    try:
        encoder = _encoder(settings.encoder)
        if isinstance(encoder, Once):
            encoder.progress = heard
        texts = {tag: settings.cut(content, path, tag) for tag, (path, content) in contents.items()}
        document = Document(name, pivot, versions={tag: Version(tag, text) for tag, text in texts.items()})
        document = align_document(document, encoder)
        heard.lines.extend(f"{name}: {line}" for line in doubts(document))
        sides = [(tag, side_of(version)) for tag, version in document.versions.items()]
        data = json.dumps(alignment_data(sides, dict(document.ladders)), ensure_ascii=False)
        return Done(f"{data}\n".encode(), notices=tuple(heard.lines))
    except WorkbenchError as error:
        return Done(error=str(error), notices=tuple(heard.lines))
    except Exception as error:  # one document must not end a run of a hundred thousand
        reason = (str(error).splitlines() or [""])[0]
        return Done(error=f"{name}: {type(error).__name__}: {reason}", notices=tuple(heard.lines))


@cache
def _encoder(name: str) -> SentenceEncoder | None:
    # A process loads its encoder once.
    from workbench.alignment.encoders.registry import encoder

    return encoder(name)


@dataclass(slots=True)
class _Notices:
    lines: list[str] = field(default_factory=list)

    def step(self, what: str, done: int, total: int) -> None:
        """Say nothing: the run itself shows how far it is."""

    def notice(self, line: str) -> None:
        """Keep a line, to be sent back."""
        self.lines.append(line)


@dataclass(frozen=True, slots=True)
class _Job:
    entry: Entry
    digest: str
    contents: dict[str, tuple[str, bytes]]


@dataclass(slots=True)
class _Run:
    entries: Sequence[Entry]
    output: Path
    settings: Settings
    workers: Workers
    progress: Progress
    summary: Summary = field(default_factory=Summary)
    record: dict[str, dict[str, Any]] = field(default_factory=dict)

    def run(self) -> Summary:
        self.record = _read_record(self.output / RECORD)
        jobs = self._jobs()
        running: dict[Future[Done], _Job] = {}
        suspects: list[_Job] = []  # were at work when a process died: each is tried again, by itself
        with self.workers as workers:
            executor = workers.executor()
            while True:
                alone = bool(suspects)
                while (not running and suspects) or (not alone and len(running) < workers.capacity()):
                    job = suspects.pop() if alone else next(jobs, None)
                    if job is None:
                        break
                    running[_submitted(executor, job, self.settings)] = job
                    if alone:
                        break
                if not running:
                    break
                finished, _ = wait(running, timeout=_LOOK, return_when=FIRST_COMPLETED)
                if not finished:
                    workers.check()
                lost = [running.pop(future) for future in finished if _is_lost(future)]
                for future in finished:
                    if future in running:
                        self._take(running.pop(future), future)
                if lost:
                    lost += running.values()
                    running.clear()
                    executor = workers.renewed()
                    if alone:
                        self._finish(lost[0], Done(error=f"{lost[0].entry.name}: its process died — is memory short?"))
                    else:
                        suspects = lost
        _write_whole(self.output / RECORD, "".join(_line(self.record[entry.name]) for entry in self.entries).encode())
        return self.summary

    def _jobs(self) -> Iterator[_Job]:
        """Give what is still to do, reading files only when their turn comes."""
        for entry in self.entries:
            try:
                contents = {tag: (str(path), path.read_bytes()) for tag, path in entry.files.items()}
            except OSError as error:
                self._finish(_Job(entry, "", {}), Done(error=f"{error.filename}: cannot be read: {error.strerror}"))
                continue
            digest = _digest(entry, contents, self.settings)
            known = self.record.get(entry.name, {})
            whole = (self.output / f"{entry.name}.json").is_file()
            if known.get("status") == "aligned" and known.get("digest") == digest and whole:
                self.summary.there += 1
                self._step()
            else:
                yield _Job(entry, digest, contents)

    def _take(self, job: _Job, future: Future[Done]) -> None:
        try:
            done = future.result()
        except CancelledError:
            raise self.workers.lost() from None
        except Exception as error:  # a cluster's own: a worker killed too often over this document, among others
            done = Done(error=f"{job.entry.name}: {type(error).__name__}: {(str(error).splitlines() or [''])[0]}")
        self._finish(job, done)

    def _finish(self, job: _Job, done: Done) -> None:
        name = job.entry.name
        for notice in done.notices:
            self.progress.notice(notice)
        result = self.output / f"{name}.json"
        if done.error:
            result.unlink(missing_ok=True)
            self.summary.broken[name] = done.error
            self.progress.notice(done.error)
        else:
            _write_whole(result, done.content)
            self.summary.aligned += 1
        self.record[name] = {
            "name": name,
            "status": "broken" if done.error else "aligned",
            "digest": job.digest,
            **({"error": done.error} if done.error else {}),
        }
        with (self.output / RECORD).open("ab") as file:
            file.write(_line(self.record[name]).encode())
        self._step()

    def _step(self) -> None:
        done = self.summary.aligned + self.summary.there + len(self.summary.broken)
        self.progress.step("aligning documents", done, len(self.entries))


def _is_lost(future: Future[Done]) -> bool:
    return not future.cancelled() and isinstance(future.exception(), BrokenProcessPool)


def _submitted(executor: Executor, job: _Job, settings: Settings) -> Future[Done]:
    return executor.submit(align_texts, job.entry.name, job.entry.pivot, job.contents, settings)


def _digest(entry: Entry, contents: Mapping[str, tuple[str, bytes]], settings: Settings) -> str:
    how = [workbench.__version__, settings.encoder, settings.form, entry.pivot, list(contents)]
    digest = hashlib.sha256(json.dumps(how).encode())
    for _, content in contents.values():
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def _read_record(path: Path) -> dict[str, dict[str, Any]]:
    """Return what the record says of each document, the last word counting; a line that a kill cut off says nothing."""
    known: dict[str, dict[str, Any]] = {}
    content = path.read_bytes() if path.is_file() else b""
    for line in content.split(b"\n"):
        try:
            data = json.loads(line)
            known[data["name"]] = data
        except (ValueError, KeyError, TypeError):
            continue
    if content and not content.endswith(b"\n"):
        with path.open("ab") as file:
            file.write(b"\n")
    return known


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False) + "\n"


def _write_whole(path: Path, content: bytes) -> None:
    part = path.with_name(path.name + ".part")
    part.write_bytes(content)
    os.replace(part, path)
