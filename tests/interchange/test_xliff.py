"""XLIFF 1.2 and 2.1: what goes out, whether OASIS's schemas allow it, and what comes in from other tools, sound or not."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.conftest import TAGS
from tests.interchange.bilingual import documents, exported, taken, wordings
from tests.interchange.test_po import small
from workbench.interchange import xliff, xliff12
from workbench.interchange.incoming import Incoming, IncomingUnit
from workbench.interchange.recognition import importer_of
from workbench.model.document import Document, Version
from workbench.model.errors import InputError, NotFoundError, UsageError, WorkbenchError
from workbench.model.ladder import Bead, BeadStatus, Ladder
from workbench.model.segment import Segment, Text

# OASIS's schemas and xml.xsd beside them; they are not ours to ship.
SCHEMAS = Path(os.environ.get("WORKBENCH_SCHEMAS", Path(__file__).parents[3] / "shared" / "data" / "schemas"))
STRICT, CORE = "xliff-core-1.2-strict.xsd", "xliff_core_2.0.xsd"
BOTH = pytest.mark.parametrize("form", [xliff, xliff12], ids=lambda form: form.NAME)

HEAD2 = '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="kk"><file id="f1">'
HEAD1 = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">'
    '<file original="a.docx" source-language="en" target-language="kk" datatype="plaintext"><body>'
)


class FromFolder(etree.Resolver):
    """Finds xml.xsd, which the schemas import from the web, beside them."""

    def resolve(self, system_url: str, _: str, context: object) -> object:
        """Return the file of that name."""
        return self.resolve_filename(str(SCHEMAS / system_url.rpartition("/")[2]), context)


def schema(name: str) -> etree.XMLSchema:
    """Return a schema; skip the test where it is not there."""
    if not (SCHEMAS / name).is_file() or not (SCHEMAS / "xml.xsd").is_file():
        pytest.skip(f"{name} and xml.xsd are not in WORKBENCH_SCHEMAS")
    parser = etree.XMLParser()
    parser.resolvers.add(FromFolder())
    return etree.XMLSchema(etree.parse(str(SCHEMAS / name), parser))


def read(form: ModuleType, folder: Path, content: str | bytes) -> tuple[Incoming, list[IncomingUnit]]:
    """Return what a content is read as."""
    path = folder / "kk.xlf"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    incoming = form.read(path)
    return incoming, list(incoming.units)


def unit2(inside: str, attributes: str = "") -> str:
    """Return a file of XLIFF 2.1 with one unit."""
    return f'{HEAD2}<unit id="u1" {attributes}>{inside}</unit></file></xliff>'


def unit1(inside: str, attributes: str = "") -> str:
    """Return a file of XLIFF 1.2 with one unit."""
    return f'{HEAD1}<trans-unit id="u1" {attributes}>{inside}</trans-unit></body></file></xliff>'


def said(units: list[IncomingUnit]) -> str:
    """Return what the one unit of a file says in Kazakh."""
    (unit,) = units
    return "".join(unit.wordings["kk"].segments)


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize(("form", "name"), [(xliff, CORE), (xliff12, STRICT)], ids=[CORE, STRICT])
def test_it_is_valid(statement: Document, form: ModuleType, name: str, tag: str) -> None:
    """Against the schemas of OASIS."""
    schema(name).assertValid(etree.fromstring(exported(form, statement, tag)))


@pytest.mark.parametrize(("form", "name"), [(xliff, CORE), (xliff12, STRICT)], ids=[CORE, STRICT])
@settings(max_examples=40, deadline=None)
@given(document=documents())
def test_whatever_goes_out_is_valid(form: ModuleType, name: str, document: Document) -> None:
    """Omissions, additions, crossings, notes and all statuses."""
    schema(name).assertValid(etree.fromstring(exported(form, document)))


@BOTH
def test_statuses_are_states(form: ModuleType) -> None:
    """And come back; a locked version's reviewed wording is final."""
    document = small()
    statuses = (BeadStatus.REVIEWED, BeadStatus.AUTO, BeadStatus.AUTO, BeadStatus.CONFIRMED)
    beads = document.ladders["kk"].beads
    document = document.with_ladder(
        "kk", Ladder(tuple(replace(bead, status=status) for bead, status in zip(beads, statuses, strict=True)))
    )

    def states(document: Document) -> list[str | None]:
        tree = etree.fromstring(exported(form, document))
        return [each.get("state") for each in tree.iter("{*}segment", "{*}target") if each.get("state")]

    locked = document.with_version(replace(document.version("kk"), locked=True))
    if form is xliff:
        assert states(document) == ["reviewed", "initial", "initial", "translated"]
    else:
        assert states(document) == ["signed-off", "needs-review-translation", "translated"]
    assert states(locked)[0] == "final"


