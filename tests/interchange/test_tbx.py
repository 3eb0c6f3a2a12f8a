"""TBX, there and back."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.conftest import ROOT
from workbench.glossary.csv_format import sort_key
from workbench.glossary.term import Term, TermKind, TermMatching, TermStatus
from workbench.glossary.termbase import TermBase
from workbench.interchange.tbx import NAMESPACE, read_terms, write_terms
from workbench.model.errors import InputError, NotFoundError

# The published schema, github.com/LTAC-Global/TBX_Core_RNG: `TBXcoreStructV03.rng`, and `TBX-Basic_DCA.sch` of TBX-Basic_dialect.
SCHEMAS = Path(os.environ.get("TBX_SCHEMAS", ROOT.parent / "shared" / "data" / "schemas"))


def written(terms: list[Term] | tuple[Term, ...]) -> bytes:
    """Return terms as TBX."""
    out = io.BytesIO()
    write_terms(terms, out)
    return out.getvalue()


def read(folder: Path, content: bytes | str) -> list[Term]:
    """Return the terms of TBX."""
    path = folder / "terms.tbx"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_terms(path, {}))


def test_the_glossary_comes_back_as_it_was(termbase: TermBase, tmp_path: Path) -> None:
    """Statuses, kinds, matching, forms, scopes, sources and notes of all eight languages."""
    assert tuple(read(tmp_path, written(termbase.terms))) == termbase.terms


def test_the_same_terms_give_the_same_bytes(termbase: TermBase) -> None:
    """In whatever order they come; there is no date in it."""
    assert written(termbase.terms) == written(termbase.terms[::-1])


@pytest.mark.skipif(not (SCHEMAS / "TBXcoreStructV03.rng").is_file(), reason="the schema is not at hand")
def test_the_glossary_is_valid_against_the_published_schema(termbase: TermBase) -> None:
    """RELAX NG of the core structure."""
    schema = etree.RelaxNG(etree.parse(SCHEMAS / "TBXcoreStructV03.rng"))
    schema.assertValid(etree.fromstring(written(termbase.terms)))


def test_only_data_categories_of_tbx_basic_are_used(termbase: TermBase) -> None:
    """Each at a level, and with a value, that `TBX-Basic_DCA.sch` permits."""
    root = etree.fromstring(written(termbase.terms))
    assert (root.get("type"), root.get("style"), root.nsmap) == ("TBX-Basic", "dca", {None: NAMESPACE})
    typed = {
        (etree.QName(parent).localname, etree.QName(one).localname, one.get("type"))
        for one in root.iter()
        if one.get("type") and (parent := one.getparent()) is not None
    }
    assert typed <= {
        ("conceptEntry", "descrip", "subjectField"),
        ("termSec", "termNote", "administrativeStatus"),
        ("termSec", "admin", "projectSubset"),
        ("termSec", "admin", "source"),
    }
    assert {one.text for one in root.iter(f"{{{NAMESPACE}}}termNote")} <= {
        "preferredTerm-admn-sts",
        "admittedTerm-admn-sts",
        "supersededTerm-admn-sts",
        "deprecatedTerm-admn-sts",
    }


WORDS = st.text(st.sampled_from("абвқңҳ оʻüzňý中国'’<>&\"|]=x-"), min_size=1, max_size=20).map(
    lambda text: "ж" + " ".join(text.replace("|", "").split())
)
TERMS = st.builds(
    Term,
    concept=st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True),
    lang=st.sampled_from(["en", "zh", "uz-Cyrl", "en-x-official"]),
    term=WORDS,
    status=st.sampled_from(TermStatus),
    kind=st.just(TermKind.PLACE),
    match=st.sampled_from([m for m in TermMatching if m is not TermMatching.REGEX]),
    forms=st.lists(WORDS, max_size=3).map(tuple),
    scope=st.sampled_from(["", "chengdu-*"]),
    source=st.one_of(st.just(""), WORDS),
    note=st.one_of(st.just(""), WORDS, WORDS.map(lambda text: f"Workbench forms: {text}")),
)


@given(st.lists(TERMS, min_size=1, max_size=8, unique_by=lambda term: (term.concept, term.lang, term.term)))
def test_any_terms_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, terms: list[Term]) -> None:
    """A concept that begins with a digit and a note that looks like one of Workbench's own among them."""
    ordered = sorted(terms, key=sort_key)
    assert sorted(read(tmp_path_factory.mktemp("tbx"), written(terms)), key=sort_key) == ordered


