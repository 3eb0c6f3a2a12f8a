"""Corpora for tests: small documents of the statement's sentences, and ways of cutting that fail when told to."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

from workbench.model.errors import InputError
from workbench.model.segment import Text, parse_text

LINES = {
    "en": (
        "The Parties welcome the results of the meeting.",
        "1. The six countries will cooperate.",
        "2. They thank Chengdu.",
    ),
    "kk": ("Тараптар кездесудің нәтижелерін құптайды.", "1. Алты ел ынтымақтасады.", "2. Олар Чэндуге алғыс айтады."),
    "zh": ("各方欢迎会晤成果。", "一、六国将开展合作。", "二、各方感谢成都。"),
}


def write_corpus(folder: Path, count: int) -> Path:
    """Write documents d0, d1 … of three versions and their manifest; return its path."""
    lines = []
    for number in range(count):
        files = {}
        for tag, texts in LINES.items():
            path = folder / f"d{number}.{tag}.txt"
            path.write_text("\n".join(f"{text} ({number})" for text in texts) + "\n", encoding="utf-8")
            files[tag] = path.name
        lines.append(json.dumps({"name": f"d{number}", "pivot": "en", "files": files}))
    manifest = folder / "manifest.jsonl"
    manifest.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return manifest


def cut(content: bytes, path: str, tag: str) -> Text:
    """One segment a line; every call is written down beside the file, so that tests can count them."""
    with Path(path).with_suffix(".calls").open("a") as calls:
        calls.write(f"{os.getpid()}\n")
    if not content.strip():
        raise InputError("no text in it", path=path)
    return parse_text(content.decode())


def slow_cut(content: bytes, path: str, tag: str) -> Text:
    """As `cut`, but it takes its time."""
    time.sleep(0.1)
    return cut(content, path, tag)


def deadly_cut(content: bytes, path: str, tag: str) -> Text:
    """As `cut`, but document d1 kills the process that it is cut in."""
    if Path(path).name.startswith("d1."):
        os.kill(os.getpid(), signal.SIGKILL)
    return cut(content, path, tag)


def calls(folder: Path, name: str) -> int:
    """Return how often the English text of a document was cut."""
    path = folder / f"{name}.en.calls"
    return len(path.read_text().splitlines()) if path.exists() else 0