@BOTH
def test_a_state_that_was_changed_is_taken(form: ModuleType, tmp_path: Path) -> None:
    """A reviewer's tool says final: the bead is reviewed."""
    document = small()
    tree = etree.fromstring(exported(form, document))
    (first, *_) = tree.iter("{*}segment" if form is xliff else "{*}target")
    first.set("state", "final")
    path = tmp_path / "kk.xlf"
    path.write_bytes(etree.tostring(tree))
    result = taken(form, path, document)
    assert [bead.status for bead in result.document.ladders["kk"].beads] == [
        BeadStatus.REVIEWED,
        *[BeadStatus.AUTO] * 3,
    ]


@BOTH
def test_an_addition_has_an_empty_source(form: ModuleType, tmp_path: Path) -> None:
    """And can be changed there."""
    document = small()
    content = exported(form, document).replace("Артық.".encode(), "Қосымша.".encode())
    path = tmp_path / "kk.xlf"
    path.write_bytes(content)
    result = taken(form, path, document)
    assert result.document.version("kk").segments() == ("1. Бір.", "Қосымша.", "Үш.")


@BOTH
def test_a_version_must_be_named(form: ModuleType, statement: Document) -> None:
    """A file holds two languages."""
    with pytest.raises(UsageError, match="name it with --version"):
        exported(form, statement)


@BOTH
def test_a_character_that_xml_forbids_is_an_error(form: ModuleType) -> None:
    """The error names version and segment."""
    document = small().with_version(Version("kk", Text((Segment("1. Бір."), Segment("\ufffe"), Segment("Үш.")))))
    with pytest.raises(InputError, match="segment 2 of kk"):
        exported(form, document)


@pytest.mark.parametrize(("form", "head"), [(xliff, HEAD2), (xliff12, HEAD1)], ids=["2", "1"])
def test_a_file_without_a_version_is_of_its_namespaces(form: ModuleType, head: str, tmp_path: Path) -> None:
    """Older tools write none; it is recognised, and its texts are read."""
    bare = re.sub(r' version="[12]\.[12]"', "", head)
    tail = "</file></xliff>" if form is xliff else "</body></file></xliff>"
    unit = "<segment>{}</segment>" if form is xliff else "{}"
    name = "unit" if form is xliff else "trans-unit"
    texts = unit.format("<source>Six</source><target>Алты</target>")
    _, (found,) = read(form, tmp_path, f'{bare}<{name} id="u1">{texts}</{name}>{tail}')
    assert found.wordings["kk"].segments == ("Алты",)
    assert importer_of(tmp_path / "kk.xlf") is form


@BOTH
def test_a_version_that_is_none_is_named(form: ModuleType, tmp_path: Path) -> None:
    """With what can be read."""
    with pytest.raises(InputError, match=r"XLIFF of the version 'version' — mend its version: 1\.2 and 2\.1 are read"):
        read(form, tmp_path, '<xliff version="version"/>')


def test_segments_that_a_tool_split_are_put_together(tmp_path: Path) -> None:
    """With the white space between them, in the order of their targets; the least of their states is the unit's."""
    content = unit2(
        '<segment state="final"><source>One.</source><target order="3">Бір.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment state="translated"><source>Two.</source><target order="1">Екі.</target></segment>'
    )
    _, units = read(xliff, tmp_path, content)
    assert (said(units), units[0].wordings["en"].segments) == ("Екі. Бір.", ("One. Two.",))
    assert units[0].wordings["kk"].status is BeadStatus.CONFIRMED


