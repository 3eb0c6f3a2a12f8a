"""The form of a file as an operation."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.checks.form import odd_form
from workbench.editing.apply import apply, revert
from workbench.editing.operations_json import operation_from_json, operation_to_json
from workbench.model.document import Document, Version
from workbench.model.errors import InputError, NotFoundError
from workbench.model.operations import LineForm, ReplaceForm
from workbench.model.segment import format_text, parse_text

CONTENT = "\ufeff\r\nТараптар келісті.\r\n\r\n\n1. Бірінші.\r\nЕкінші. \n\n"


def of(content: str, locked: bool = False) -> Document:
    """Return a document with one Kazakh version of that content."""
    return Document("sample", "kk", versions={"kk": Version("kk", parse_text(content), locked=locked)})


def files() -> st.SearchStrategy[str]:
    """Contents of files with segments, blank lines and line ends of all kinds."""
    pieces = st.sampled_from(("Тараптар", "келісті.", " ", "\n", "\r\n", "\n\n", "\n \n", "四、", "\ufeff", "\t"))
    return st.lists(pieces, min_size=1, max_size=25).map("".join).filter(lambda text: bool(parse_safely(text)))


def parse_safely(content: str) -> bool:
    """Return whether a content holds a segment, as all files of a workspace must."""
    return bool(content.strip("\ufeff \t\r\n")) and bool(parse_text(content).segments)


def test_a_file_gets_the_form_that_workbench_writes() -> None:
    """LF, one blank line, a newline at the end; the byte order mark is another finding's."""
    odd = odd_form("kk", parse_text(CONTENT))
    assert odd is not None
    document, _ = apply(of(CONTENT), odd.fix)
    assert format_text(document.versions["kk"].text) == "\ufeffТараптар келісті.\n\n1. Бірінші.\nЕкінші. \n"


@given(files())
def test_the_inverse_brings_every_byte_back(content: str) -> None:
    """Also through the journal's JSON; and what is mended is odd no more."""
    odd = odd_form("kk", parse_text(content))
    if odd is None:
        return
    document = of(content)
    try:
        after, inverse = apply(document, operation_from_json(operation_to_json(odd.fix)))
    except InputError:
        return  # a last line that ends with a carriage return of its own
    assert odd_form("kk", after.versions["kk"].text) is None
    before, _ = revert(after, operation_from_json(operation_to_json(inverse)))
    assert format_text(before.versions["kk"].text) == content


def test_a_locked_version_keeps_its_form() -> None:
    """The official text is as it was published."""
    with pytest.raises(InputError, match="locked"):
        apply(of("Бірінші.", locked=True), ReplaceForm("kk", tail="\n"))


@pytest.mark.parametrize(
    "line", [LineForm(1, "", "\n"), LineForm(0, "", ""), LineForm(1, "Үшінші.\n", "\n"), LineForm(0, "", "\r")]
)
def test_no_form_changes_lines_or_paragraphs(line: LineForm) -> None:
    """A blank line that parts paragraphs stays, and nothing is written between the lines."""
    with pytest.raises(InputError, match="cannot be such"):
        apply(of("Бірінші.\n\nЕкінші.\n"), ReplaceForm("kk", lines=(line,)))


def test_a_line_that_is_not_there_is_refused() -> None:
    """The message says how many there are."""
    with pytest.raises(NotFoundError, match="it has 1"):
        apply(of("Бірінші.\n"), ReplaceForm("kk", lines=(LineForm(1, "", "\n"),)))


def test_wording_is_not_touched() -> None:
    """Only what stands around the segments changes."""
    document = of(CONTENT)
    odd = odd_form("kk", document.versions["kk"].text)
    assert odd is not None
    after, _ = apply(document, odd.fix)
    assert after.versions["kk"].segments() == document.versions["kk"].segments()
    assert replace(after.versions["kk"], text=document.versions["kk"].text) == document.versions["kk"]
