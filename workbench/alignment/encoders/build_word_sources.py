"""What the words of five languages are read from: one function a kind of source. `build_word_lists` orders what they find."""

from __future__ import annotations

import csv
import gettext
import json
import re
import shutil
import subprocess
import tempfile
import tomllib
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path

from workbench.alignment.encoders.respelling import respelling
from workbench.languages.knowledge import knowledge
from workbench.languages.wordforms import fold, words

_OTHER_SCRIPT = {"uz": "uz-Cyrl"}
_RECOGNISED = {"kk": ("kaz",), "ky": ("kir",), "tg": ("tgk",), "uz": ("uzb", "uzb_cyrl")}
_ALIKE = 0.6  # of the symbols that two words stand for, how many they share (Dice), to be translations


@dataclass
class Gathered:
    """What the sources say of the words of one language.

    `rank` 0 is the best source; `count` is from message catalogues, `spoken` from running text; `written` says in how many
    of three ways (small letters, a capital, capitals) a list of all that is found in texts has a word.
    """

    tag: str
    rank: dict[str, int] = field(default_factory=dict)
    count: Counter[str] = field(default_factory=Counter)
    glosses: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    lexical: set[str] = field(default_factory=set)
    spoken: Counter[str] = field(default_factory=Counter)
    written: dict[str, int] = field(default_factory=dict)

    def spelled(self, written: str) -> str:
        """Return a word in the form of the table, or nothing if it has letters that the language does not have."""
        word = fold(written.strip()).strip("'")
        other = respelling(_OTHER_SCRIPT.get(self.tag, ""))
        if other and re.search("[а-я]", word):
            word = other(word)
        return word if 2 <= len(word) <= 24 and set(word) <= self._letters else ""

    @cached_property
    def _letters(self) -> set[str]:
        return set(fold(knowledge(self.tag).letters)) | {"'"}

    def put(self, written: str, rank: int, gloss: str | None = None, counted: int = 0, lexical: bool = False) -> None:
        """Take a word, unless it is written in letters that the language does not have."""
        word = self.spelled(written)
        if not word:
            return
        self.rank[word] = min(rank, self.rank.get(word, 9))
        self.count[word] += counted
        if lexical:
            self.lexical.add(word)
        if gloss and " ".join(gloss.split()) not in self.glosses[word]:
            self.glosses[word].append(" ".join(gloss.split()))