def test_a_unit_translated_in_part_is_told(tmp_path: Path) -> None:
    """It is no text of the unit, and the warning has what there is of it."""
    content = unit2(
        "<segment><source>One.</source><target>Бір.</target></segment><segment><source>Two.</source></segment>"
    )
    incoming, units = read(xliff, tmp_path, content)
    assert said(units) == ""
    assert "translated in part, and not taken: Бір." in incoming.warnings[0]


@settings(max_examples=40, deadline=None)
@given(document=documents())
def test_what_goes_out_is_warned_of_nowhere(document: Document, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing is wrong with Workbench's own units."""
    assert read(xliff, tmp_path_factory.mktemp("own"), exported(xliff, document))[0].warnings == []


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ('Тараптар <pc id="1">құптайды</pc>.', "Тараптар {1}құптайды{/1}."),
        ('a<ph id="1"/>b<ph id="2" subFlows="u2"/>', "a{1/}b{2/}"),
        ('<sc id="7"/>a<ph id="8"/><ec startRef="7"/>', "{1}a{2/}{/1}"),
        ('a <mrk id="m" type="term">b</mrk> <sm id="n"/>c<em startRef="n"/>', "a b c"),
        ('a<cp hex="0041"/><cp hex="0001"/>', "aA{1/}"),
    ],
)
def test_inline_codes_of_2_are_markers(inside: str, text: str, tmp_path: Path) -> None:
    """Annotations leave their text alone."""
    assert (
        said(read(xliff, tmp_path, unit2(f"<segment><source>x</source><target>{inside}</target></segment>"))[1]) == text
    )


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ('Тараптар <g id="1">құптайды</g>.', "Тараптар {1}құптайды{/1}."),
        ('a<x id="1"/><ph id="2">&lt;br/&gt;</ph>b', "a{1/}{2/}b"),
        ('<bpt id="7" rid="1">&lt;b&gt;</bpt>a<ept id="8" rid="1">&lt;/b&gt;</ept>', "{1}a{/1}"),
        ('<bx id="7"/>a<ex id="7"/>', "{1}a{/1}"),
        ('<mrk mtype="seg" mid="1">a </mrk><mrk mtype="seg" mid="2">b</mrk>', "a b"),
        ('a<ph id="1">&lt;img alt="<sub>сурет</sub>"&gt;</ph>', "a{1/}сурет"),
    ],
)
def test_inline_codes_of_1_are_markers(inside: str, text: str, tmp_path: Path) -> None:
    """Segments that a tool marked are one text; what stands in a sub-flow is text."""
    assert said(read(xliff12, tmp_path, unit1(f"<source>x</source><target>{inside}</target>"))[1]) == text


def test_alternatives_are_not_read(tmp_path: Path) -> None:
    """Nor matches: they are other texts' translations."""
    one = "<source>One.</source><target>Бір.</target><alt-trans><source>O.</source><target>Б.</target></alt-trans>"
    assert said(read(xliff12, tmp_path, unit1(one))[1]) == "Бір."
    two = (
        '<mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#s"><source>O.</source>'
        "<target>Б.</target></mtc:match></mtc:matches><segment><source>One.</source><target>Бір.</target></segment>"
    )
    assert said(read(xliff, tmp_path, unit2(two))[1]) == "Бір."


def test_notes_of_people_come_back(tmp_path: Path) -> None:
    """What Workbench and its checks said is no note."""
    notes = "<note>Астанадан сұрау</note><note from='checks'>error brackets</note><note from='workbench'>clause 4, row 9</note>"
    _, (unit,) = read(xliff12, tmp_path, unit1(f"<source>x</source><target>y</target>{notes}"))
    assert (unit.wordings["kk"].note, unit.clause) == ("Астанадан сұрау", "4")


@pytest.mark.parametrize(("attributes", "tag"), [('xml:lang="kk-KZ"', "kk-KZ"), ("", "und")])
def test_a_target_may_tell_its_language(attributes: str, tag: str, tmp_path: Path) -> None:
    """Where its file does not."""
    head = HEAD1.replace('target-language="kk" ', "")
    content = (
        f'{head}<trans-unit id="u"><source>x</source><target {attributes}>y</target></trans-unit></body></file></xliff>'
    )
    assert read(xliff12, tmp_path, content)[0].version == tag


