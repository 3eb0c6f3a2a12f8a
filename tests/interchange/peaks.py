"""How much memory reading and writing a file hold at most, asked of processes of their own."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.interchange.own import long_document
from tests.conftest import ROOT
from workbench.workspace.folder import Workspace

_MEASURE = """
import sys
from pathlib import Path
from workbench.interchange.incoming import importers
count = sum(1 for _ in importers()[sys.argv[1]].read(Path(sys.argv[2])).units)
(held,) = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(count, held.split()[1])
"""

# What is held beside the document: the most before and after it is written.
_MEASURE_WRITING = """
import sys
from pathlib import Path
from tests.benchmarks.interchange.own import long_document
from workbench.interchange.export import Export, export_date, exporters
def most():
    (held,) = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
    return int(held.split()[1])
form, document = exporters()[sys.argv[1]], long_document(int(sys.argv[2]))
export, before = Export(document, export_date(document)), most()
with Path(sys.argv[3]).open("wb") as file:
    form.write(export, file)
print(most() - before)
"""

_MEASURE_COMMAND = """
import sys
from workbench.cli.main import main
code = main(sys.argv[1:])
(held,) = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(held.split()[1])
sys.exit(code)
"""


def tmx_units(count: int) -> str:
    """Return a TMX file of so many units."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header srclang="en"/>\n<body>\n'
    unit = (
        '<tu><tuv xml:lang="en"><prop type="x-was">{0:08x}</prop><seg>Six countries {0}</seg></tuv>'
        '<tuv xml:lang="kk"><prop type="x-was">{0:08x}</prop><seg>Алты ел {0}</seg></tuv></tu>\n'
    )
    return head + "".join(unit.format(number) for number in range(count)) + "</body>\n</tmx>\n"


def tmx_units_with_codes(count: int) -> str:
    """Return a TMX file that is not plain: many a unit has an inline code."""
    return tmx_units(count).replace("1</seg>", '1<ph x="1"/></seg>')


def csv_rows(count: int) -> str:
    """Return a CSV file of so many rows."""
    rows = (f"Six countries {number},Алты ел {number},en:{number:08x} kk:{number:08x}\n" for number in range(count))
    return "en,kk,exported\n" + "".join(rows)


def json_lines(count: int) -> str:
    """Return JSON Lines of so many units."""
    texts = ((number, {"en": f"Six countries {number}", "kk": f"Алты ел {number}"}) for number in range(count))
    units = (
        {"versions": {tag: {"segments": [text], "was": f"{number:08x}"} for tag, text in held.items()}}
        for number, held in texts
    )
    return "".join(json.dumps(unit, ensure_ascii=False) + "\n" for unit in units)


FILES: dict[str, tuple[str, Callable[[int], str]]] = {
    "tmx": ("tmx", tmx_units),
    "tmx with codes": ("tmx", tmx_units_with_codes),
    "csv": ("csv", csv_rows),
    "jsonl": ("jsonl", json_lines),
}


WRITTEN = ("tmx", "csv", "jsonl")


def long_workspace(root: Path, rows: int) -> Path:
    """Write a workspace with a document `long` of so many rows of eight versions, and return its folder."""
    (root / "glossary").mkdir(parents=True)
    Workspace(root).create(long_document(rows))
    return root


def peak_of_export(form: str, root: Path) -> int:
    """Return the most (KiB) that `workbench export` held while it wrote the document `long` of a workspace."""
    return peak_of_command(root, "export", "long", "--format", form, "--output", f"long.{form}")


def reworded(source: Path, target: Path, rows: int) -> Path:
    """Write an export of the document `long`, of so many rows, with another word in ten of them, and return where it is."""
    numbers = b"|".join(b"%d" % (rows * tenth // 10) for tenth in range(10))
    last_word = re.compile(rb' (?:%s)(?=[<"])' % numbers)
    with source.open("rb") as lines, target.open("wb") as out:
        out.writelines(last_word.sub(rb"\g<0>!", line) for line in lines)
    return target


def peak_of_writing(form: str, rows: int, path: Path) -> int:
    """Return the most (KiB) that a process held beside a document of so many rows of eight versions while it wrote it."""
    command = [sys.executable, "-c", _MEASURE_WRITING, form, str(rows), str(path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return int(subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env=environment).stdout)


def peak_of_command(folder: Path, *arguments: str) -> int:
    """Return the most (KiB) that a command held in a folder; wait4 would tell of the process that began it, too."""
    command = [sys.executable, "-c", _MEASURE_COMMAND, *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    said = subprocess.run(command, capture_output=True, check=True, cwd=folder, env=environment).stdout
    return int(said.split()[-1])


def peak(name: str, count: int, path: Path) -> int:
    """Return the most that a process held (KiB) that read so many units of a kind of file."""
    form, content = FILES[name]
    path.write_text(content(count), encoding="utf-8")
    command = [sys.executable, "-c", _MEASURE, form, str(path)]
    said = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}).stdout
    read, held = map(int, said.split())
    assert read == count
    return held
