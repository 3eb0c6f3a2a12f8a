"""Encodings: recognised by the words of the text, short texts among them, and refused where that is not sure."""

from __future__ import annotations

import pytest

from tests.interchange.documents_in.statement import as_read
from workbench.interchange.documents.encodings import decoded, recognised_encoding
from workbench.model.document import Document
from workbench.model.errors import EncodingError

ENCODINGS = {
    "ru": ("windows-1251", "koi8-r", "cp866", "iso-8859-5", "mac-cyrillic", "utf-16-le", "utf-16-be"),
    "kk": ("kz1048", "ptcp154", "utf-16-le"),
    "ky": ("ptcp154", "utf-16-be"),
    "zh": ("gb18030", "utf-16-le", "utf-16-be"),
    "tk": ("windows-1250", "utf-16-le"),
    "en": ("windows-1252", "utf-16-le"),
}
CASES = [(tag, encoding) for tag, encodings in ENCODINGS.items() for encoding in encodings]
SHORT = {
    "ru": ("Стороны договорились.", "Совместное заявление", "Встреча в Чэнду", "1. Стороны выражают удовлетворение."),
    "kk": ("Тараптар ынтымақтастықты жалғастырады.", "Бірлескен мәлімдеме", "Үшінші кездесу Астана қаласында өтеді."),
    "ky": ("Тараптар кызматташтыкты улантышат.", "Үчүнчү жолугушуу Бишкек шаарында өтөт."),
    "zh": ("各方同意加强合作。", "联合声明", "第五次中国—中亚外长会晤"),
    "tk": ("Taraplar hyzmatdaşlygy dowam etdirerler we halkara guramalarda bilelikde işlärler.",),
    "en": ("The Parties’ statement", "“The Parties” agreed – in full – to go on."),
}
SHORT_CASES = [(text, encoding) for tag, texts in SHORT.items() for text in texts for encoding in ENCODINGS[tag]]


@pytest.mark.parametrize(("tag", "encoding"), CASES)
def test_a_statement_is_recognised(tag: str, encoding: str, statement: Document) -> None:
    """Whole, in every encoding that such texts come in."""
    text = "\n".join(statement.version(tag).segments())
    content = text.encode(encoding, "ignore")
    assert content.decode(recognised_encoding(content)) == content.decode(encoding)


@pytest.mark.parametrize(("tag", "encoding"), CASES)
def test_no_sentence_of_it_is_mistaken(tag: str, encoding: str, statement: Document) -> None:
    """Each by itself is read rightly or refused; most are read."""
    right = 0
    segments = [segment for segment in statement.version(tag).segments() if not segment.isascii() or "16" in encoding]
    for segment in segments:
        content = segment.encode(encoding, "ignore")
        name = recognised_encoding(content)
        assert name == "" or content.decode(name) == content.decode(encoding), segment
        right += bool(name)
    assert right >= {"tk": 0.4, "en": 0.6}.get(tag, 0.8) * len(segments)


@pytest.mark.parametrize(("text", "encoding"), SHORT_CASES)
def test_a_few_words_are_not_mistaken(text: str, encoding: str) -> None:
    """A title, a sentence: the right text, or none."""
    content = text.encode(encoding, "ignore")
    name = recognised_encoding(content)
    assert name == "" or content.decode(name) == content.decode(encoding)


@pytest.mark.parametrize(
    "text", ["Стороны договорились.", "Совместное заявление сторон", "1. Стороны выражают удовлетворение."]
)
@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16-le"])
def test_a_few_russian_words_are_enough(text: str, encoding: str) -> None:
    """Two or three of them."""
    content = text.encode(encoding)
    assert decoded(content, "ru.txt", None)[0] == text


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16"), ("utf-32", "UTF-32"), ("utf-8", "UTF-8")],
)
def test_a_mark_of_byte_order_tells_all(encoding: str, name: str) -> None:
    """And is no part of the text."""
    text = "\n".join(as_read("kk"))
    assert decoded(text.encode(encoding), "kk.txt", None) == (text, name)


@pytest.mark.parametrize(
    "content",
    [
        "Τα μέρη συμφώνησαν.".encode("iso-8859-7"),
        "Strony uzgodniły współpracę.".encode("iso-8859-2"),
        "Стороны договорились о сотрудничестве.\n".encode() * 3 + b"\xff\n",
        bytes(range(128, 256)),
    ],
)
def test_what_is_not_sure_is_refused(content: bytes) -> None:
    """Languages that nothing is known of, UTF-8 with a broken byte, letters without words: one line asks for --encoding."""
    with pytest.raises(EncodingError, match="--encoding"):
        decoded(content, "a.txt", None)


def test_a_broken_byte_is_placed() -> None:
    """The line names it."""
    with pytest.raises(EncodingError, match=r"^a\.txt:4: not UTF-8"):
        decoded("Стороны договорились.\n".encode() * 3 + b"\xff\n", "a.txt", None)


def test_an_encoding_that_was_said_is_not_questioned() -> None:
    """--encoding wins, and what does not fit it is refused."""
    assert decoded("Стороны".encode("koi8-r"), "a.txt", "windows-1251") == ("уФПТПОЩ", "windows-1251")
    with pytest.raises(EncodingError, match="not ascii"):
        decoded("Стороны".encode(), "a.txt", "ascii")
    with pytest.raises(EncodingError, match="no encoding is called"):
        decoded(b"x", "a.txt", "klingon")
