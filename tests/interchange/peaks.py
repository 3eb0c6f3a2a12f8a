"""How much memory reading a file holds at most, asked of a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.conftest import ROOT

_MEASURE = """
import sys
from pathlib import Path
from workbench.interchange.incoming import importers
count = sum(1 for _ in importers()[sys.argv[1]].read(Path(sys.argv[2])).units)
(held,) = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(count, held.split()[1])
"""


def tmx_units(count: int) -> str:
    """Return a TMX file of so many units."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header srclang="en"/>\n<body>\n'
    unit = '<tu><tuv xml:lang="en"><seg>Six countries {0}</seg></tuv><tuv xml:lang="kk"><seg>Алты ел {0}</seg></tuv></tu>\n'
    return head + "".join(unit.format(number) for number in range(count)) + "</body>\n</tmx>\n"


def tmx_units_with_codes(count: int) -> str:
    """Return a TMX file that is not plain: many a unit has an inline code."""
    return tmx_units(count).replace("1</seg>", '1<ph x="1"/></seg>')


def csv_rows(count: int) -> str:
    """Return a CSV file of so many rows."""
    return "en,kk\n" + "".join(f"Six countries {number},Алты ел {number}\n" for number in range(count))


def json_lines(count: int) -> str:
    """Return JSON Lines of so many units."""
    return "".join(
        json.dumps({"en": f"Six countries {number}", "kk": f"Алты ел {number}"}, ensure_ascii=False) + "\n"
        for number in range(count)
    )


FILES: dict[str, tuple[str, Callable[[int], str]]] = {
    "tmx": ("tmx", tmx_units),
    "tmx with codes": ("tmx", tmx_units_with_codes),
    "csv": ("csv", csv_rows),
    "jsonl": ("jsonl", json_lines),
}


def peak(name: str, count: int, path: Path) -> int:
    """Return the most that a process held (KiB) that read so many units of a kind of file."""
    form, content = FILES[name]
    path.write_text(content(count), encoding="utf-8")
    command = [sys.executable, "-c", _MEASURE, form, str(path)]
    said = subprocess.run(command, capture_output=True, check=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}).stdout
    read, held = map(int, said.split())
    assert read == count
    return held