def own_words(gathered: dict[str, Gathered], glossary: Path) -> None:
    """Take numerals, the nouns that are counted, and the terms of the glossary: what Workbench itself knows."""

    def data(tag: str) -> dict[str, dict[str, dict[str, int]]]:
        path = files("workbench.languages") / "data" / f"{tag}.toml"
        return tomllib.loads(path.read_text(encoding="utf-8"))

    english = {
        kind: {v: f"en:{k}" for k, v in reversed(data("en")["numerals"][kind].items())}
        for kind in ("cardinals", "ordinals")
    }
    nouns = {"members": "en:party", "states": "en:country", "ministers": "en:minister"}
    for tag, held in gathered.items():
        table = data(tag)
        for kind, names in english.items():
            for word, value in table["numerals"][kind].items():
                held.put(word, 0, names.get(value))
        for kind, name in nouns.items():
            for word in table["counts"][kind]:
                held.put(word, 0, name)
    for path in sorted(glossary.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        english_of = {row["concept"]: f"en:{row['term'].lower()}" for row in rows if row["lang"] == "en"}
        for row in rows:
            if row["lang"] in gathered:
                for term in (row["term"], *(row["forms"] or "").split("|")):
                    _phrase(gathered[row["lang"]], term, 0, english_of.get(row["concept"]))


def _phrase(held: Gathered, text: str, rank: int, gloss: str | None = None, counted: int = 0) -> None:
    """Take the words of a text; what the whole text means is a gloss only of a single word."""
    found = [word.text for word in words(text)]
    for word in found:
        held.put(word, rank, gloss if len(found) == 1 else None, counted)


def catalogues(gathered: dict[str, Gathered], debian: Path) -> None:
    """Take the words of message catalogues: gettext's, and those in the language packs of Firefox and Thunderbird."""
    for path in sorted(debian.glob("usr/**/LC_MESSAGES/*.mo")):
        tag = re.split("[@_]", path.parent.parent.name)[0]
        if tag not in gathered:
            continue
        with path.open("rb") as file:
            catalogue: dict[object, object] = vars(gettext.GNUTranslations(file))["_catalog"]
        names, many = "iso_" in path.name, "iso_639" in path.name and path.name not in ("iso_639.mo", "iso_639-2.mo")
        for source, text in catalogue.items():
            if not isinstance(source, str) or not isinstance(text, str) or not source or source == text:
                continue
            meaning, text = (re.sub("[_~&]", "", part) for part in (source.split("\x04")[-1], text))
            gloss = re.split(r"[;(]", meaning.lower())[0].strip(" .:…")
            single = len(words(text)) == 1
            if single or not many:
                short = gloss and len(meaning.split()) <= 3
                _phrase(
                    gathered[tag], text, 4 if many else 2 if names else 1, f"en:{gloss}" if short else None, not names
                )
    for path in sorted(debian.glob("usr/lib/*/**/langpack-*.xpi")):
        tag = path.name.removeprefix("langpack-").split("@")[0]
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist() if tag in gathered else ():
                if name.endswith((".ftl", ".properties")):
                    text = re.sub(r"^(#.*$|[\w.-]+\s*=)", "", archive.read(name).decode("utf-8", "replace"), flags=re.M)
                    for word in words(re.sub(r"\{[^}]*\}|<[^>]*>|\\n|%\w+", " ", text)):
                        gathered[tag].put(word.text, 1, counted=1)


def names(gathered: dict[str, Gathered]) -> None:
    """Take what CLDR calls territories, languages, currencies, months and days."""
    locale = import_module("babel").Locale
    english = locale("en")
    for tag, held in gathered.items():
        own = locale(tag)
        for kind, rank in (("territories", 2), ("languages", 3), ("currencies", 2)):
            for code, text in getattr(own, kind).items():
                gloss = getattr(english, kind).get(code)
                _phrase(held, text, rank, f"en:{gloss.lower()}" if gloss else None)
        for kind in ("months", "days"):
            meant = getattr(english, kind)["format"]["wide"]
            for widths in getattr(own, kind).values():
                for number, text in widths.get("wide", {}).items():
                    held.put(text, 1, f"en:{meant[number].lower()}")


def symbols(gathered: dict[str, Gathered], folder: Path) -> None:
    """Take the names and key words of symbols; two texts that mostly stand for the same symbols translate each other."""
    english, meant = _symbols(folder, "en")
    for tag, held in gathered.items():
        named, places = _symbols(folder, tag)
        for text, where in places.items():
            near = Counter(name for symbol in where for name in english.get(symbol, ()))
            alike = {name: 2 * count / (len(where) + len(meant[name])) for name, count in near.items()}
            best = max(alike, key=lambda name: (alike[name], name), default="")
            sure = bool(best) and (near[best] > 1 or any(named[symbol][0] == text for symbol in where))
            _phrase(held, text, 2, f"en:{best}" if sure and alike[best] >= _ALIKE and best.count(" ") < 2 else None)


def _symbols(folder: Path, tag: str) -> tuple[dict[str, list[str]], dict[str, set[str]]]:
    """Return each symbol's texts, its name first, and the symbols of each text."""
    path = folder / f"cldr-annotations-full/annotations/{tag}/annotations.json"
    held = json.loads(path.read_text(encoding="utf-8"))["annotations"]["annotations"] if path.exists() else {}
    texts = {
        symbol: list(dict.fromkeys(map(fold, [*entry.get("tts", ()), *entry.get("default", ())])))
        for symbol, entry in held.items()
    }
    places: defaultdict[str, set[str]] = defaultdict(set)
    for symbol, found in texts.items():
        for text in found:
            places[text].add(symbol)
    return texts, places


def spelling(gathered: dict[str, Gathered], folder: Path) -> None:
    """Take the words of spelling dictionaries and of a tagger's lexicon; not names, which they write with a capital."""
    for line in _lines(files("tajiknlp") / "data" / "tajik_pos.jsonl") if find_spec("tajiknlp") else ():
        gathered["tg"].put(json.loads(line)["tajik"], 2, lexical=True)
    for line in _lines(folder / "debian/usr/share/hunspell/kk_KZ.dic"):
        word = re.split("[/\t]", line)[0]
        if word.islower():
            gathered["kk"].put(word, 3, lexical=True)
    for word in _turkmen(folder / "dictionary-tk"):
        gathered["tk"].put(word, 3, lexical=True)


def _turkmen(folder: Path) -> Iterator[str]:
    """Yield what is a word in dictionary-tk: not a stem that needs an ending, nor a verb that is derived from a verb."""
    rules = _lines(folder / "index.aff")
    classes = [set(line.split()[1].split(",")) for line in rules if line.startswith("AF ")][1:]
    bound = {line.split()[1] for line in rules if line.startswith("NEEDAFFIX ")}
    infinitive = {line.split()[1] for line in rules if re.match(r"SFX \S+ \S+ m[ae]k\b", line)}
    entries: dict[str, set[str]] = {}
    for line in _lines(folder / "index.dic")[1:]:
        word, _, number = line.split()[0].partition("/")
        held = classes[int(number) - 1] if number else set()
        if word.islower() and not held & bound:
            entries[word] = held
    verbs = {word for word, held in entries.items() if held & infinitive}
    for word in entries:
        if word not in verbs or not any(word[:end] in verbs for end in range(2, len(word))):
            yield word


def _lines(path: Traversable) -> list[str]:
    text = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    return [line.strip() for line in text.split("\n") if line.strip()]


def recognised(gathered: dict[str, Gathered], folder: Path) -> None:
    """Take the words that Tesseract expects to read, unless they are written only with a capital: names."""
    for tag, codes in _RECOGNISED.items():
        held = gathered[tag]
        ways: defaultdict[str, set[str]] = defaultdict(set)
        for code in codes:
            for path in sorted(folder.glob(f"debian/usr/share/tesseract-ocr/*/tessdata/{code}.traineddata")):
                for written in _unpacked(path):
                    way = "small" if written.islower() else "capitals" if written.isupper() else "capital"
                    ways[held.spelled(written)].add(way)
        held.written = {word: len(found) for word, found in ways.items() if word and "small" in found}


def _unpacked(trained: Path) -> Iterator[str]:
    """Read the word list of a language; the programs are those of Debian's tesseract-ocr 5.3."""
    with tempfile.TemporaryDirectory() as folder:
        start = f"{folder}/x."
        _run("combine_tessdata", "-u", str(trained), start)
        parts = [f"{start}lstm-{part}" for part in ("unicharset", "word-dawg")]
        _run("dawg2wordlist", *parts, f"{start}txt")
        yield from _lines(Path(f"{start}txt"))


def _run(program: str, *arguments: str) -> None:
    found = shutil.which(program)
    if found is None:
        raise FileNotFoundError(f"{program} is not installed: it comes with Debian's tesseract-ocr")
    subprocess.run([found, *arguments], check=True, capture_output=True)  # noqa: S603 - a program of Debian's, on files that the builder named


def encyclopedia(gathered: dict[str, Gathered], folder: Path) -> None:
    """Take how often words stand in the Uzbek Wikipedia, by uzbek-text-tools."""
    held = gathered["uz"]
    for part in _lines(folder / "uzbek_text_tools/data/word_freq.json"):
        if found := re.fullmatch(r'"(.*)": (\d+),?', part):
            held.spoken[held.spelled(found[1])] += int(found[2])
    del held.spoken[""]