def test_the_style_of_elements_is_read(tmp_path: Path) -> None:
    """DCT: a data category is an element of its own namespace."""
    (term,) = read(
        tmp_path,
        f"""<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="{NAMESPACE}" xmlns:min="http://www.tbxinfo.net/ns/min"
        xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader/><text><body><conceptEntry id="China">
        <min:subjectField>state</min:subjectField><langSec xml:lang="kk"><termSec><term>Қытай</term>
        <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus><basic:source>facts</basic:source>
        </termSec></langSec></conceptEntry></body></text></tbx>""",
    )
    assert term == Term("china", "kk", "Қытай", TermStatus.PREFERRED, TermKind.STATE, source="facts")


def test_version_2_is_read(tmp_path: Path) -> None:
    """MARTIF with its DOCTYPE, whose DTD is not loaded, and its term information groups."""
    terms = read(
        tmp_path,
        """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="en"><martifHeader/>
        <text><body><termEntry id="c-7"><descrip type="subjectField">diplomacy</descrip><langSet xml:lang="ru"><tig>
        <term>саммит</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig></langSet>
        <langSet xml:lang="zh"><ntig><termGrp><term>峰会</term></termGrp><note>短</note></ntig></langSet></termEntry>
        </body></text></martif>""",
    )
    assert terms == [
        Term("c-7", "ru", "саммит", TermStatus.PREFERRED, TermKind.TERM),
        Term("c-7", "zh", "峰会", TermStatus.PROPOSED, TermKind.TERM, note="短"),
    ]


def body(inside: str) -> str:
    """Return TBX with one entry."""
    return f'<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="{NAMESPACE}"><text><body>\n{inside}</body></text></tbx>'


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("", 0),
        ("<tbx", 1),
        ("<html/>", 1),
        (body('<conceptEntry><langSec xml:lang="en"><termSec><term>a</term></termSec></langSec></conceptEntry>'), 2),
        (body('<conceptEntry id="a"><langSec><termSec><term>a</term></termSec></langSec></conceptEntry>'), 2),
        (body('<conceptEntry id="a"><langSec xml:lang="en"><termSec><term/></termSec></langSec></conceptEntry>'), 2),
        (
            body(
                '<conceptEntry id="a"><langSec xml:lang="en"><termSec><term>=1+1</term></termSec></langSec></conceptEntry>'
            ),
            2,
        ),
        (
            body(
                '<conceptEntry id="a"><langSec xml:lang="en"><termSec><term>a</term>'
                '<termNote type="administrativeStatus">liked</termNote></termSec></langSec></conceptEntry>'
            ),
            2,
        ),
        ('<!DOCTYPE tbx [<!ENTITY a "b">]>\n' + body('<conceptEntry id="a"/>'), 2),
        ('<!DOCTYPE tbx [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n' + body("&a;"), 2),
        (
            body(
                '<conceptEntry id="a"><langSec xml:lang="en"><termSec><term>&a;</term></termSec></langSec></conceptEntry>'
            ),
            2,
        ),
        (body("<a>" * 300 + "</a>" * 300), 2),
    ],
)
def test_a_file_that_cannot_be_taken_is_named(tmp_path: Path, content: str, line: int) -> None:
    """Broken XML, another root, entities, what has no language, wording, identifier or known status: file and line."""
    with pytest.raises(InputError) as caught:
        read(tmp_path, content)
    assert caught.value.line == line
    assert "terms.tbx" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """One line."""
    with pytest.raises(NotFoundError, match="no such file"):
        list(read_terms(tmp_path / "none.tbx", {}))
