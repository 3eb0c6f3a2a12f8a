"""Peers' own test files, read as Workbench reads what it is given: `python -m tests.interchange.samples FOLDER`.

Nothing of them is in this project. Take the repositories of OmegaT, Okapi, gettext, translate-toolkit and the OASIS XLIFF suites,
and name the folder that holds them. Every file is read in a process of its own, which ends where it takes too long or too much.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing.connection import Connection
from pathlib import Path

from workbench.cli.incoming_file import incoming_file
from workbench.interchange.documents.reading import read_document
from workbench.interchange.documents_of import document_of
from workbench.model.errors import WorkbenchError

ALIGNMENTS = (".tmx", ".po", ".pot", ".xlf", ".xliff", ".sdlxliff")
DOCUMENTS = (".docx", ".odt", ".html", ".htm", ".pdf")
MOST_SECONDS, MOST_MEMORY = 60, 1 << 30


class Outcome(StrEnum):
    """What became of a file."""

    TAKEN = "taken"
    WARNED = "taken with warnings"
    REFUSED = "refused"
    BROKEN = "BROKEN"


@dataclass(frozen=True, slots=True)
class Sample:
    """A file, what became of it, and what was said of it."""

    path: Path
    outcome: Outcome
    said: str = ""


def samples(folder: Path) -> Iterator[Sample]:
    """Yield what becomes of every file of a folder that a reader is for, in the order of their paths."""
    _read_ahead()
    context = multiprocessing.get_context("fork")
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix.lower() in ALIGNMENTS + DOCUMENTS:
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=_read_limited, args=(path, theirs))
            process.start()
            theirs.close()
            yield _received(path, ours)
            process.kill()
            process.join()


def _read_ahead() -> None:
    """Load what every process needs, once: the readers, and what is known of languages."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (
            ("a.html", "<p>The Parties agree on trade.</p>"),
            ("a.tmx", '<tmx><body><tu><tuv lang="en"><seg>One.</seg></tuv></tu></body></tmx>'),
            ("a.po", 'msgid "One."\nmsgstr "Бір."\n'),
            ("a.xlf", '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en"/>'),
        ):
            path = Path(folder, name)
            path.write_text(content, encoding="utf-8")
            _read(path)


def _received(path: Path, connection: Connection) -> Sample:
    if not connection.poll(MOST_SECONDS):
        return Sample(path, Outcome.BROKEN, f"more than {MOST_SECONDS} s")
    try:
        outcome, said = connection.recv()
    except EOFError:
        return Sample(path, Outcome.BROKEN, "its process fell")
    return Sample(path, outcome, said)


def _read_limited(path: Path, connection: Connection) -> None:
    held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + MOST_MEMORY,) * 2)
    connection.send(_read(path))


def _read(path: Path) -> tuple[Outcome, str]:
    try:
        warnings = _warnings(path)
    except WorkbenchError as error:
        line = str(error)
        return (Outcome.BROKEN, "more than one line") if "\n" in line else (Outcome.REFUSED, line)
    except BaseException:  # whatever it is: that is what is looked for
        return Outcome.BROKEN, " | ".join(traceback.format_exc().strip().splitlines()[-3:])
    return (Outcome.WARNED, " | ".join(warnings)) if warnings else (Outcome.TAKEN, "")


def _warnings(path: Path) -> Sequence[str]:
    if path.suffix.lower() in DOCUMENTS:
        return read_document(path, tag="en").left_out
    file = incoming_file([str(path), "sample"], "")
    document_of(file.again(), "sample")
    return file.incoming.warnings


def main() -> int:
    """Print a line for each file, and how many there are of each kind in each folder of the top; 1 where one is broken."""
    folder = Path(sys.argv[1])
    counts: dict[str, Counter[Outcome]] = {}
    for sample in samples(folder):
        place = sample.path.relative_to(folder)
        counts.setdefault(place.parts[0], Counter())[sample.outcome] += 1
        print(f"{sample.outcome}\t{place}\t{sample.said.replace(str(folder) + '/', '')}", flush=True)
    for name, count in counts.items():
        print(f"{name}: {count.total()} files, " + ", ".join(f"{count[outcome]} {outcome}" for outcome in Outcome))
    return int(any(count[Outcome.BROKEN] for count in counts.values()))


if __name__ == "__main__":
    sys.exit(main())
