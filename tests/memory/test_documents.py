"""Documents are in the memory as their files are."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from workbench.memory.documents import units_of
from workbench.memory.memory import DOCUMENTS, Memory
from workbench.memory.pattern import Pattern
from workbench.model.document import Document
from workbench.model.errors import NotFoundError
from workbench.workspace.folder import Workspace
from workbench.workspace.state import NAME

STATEMENT = "chengdu-2024"


def clauses(memory: Memory, words: str) -> list[tuple[str, str]]:
    """Where words stand in the English of documents."""
    return [(hit.document, hit.clause) for hit in memory.search_documents(Pattern(words), "en")]


def test_a_unit_is_a_row(statement: Document) -> None:
    """With its clause, its date and all its versions, whose alignment nobody accepted yet."""
    first, *rest = units_of(statement)
    assert (first.place, first.date) == ("0¶1", "2024-12-01")
    assert [variant.tag for variant in first.variants] == list(statement.versions)
    assert {variant.status for variant in first.variants} == {"", "auto"}
    assert rest[-1].place == "11"


def test_rows_are_found_in_the_order_of_the_document(folder: Path) -> None:
    """The one clause that names Astana; the many rows that have an article."""
    found = clauses(Memory(Workspace(folder)), "Astana")
    assert found == [(STATEMENT, "10")]
    rows = [hit.row for hit in Memory(Workspace(folder)).search_documents(Pattern("the"))]
    assert rows == sorted(rows)
    assert len(rows) > 20


def test_a_document_that_changed_is_read_again(folder: Path) -> None:
    """A word that is written is found at once, the one before it no more; so it is when the document is gone."""
    memory = Memory(Workspace(folder))
    assert clauses(memory, "Astana")
    path = folder / "texts" / STATEMENT / "en.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("Astana", "Ashtana"), encoding="utf-8")
    assert (clauses(memory, "Astana"), clauses(memory, "Ashtana")) == ([], [(STATEMENT, "10")])
    (folder / "texts" / STATEMENT).rename(folder / "elsewhere")
    assert clauses(memory, "Ashtana") == []


def test_a_document_that_cannot_be_read_stays_as_it_was(folder: Path) -> None:
    """And it is said why."""
    memory = Memory(Workspace(folder))
    assert memory.unreadable() == {}
    (folder / "texts" / STATEMENT / "kk.txt").unlink()
    assert list(memory.unreadable()) == [STATEMENT]
    assert clauses(memory, "Astana") == [(STATEMENT, "10")]


def test_documents_are_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks again reads no file of the document."""
    clauses(Memory(Workspace(folder)), "Astana")
    monkeypatch.setattr(Workspace, "load", lambda *_: pytest.fail("read again"))
    assert clauses(Memory(Workspace(folder)), "Astana")


@pytest.mark.parametrize("content", [b"no database at all" * 400, b""])
def test_a_damaged_store_of_documents_is_made_anew(folder: Path, content: bytes) -> None:
    """All that it held stands in the documents."""
    with closing(Memory(Workspace(folder))) as memory:
        clauses(memory, "Astana")
    (folder / NAME / DOCUMENTS).write_bytes(content)
    assert clauses(Memory(Workspace(folder)), "Astana")


def test_where_nothing_can_be_written_documents_are_searched_all_the_same(folder: Path) -> None:
    """A file stands where the folder of the state would."""
    (folder / NAME).write_text("", encoding="utf-8")
    assert clauses(Memory(Workspace(folder)), "Astana") == [(STATEMENT, "10")]


def test_a_document_of_the_same_size_and_time_is_read_again(folder: Path) -> None:
    """A file that was put in the place of another counts as changed, whatever its times say."""
    memory = Memory(Workspace(folder))
    clauses(memory, "Astana")
    path = folder / "texts" / STATEMENT / "en.txt"
    state = path.stat()
    other = path.with_suffix(".new")
    other.write_text(path.read_text(encoding="utf-8").replace("Astana", "Almaty"), encoding="utf-8")
    os.utime(other, ns=(state.st_atime_ns, state.st_mtime_ns))
    other.replace(path)
    assert clauses(memory, "Almaty") == [(STATEMENT, "10")]


def test_an_unknown_document_is_named(folder: Path) -> None:
    """With those that there are."""
    memory = Memory(Workspace(folder))
    memory.check(STATEMENT)
    with pytest.raises(NotFoundError, match=STATEMENT):
        memory.check("astana-2025")


def test_what_resembles_comes_from_documents_and_files(folder: Path) -> None:
    """The likest first, wherever it is from."""
    from tests.memory.samples import unit
    from workbench.memory.importing import replace_units

    memory = Memory(Workspace(folder))
    (hit,) = memory.search_documents(Pattern("Astana"), "en")
    text = hit.versions["en"]
    replace_units(memory.files, "un.tmx", "", [unit({"en": text[:-9], "kk": "Тараптар"})])
    found = memory.matches(text, "en")
    assert [match.hit.origin.name for match in found[:2] if match.hit.origin] == [STATEMENT, "un.tmx"]
    assert found[0].percent == 100
    assert 50 < found[1].percent < 100