def test_a_files_own_name_is_no_document(tmp_path: Path) -> None:
    """Unless Workbench wrote it there."""
    assert read(xliff12, tmp_path, unit1("<source>x</source>"))[0].document == ""
    assert read(xliff12, tmp_path, exported(xliff12, small()))[0].document == "d"
    assert read(xliff, tmp_path, exported(xliff, small()))[0].document == "d"


@pytest.mark.parametrize(("form", "other"), [(xliff, xliff12), (xliff12, xliff)])
def test_the_other_version_is_named(form: ModuleType, other: ModuleType, tmp_path: Path) -> None:
    """The message says with which --format it is read."""
    with pytest.raises(InputError, match=f"say --format {other.NAME}$"):
        read(form, tmp_path, exported(other, small()))


BOMB = (
    '<!DOCTYPE xliff [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
BROKEN = {
    "an entity from elsewhere": '<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]>{}&a;',
    "an entity bomb": BOMB + "{}&c;",
    "an entity that nobody declared": "{}&nbsp;",
    "nested ten thousand deep": "{}" + "<group>" * 10_000,
    "cut off in the middle": "{}<uni",
    "NUL": "{}\x00",
    "no XLIFF": "<html/>",
    "nothing": "",
    "no XML": 'msgid ""',
}


@BOTH
@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_broken_files_are_refused(form: ModuleType, content: str, tmp_path: Path) -> None:
    """With one line that names the file; nothing is fetched, nothing grows."""
    head = (HEAD2 + '<unit id="u1"><segment><source>') if form is xliff else (HEAD1 + '<trans-unit id="u1"><source>')
    with pytest.raises(InputError) as caught:
        read(form, tmp_path, content.replace("{}", head))
    message = str(caught.value)
    assert message.startswith(str(tmp_path / "kk.xlf"))
    assert "\n" not in message
    assert "root:" not in message


@BOTH
def test_a_file_that_is_not_there(form: ModuleType, tmp_path: Path) -> None:
    """Is another error than one that is broken."""
    with pytest.raises(NotFoundError):
        form.read(tmp_path / "none.xlf")


@BOTH
def test_an_encoding_of_its_own_is_read(form: ModuleType, tmp_path: Path) -> None:
    """XML says what it is encoded in."""
    tree = etree.fromstring(exported(form, small()))
    for encoding in ("UTF-16", "windows-1251"):
        content = etree.tostring(tree, xml_declaration=True, encoding=encoding)
        _, (first, *_) = read(form, tmp_path, content)
        assert first.wordings["kk"].segments == ("Бір.",)


@BOTH
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_whatever_comes_is_read_or_refused(
    form: ModuleType, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A file with pieces of it gone, doubled or replaced: units, or an error of Workbench."""
    whole = exported(form, small()).decode()
    at, gone = data.draw(st.integers(0, len(whole))), data.draw(st.integers(0, 30))
    instead = data.draw(st.one_of(st.text(max_size=5), st.sampled_from(("<", "&", "]]>", "<target/>", "<!--", whole))))
    message = ""
    try:
        _, units = read(
            form,
            tmp_path_factory.mktemp("xliff"),
            (whole[:at] + instead + whole[at + gone :]).encode("utf-8", "ignore"),
        )
    except WorkbenchError as error:
        message = str(error)
    else:
        assert all(isinstance(unit, IncomingUnit) for unit in units)
    assert "\n" not in message


def test_a_crossing_is_one_unit() -> None:
    """Where its pivot half stands, with the text of the version half."""
    document = small()
    ladder = Ladder((Bead(1, 1), Bead(1, 0, mark="@m"), Bead(0, 1, mark="@m"), Bead(1, 1)))
    crossed = document.with_ladder("kk", ladder)
    assert list(wordings(crossed, "kk").values()) == ["Бір.", "Артық.", "Үш."]
