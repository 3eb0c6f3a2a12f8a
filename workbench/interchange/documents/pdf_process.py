"""PDFs are read in a process of their own: what is written in C may take all memory, or fall, for a file of a stranger.

The process gets the file on standard input and gives JSON on standard output: pages of lines, or the words of an error.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import astuple
from importlib.util import find_spec

from workbench.interchange.documents.archive import broken
from workbench.interchange.documents.pdf_lines import Line, Page, pages_of
from workbench.model.errors import InputError

MOST_MEMORY = 1024 * 1024 * 1024  # bytes of address space, what Python itself takes among it
MOST_SECONDS = 300


def pages(content: bytes, path: str) -> list[Page]:
    """Return the pages of a PDF with their lines.

    Raises InputError for a PDF that is broken, encrypted or too large, that takes more memory or time than a document does, and
    where pypdfium2 is not installed.
    """
    if find_spec("pypdfium2") is None:
        raise InputError(
            "a PDF, and pypdfium2 is not installed", path=path, advice="install it with: pip install '.[documents]'"
        )
    command = [sys.executable, "-m", __name__]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        run = subprocess.run(command, input=content, capture_output=True, env=environment, timeout=MOST_SECONDS)  # noqa: S603
        data = json.loads(run.stdout)
    except subprocess.TimeoutExpired:
        raise InputError(
            f"takes longer than {MOST_SECONDS} seconds to read", path=path, advice="do not open it"
        ) from None
    except OSError as error:
        raise InputError(
            f"cannot be read: {error.strerror or error}", path=path, advice="close other programs"
        ) from None
    except ValueError:
        raise broken(path, "reading it took too much memory, or ended before its time") from None
    if isinstance(data, dict):
        raise InputError(data["message"], path=path, advice=data["advice"])
    return [Page(width, [Line(*line) for line in lines]) for width, lines in data]


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # no such thing on this system
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(hard, MOST_MEMORY)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _main() -> None:
    content = sys.stdin.buffer.read()
    _limit_memory()
    try:
        data: object = [(page.width, [astuple(line) for line in page.lines]) for page in pages_of(content)]
    except InputError as error:
        data = {"message": error.message, "advice": error.advice}
    sys.stdout.write(json.dumps(data))


if __name__ == "__main__":
    _main()
