"""The statement of Chengdu as it is shipped: the user's English to the letter, seven drafts, gold ladders by hand."""

import unicodedata
from pathlib import Path

import pytest

from tests.conftest import ROOT, TAGS, gold_ladder
from workbench.glossary.matching import Matcher
from workbench.glossary.term import TermKind
from workbench.glossary.termbase import TermBase
from workbench.languages.knowledge import knowledge
from workbench.languages.labels import labels
from workbench.model.clause import places
from workbench.model.document import Document, VersionStatus

SEED = ROOT.parent / "shared" / "seed" / "joint-statement.en.txt"
MINISTERS = {"wang-yi", "nurtleu", "kulubaev", "muhriddin", "meredov", "saidov"}


@pytest.mark.skipif(not SEED.exists(), reason="the user's document is not beside the checkout")
def test_the_english_is_the_users_own_to_the_letter() -> None:
    """From "On 1 December 2024" to "at a high level.", only cut into lines."""
    seed = SEED.read_text(encoding="utf-8")
    end = "at a high level."
    wanted = seed[seed.index("On 1 December 2024") : seed.index(end) + len(end)]
    text = Path(ROOT / "texts" / "chengdu-2024" / "en.txt").read_text(encoding="utf-8")
    paragraphs = text.removesuffix("\n").split("\n\n")
    assert [paragraph.replace("\n", " ") for paragraph in paragraphs] == wanted.split("\n\n")


@pytest.mark.skipif(not SEED.exists(), reason="the user's document is not beside the checkout")
def test_what_stands_around_the_english_is_in_document_toml(statement: Document) -> None:
    """The line above and the source note behind, to the letter."""
    seed = SEED.read_text(encoding="utf-8")
    english = statement.version("en")
    assert seed.startswith(english.note + "\n")
    assert seed.rstrip().endswith(english.source)


@pytest.mark.parametrize("tag", TAGS)
def test_seven_versions_are_drafts(statement: Document, tag: str) -> None:
    """Nobody may take them for official texts."""
    assert statement.version(tag).status is VersionStatus.DRAFT


@pytest.mark.parametrize("tag", TAGS)
def test_versions_are_whole(statement: Document, tag: str) -> None:
    """As many paragraphs as the English, the same clauses, in the same order."""

    def outline(version_tag: str) -> list[str]:
        version = statement.version(version_tag)
        starts = version.text.starts()
        found = places(labels(version.segments(), knowledge(version_tag)), starts)
        return [found[start].name for start in starts]

    assert outline(tag) == outline("en")


@pytest.mark.parametrize("tag", TAGS)
def test_versions_name_all_six_ministers(statement: Document, termbase: TermBase, tag: str) -> None:
    """In the first paragraph, where the English names five."""
    version = statement.version(tag)
    matcher = Matcher(termbase.in_language(tag, statement.name), knowledge(tag))
    first = knowledge(tag).joiner.join(version.segments()[index] for index in version.text.paragraphs()[0])
    assert {m.term.concept for m in matcher.all(first) if m.term.kind is TermKind.PERSON} == MINISTERS


@pytest.mark.parametrize("tag", TAGS)
def test_versions_are_in_normal_form_and_in_their_own_letters(statement: Document, tag: str) -> None:
    """NFC, and no letter that the language does not have."""
    known = knowledge(tag)
    for text in statement.version(tag).segments():
        assert unicodedata.is_normalized("NFC", text)
        if known.letters:
            assert {c for c in text.lower() if c.isalpha()} <= set(known.letters)


@pytest.mark.parametrize("tag", TAGS)
def test_gold_ladders_hold_both_texts(statement: Document, tag: str) -> None:
    """The ladders that were made by hand add up, and many of their beads are not 1–1."""
    ladder = gold_ladder(tag)
    assert ladder.size() == (34, len(statement.version(tag).text.segments))
    assert sum((bead.pivot, bead.version) != (1, 1) for bead in ladder.beads) >= 8
