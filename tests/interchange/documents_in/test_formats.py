"""Which format a file is of: its content tells, its name only where that does not."""

import pytest

from tests.interchange.documents_in.saved import SAVED
from workbench.interchange.documents.formats import format_of, formats
from workbench.model.errors import InputError


def test_each_format_is_a_module() -> None:
    """No list names them."""
    assert {form.NAME for form in formats()} == {
        "DOCX",
        "ODT",
        "HTML",
        "MHTML",
        "PDF",
        "Markdown",
        "plain text",
        "a file of another kind",
    }


@pytest.mark.parametrize(("form", "name"), [("docx", "DOCX"), ("odt", "ODT"), ("html", "HTML"), ("pdf", "PDF")])
@pytest.mark.parametrize("suffix", ["", ".txt", ".doc", ".DOCX", ".bin"])
def test_the_content_tells(form: str, name: str, suffix: str) -> None:
    """A page that is called .doc is a page."""
    assert name == format_of(SAVED[form]("en"), f"a{suffix}").NAME


@pytest.mark.parametrize(
    ("path", "name"), [("a.md", "Markdown"), ("a.MD", "Markdown"), ("a.txt", "plain text"), ("a", "plain text")]
)
def test_the_name_tells_markdown_from_text(path: str, name: str) -> None:
    """Nothing else could."""
    assert name == format_of(b"1. The Parties agree.", path).NAME


@pytest.mark.parametrize("path", ["a.docx", "a.odt", "a.pdf", "a.html"])
def test_a_name_that_promises_too_much_is_an_error(path: str) -> None:
    """Text that is called a document of another kind was damaged, or saved wrongly."""
    with pytest.raises(InputError, match="by its content, whatever its name says"):
        format_of(b"The Parties agree.", path)


def test_utf_16_hides_no_page() -> None:
    """With a mark of byte order, and without."""
    page = "<!DOCTYPE html><html><p>x</p></html>"
    assert format_of(page.encode("utf-16"), "a").NAME == "HTML"
    assert format_of(page.encode("utf-16-be"), "a").NAME == "HTML"
