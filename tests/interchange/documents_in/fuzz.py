"""Documents that chance has spoilt, for minutes on end: `python -m tests.interchange.documents_in.fuzz --minutes 5`.

Each is a good file of some format with bytes changed, taken out, doubled or cut off, in the members of a ZIP file too. What is
raised but WorkbenchError, or takes seconds, is kept in a folder and said; exit code 1. Findings become tests.
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import traceback
import zipfile
from pathlib import Path

from tests.interchange.documents_in.saved import SAVED
from tests.interchange.documents_in.statement import LANGUAGES
from workbench.interchange.documents.pdf_lines import pages_of
from workbench.interchange.documents.reading import document_of
from workbench.model.errors import WorkbenchError

_SLOW = 10.0  # seconds


def spoilt(content: bytes, chance: random.Random) -> bytes:
    """Return a file with up to twenty faults in it."""
    held = bytearray(content)
    for _ in range(chance.randint(1, 20)):
        if not held:
            break
        at, other = chance.randrange(len(held)), chance.randrange(len(held))
        match chance.randrange(8):
            case 0 | 1 | 2:
                held[at] = chance.randrange(256)
            case 3 | 4:
                del held[at : at + chance.randint(1, 80)]
            case 5 | 6:
                held[at:at] = held[other : other + chance.randint(1, 80)]
            case _ if chance.random() < 0.1:
                del held[at:]
    return bytes(held)


def spoilt_inside(content: bytes, chance: random.Random) -> bytes:
    """Return a ZIP file with faults in one of its members."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(members))
    members[name] = spoilt(members[name], chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for one, inner in members.items():
            archive.writestr(one, inner)
    return out.getvalue()


def read(content: bytes, form: str, tag: str | None) -> None:
    """Read a file; a PDF without the process that stands around it, which would hide what falls."""
    try:
        if form == "pdf" and b"%PDF-" in content[:1024]:
            pages_of(content)
        else:
            document_of(content, Path(f"a.{form}"), tag=tag)
    except WorkbenchError as error:
        if "\n" in str(error):
            raise ValueError("an error of more than one line") from error


def main() -> int:
    """Spoil and read files until the time is up."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path("findings"), help="the folder that findings are written to")
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)  # noqa: S311
    good = {(form, tag): save(tag) for form, save in SAVED.items() for tag in LANGUAGES}
    end = time.monotonic() + 60 * arguments.minutes
    tried = found = 0
    while time.monotonic() < end:
        form, tag = chance.choice(list(good))
        inside = form in ("docx", "odt") and chance.random() < 0.8
        content = (spoilt_inside if inside else spoilt)(good[form, tag], chance)
        begun, trouble = time.monotonic(), ""
        try:
            read(content, form, chance.choice((None, tag)))
        except Exception:
            trouble = traceback.format_exc()
        if not trouble and time.monotonic() - begun > _SLOW:
            trouble = f"took {time.monotonic() - begun:.1f} seconds\n"
        tried += 1
        if trouble:
            found += 1
            arguments.keep.mkdir(exist_ok=True)
            (arguments.keep / f"{arguments.seed}-{tried}.{form}").write_bytes(content)
            print(f"{arguments.seed}-{tried}.{form}: {trouble}", file=sys.stderr)
    print(f"{tried} files, {found} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
