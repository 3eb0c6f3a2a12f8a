"""Units by the million: sentences of the words that the encoder knows, the frequent ones often, as in texts."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import numpy as np

Pair = tuple[str, str, str]  # an English sentence, the other language, its sentence
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header/><body>\n'
_WORDS = {"en": 14, "ru": 12, "zh": 12}  # the median sentence, in words
_BATCH = 20_000


def sentences(tag: str, seed: int) -> Iterator[str]:
    """Yield sentences without end; the n-th most frequent word has 1/n of the chances of the first (Zipf)."""
    data = files("workbench.alignment.encoders") / "data" / f"{tag}.words.gz"
    words = gzip.decompress(data.read_bytes()).decode().split("\n")
    draw = np.random.default_rng(seed)
    ranked = [words[at] for at in np.argsort([len(word) + draw.normal(0, 2) for word in words])]
    chances = np.cumsum(1 / (np.arange(len(ranked)) + 5.0))
    joiner, end = ("", "。") if tag == "zh" else (" ", ".")
    while True:
        lengths = np.clip(draw.lognormal(np.log(_WORDS[tag]), 0.5, _BATCH).astype(int), 2, 60)
        drawn = np.searchsorted(chances, draw.random(lengths.sum()) * chances[-1])
        start = 0
        for length in lengths:
            yield joiner.join(ranked[at] for at in drawn[start : start + length]).capitalize() + end
            start += length


def pairs(count: int) -> Iterator[Pair]:
    """Yield so many units: English with Chinese and with Russian in turn."""
    en, zh, ru = (sentences(tag, seed) for seed, tag in enumerate(("en", "zh", "ru")))
    for number in range(count):
        yield next(en), *(("zh", next(zh)) if number % 2 else ("ru", next(ru)))


def write_tmx(path: Path, units: Iterator[Pair]) -> None:
    """Write units as TMX; their words hold nothing that XML would escape."""
    with path.open("w", encoding="utf-8") as file:
        file.write(_HEAD)
        for number, (en, tag, other) in enumerate(units):
            file.write(
                f'<tu tuid="{number}"><tuv xml:lang="en"><seg>{en}</seg></tuv>'
                f'<tuv xml:lang="{tag}"><seg>{other}</seg></tuv></tu>\n'
            )
        file.write("</body></tmx>\n")


def write_lines(path: Path, units: Iterator[Pair]) -> None:
    """Write units as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        for unit in units:
            file.write(json.dumps(unit, ensure_ascii=False) + "\n")


def changed(text: str, seed: int) -> str:
    """Return a text with each fifth word another."""
    draw = np.random.default_rng(seed)
    words = text.split()
    for at in range(int(draw.integers(0, 5)), len(words), 5):
        words[at] = "otherwise"
    return " ".join(words)
