"""Scores of versions against others in the same language."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.scoring.second import with_seconds
from workbench.languages.knowledge import knowledge
from workbench.model.document import Document, Version
from workbench.model.errors import InputError, NotFoundError, UsageError
from workbench.model.ladder import Bead, Ladder, ladder_of
from workbench.model.segment import text_of_paragraphs
from workbench.scoring.metrics import measures
from workbench.scoring.pairing import paired_lines
from workbench.scoring.scores import compare


@pytest.fixture(scope="module")
def clauses(statement: Document) -> Document:
    """Clauses 6 to 11 with second versions."""
    return with_seconds(statement)


# What sacreBLEU's command line is asked for each metric.
OPTIONS = {
    "BLEU-13a": ["-m", "bleu", "--tokenize", "13a"],
    "BLEU-char": ["-m", "bleu", "--tokenize", "char"],
    "BLEU-zh": ["-m", "bleu", "--tokenize", "zh"],
    "chrF2": ["-m", "chrf"],
    "chrF2++": ["-m", "chrf", "--chrf-word-order", "2"],
    "TER": ["-m", "ter"],
}
CHARACTERS = ["--ter-normalized", "--ter-asian-support"]


def sacrebleu(options: list[str], references: Path, *texts: Path) -> str:
    """Return what sacreBLEU's command line says of files."""
    command = [sys.executable, "-m", "sacrebleu", str(references), "-i", *map(str, texts), *options, "-q", "-nc"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def written(folder: Path, name: str, lines: list[str]) -> Path:
    """Return a file with lines."""
    path = folder / name
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("lang", ["en", "ru", "zh", "kk"])
def test_scores_and_signatures_are_those_of_sacrebleus_command_line(
    clauses: Document, lang: str, tmp_path: Path
) -> None:
    """Every metric, of the whole and of the clause that is furthest apart, on the same lines."""
    second = f"{lang}-x-second"
    found = compare(clauses, [second], lang, lang)
    names = [measure.name for measure in found.measures]
    assert len(names) == {"en": 4, "zh": 4, "ru": 5, "kk": 5}[lang]
    for lines, scores in ((found.lines, found.scores), (found.clauses[0].lines, found.clauses[0].scores)):
        references = written(tmp_path, "references", [line.texts[lang] for line in lines])
        texts = written(tmp_path, "texts", [line.texts[second] for line in lines])
        for measure in found.measures:
            options = OPTIONS[measure.name] + (CHARACTERS if (lang, measure.name) == ("zh", "TER") else [])
            said = json.loads(sacrebleu([*options, "-w", "8"], references, texts))
            assert scores[second][measure.name] == pytest.approx(said["score"], abs=1e-7)
            assert measure.signature == f"{said['name']}|{said['signature']}"


def test_the_bootstrap_is_that_of_sacrebleus_command_line(clauses: Document, tmp_path: Path) -> None:
    """Mean, interval and p of two candidates, seeded: the same numbers there and here, and every time."""
    third = clauses.with_version(replace(clauses.version("en-x-second"), tag="en-x-third"))
    text = text_of_paragraphs([[text] for text in third.version("en-x-second").segments()[::-1]])
    third = third.with_version(Version("en-x-third", text)).with_ladder("en-x-third", third.ladders["en-x-second"])
    tags = ["en-x-second", "en-x-third"]
    found = compare(third, tags, "en", "en")
    assert found == compare(third, tags, "en", "en")
    files = [written(tmp_path, tag, [line.texts[tag] for line in found.lines]) for tag in ("en", *tags)]
    # Its JSON of a paired test fails on its own numbers, so that the table is read.
    said = sacrebleu(["-m", "bleu", "chrf", "--paired-bs", "--format", "latex", "-w", "4"], *files)
    numbers = [[float(number) for number in re.findall(r"\d+\.\d+", line)] for line in said.split("\n") if "±" in line][
        1:
    ]
    ours = []
    for tag in tags:
        line: list[float] = []
        for name in ("BLEU-13a", "chrF2"):
            sure = found.confidence[name][tag]
            line += [found.scores[tag][name], sure.mean, sure.interval, *([] if sure.p is None else [sure.p])]
        ours.append(pytest.approx(line, abs=6e-5))
    assert numbers == ours
    assert found.confidence["BLEU-13a"]["en-x-second"].p is None
    assert found.confidence["BLEU-13a"]["en-x-third"].p is not None


def test_a_seed_that_is_none_is_said(clauses: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, before anything is resampled."""
    monkeypatch.setenv("SACREBLEU_SEED", "often")
    twin = clauses.with_version(replace(clauses.version("zh"), tag="zh-x-twin"))
    twin = twin.with_ladder("zh-x-twin", clauses.ladders["zh"])
    with pytest.raises(UsageError, match="SACREBLEU_SEED='often'"):
        compare(twin, ["zh", "zh-x-twin"], "zh-x-second", "zh-x-second")


def test_nothing_is_downloaded_and_tokenizers_are_those_of_the_languages() -> None:
    """zh for Chinese alone; characters beside 13a where a language has no tokenizer of its own, unknown ones among them."""
    names = {
        tag: [m.name for m in measures(knowledge(tag)) if m.name.startswith("BLEU")] for tag in ("en", "zh", "kk", "ka")
    }
    both = ["BLEU-13a", "BLEU-char"]
    assert names == {"en": ["BLEU-13a"], "zh": ["BLEU-zh"], "kk": both, "ka": both}


def test_a_version_is_as_good_as_itself(clauses: Document) -> None:
    """The same words under another tag: a hundred, and no edits."""
    twin = clauses.with_version(replace(clauses.version("kk"), tag="kk-x-twin"))
    twin = twin.with_ladder("kk-x-twin", clauses.ladders["kk"])
    (scores,) = compare(twin, ["kk-x-twin"], "kk", "kk").scores.values()
    assert {name: round(score, 6) for name, score in scores.items()} == {
        "BLEU-13a": 100, "BLEU-char": 100, "chrF2": 100, "chrF2++": 100, "TER": 0,
    }  # fmt: skip


def test_the_clauses_furthest_apart_come_first(clauses: Document) -> None:
    """Clause 10 is the same in both English versions, and the last."""
    found = compare(clauses, ["en-x-second"], "en", "en").clauses
    scores = [clause.scores["en-x-second"]["chrF2"] for clause in found]
    assert scores == sorted(scores)
    assert (found[-1].clause, round(scores[-1], 6)) == ("10", 100)


def test_lines_are_rows_without_labels(clauses: Document) -> None:
    """A bead of two sentences is one line; the number of a clause is no word of it; ladders of other versions do not matter."""
    lines = paired_lines(clauses, ["zh-x-second"], "zh")
    assert [line.clause for line in lines] == ["6", "7", "8", "9", "9¶2", "10", "11"]
    assert lines[1].texts["zh-x-second"].endswith("的经验。这包括商谈如何制定并落实有关规划。")
    assert lines[5].texts["zh"] == "各方确认，第二届峰会将于2025年6月在阿斯塔纳举行。"
    coarse = clauses.with_ladder("kk", Ladder((Bead(7, 8),)))
    assert paired_lines(coarse, ["zh-x-second"], "zh") == lines


def test_one_of_the_two_may_be_the_pivot(clauses: Document) -> None:
    """Whichever is scored against the other, the lines are the same."""
    there, back = (paired_lines(clauses, [a], b) for a, b in (("en", "en-x-second"), ("en-x-second", "en")))
    assert [line.texts for line in there] == [line.texts for line in back]


def test_what_is_omitted_is_an_empty_line_and_what_both_omit_is_none(clauses: Document) -> None:
    """An omission of the candidate costs; where neither says anything there is nothing to score."""
    paragraphs = [["9. Китай приветствует концепцию."]]
    document = clauses.with_version(Version("ru-x-short", text_of_paragraphs(paragraphs)))
    counts = [(1, 0), (1, 0), (1, 0), (1, 1), (1, 0), (1, 0), (1, 0)]
    document = document.with_ladder("ru-x-short", ladder_of(counts))
    lines = paired_lines(document, ["ru-x-short"], "ru")
    assert [line.texts["ru-x-short"] for line in lines] == ["", "", "", "Китай приветствует концепцию.", "", "", ""]
    twin = replace(document.version("ru-x-short"), tag="ru-x-twin")
    document = document.with_version(twin).with_ladder("ru-x-twin", ladder_of(counts))
    assert len(paired_lines(document, ["ru-x-short"], "ru-x-twin")) == 1


@pytest.mark.parametrize(
    ("version", "against", "error", "words"),
    [
        ("en", "kk", UsageError, "en and kk are not in the same language"),
        ("uz", "uz-Cyrl", UsageError, "uz-Cyrl"),
        ("en", "en", UsageError, "against itself"),
        ("en", "en-x-none", NotFoundError, "no version 'en-x-none'"),
        ("en", "en-x-empty", InputError, "en-x-empty of chengdu-2024 has no text"),
    ],
)
def test_what_cannot_be_scored_is_said(
    clauses: Document, version: str, against: str, error: type[Exception], words: str
) -> None:
    """Other languages, other scripts, a version against itself, one that is not there, one without text."""
    for tag, paragraphs in (("uz-Cyrl", [["Хитой."]]), ("en-x-empty", [["6."]])):
        counts = [(1, 1)] + [(1, 0)] * 6
        clauses = clauses.with_version(Version(tag, text_of_paragraphs(paragraphs))).with_ladder(tag, ladder_of(counts))
    with pytest.raises(error, match=words):
        compare(clauses, [version], against, against)


def test_a_long_line_is_announced_before_it_is_scored(clauses: Document) -> None:
    """TER of a paragraph of Chinese takes seconds: the clause is named before, the end after."""
    told: list[tuple[str, int, int]] = []
    compare(clauses, ["zh-x-second"], "zh", "zh", lambda *step: told.append(step))
    total = told[0][2]
    assert [done for _, done, _ in told] == list(range(total + 1))
    long = clauses.with_version(
        Version("zh", text_of_paragraphs([["各方愿加强合作。" * 40] for _ in clauses.version("zh").segments()]))
    )
    about = compare_first(long)
    assert about.endswith(", TER of a line of 320 characters takes a while")


def compare_first(document: Document) -> str:
    """Return what is said before the first clause is scored, and do not wait for the score."""

    class EnoughError(Exception):
        pass

    said: list[str] = []

    def step(what: str, done: int, total: int) -> None:
        said.append(what)
        raise EnoughError

    with pytest.raises(EnoughError):
        compare(document, ["zh-x-second"], "zh", "zh", step)
    return said[0]
