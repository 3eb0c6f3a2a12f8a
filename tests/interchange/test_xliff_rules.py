"""XLIFF 2: what breaks the specification is told in a warning, and the text is taken all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.interchange.test_xliff import read, unit2
from workbench.interchange import xliff

S = "<segment><source>One.</source></segment>"
MINE = 'xmlns:my="urn:my"'
NOTE = '<notes><note id="n1">ask</note></notes>'
FIXED = 'canCopy="no" canDelete="no"'


def said_of(inside: str, attributes: str, folder: Path) -> list[str]:
    """Return what is said of a file with one unit, whose text is taken."""
    incoming, units = read(xliff, folder, unit2(inside, attributes))
    assert len(units) == 1
    return incoming.warnings


def inside(text: str, target: str = "") -> str:
    """Return a segment."""
    return f"<segment><source>{text}</source>{target}</segment>"


@pytest.mark.parametrize(
    ("content", "attributes", "said"),
    [
        ("<ignorable><source> </source></ignorable>", "", "unit without segment"),
        ("<segment><target>Бір.</target></segment>", "", "segment without source"),
        ("<segment><source>a</source><source>b</source></segment>", "", "source in segment in the wrong place"),
        (S + NOTE, "", "notes in unit in the wrong place"),
        ('<segment state="good"><source>a</source></segment>', "", "segment with state='good'"),
        ('<segment subState="a:b"><source>a</source></segment>', "", "subState without state"),
        ('<segment translate="no"><source>a</source></segment>', "", "segment with translate"),
        ('<segment id="1"><source>a</source></segment>' * 2, "", "the id '1' of 2 of its kind"),
        (inside('<pc id="1">a</pc>', '<target><ph id="1"/>b</target>'), "", "ph '1' in a target for pc in its source"),
        (
            inside('<ph id="1" type="fmt"/>a', '<target><ph id="1" type="ui"/>b</target>'),
            "",
            "type of ph '1' in a target",
        ),
        (
            inside('<mrk id="1" translate="yes">a</mrk>', '<target><mrk id="1" translate="no">b</mrk></target>'),
            "",
            "translate of mrk '1' in a target",
        ),
        ('<segment id="#1"><source>a</source></segment>', "", "segment with id='#1'"),
        ('<segment><source xml:lang="ru">a</source></segment>', "", "a source in 'ru', where the file says 'en'"),
        (S, 'xml:lang="ja"', "a source in 'ja'"),
        (inside("a", '<target order="9">b</target>'), "", "the order of targets"),
        (
            '<segment><source xml:space="preserve">a</source><target xml:space="default">б</target></segment>',
            "",
            "xml:space",
        ),
        (inside('<sc id="1"/>a'), "", "sc '1' that does not end"),
        (inside('a<ec startRef="1"/>'), "", "ec of '1', which did not begin"),
        (inside('<sc id="1" canCopy="no"/>a<ec startRef="1"/>'), "", "canCopy of an sc and of its ec"),
        (inside('<sm id="1" type="term"/>a'), "", "sm '1' that does not end"),
        (inside('<ph id="1" dataRef="d"/>a'), "", "dataRef='d', and no such data"),
        (inside('<ph id="1" copyOf="9"/>a'), "", "copyOf='9'"),
        (inside('<ph id="1" type="badType"/>a'), "", "ph with type='badType'"),
        (inside('<ph id="1" subFlows="u9"/>a'), "", "subFlows='u9', and no such unit"),
        (inside('<ph id="1" canReorder="firstNo"/>a'), "", "may not be reordered, and may be copied"),
        (inside(f'<ph id="1" canReorder="no" {FIXED}/>a'), "", "without a firstNo before it"),
        (inside('<ph id="1" canDelete="no"/>a', "<target>б</target>"), "", "the code '1', which may not be deleted"),
        (inside('<mrk id="1" type="comment">a</mrk>'), "", "a comment with neither"),
        (NOTE + inside('<mrk id="1" type="comment" ref="#n1">a</mrk>'), "", "a comment with neither"),
        (inside('<mrk id="1" type="my:t" ref="#/u=u1/u=1/x">a</mrk>'), "", "mrk with ref="),
        (inside('a<cp hex="00a0"/>'), "", "cp with hex='00a0'"),
        ("<notes/>" + S, "", "notes without note"),
        (S, 'colour="red"', "unit with colour"),
        ('<my:x id="1"/><my:y><my:z id="2"/><my:z id="2"/></my:y>' + S, MINE, "the id '2' of 2 of its kind"),
        (S + "<my:x/>", MINE, "an element of another namespace in unit"),
        ("<my:x/>" + S, MINE, "what stands in urn:my is not read"),
        (inside('<ph id="1" my:x="1"/>a'), MINE, "what stands in urn:my is not read"),
    ],
)
def test_what_the_specification_forbids_is_told(content: str, attributes: str, said: str, tmp_path: Path) -> None:
    """With the line: elements, attributes, values, identifiers, references, codes in pairs and in order, other namespaces."""
    warnings = said_of(content, attributes, tmp_path)
    assert any(said in warning for warning in warnings), warnings
    assert all("kk.xlf:1: " in warning for warning in warnings)


@pytest.mark.parametrize(
    "content",
    [
        S,
        NOTE + inside('<mrk id="1" type="comment" ref="#n=n1">a</mrk>'),
        inside('<sc id="1" isolated="yes"/>a') + inside('<ec id="2" isolated="yes"/>b'),
        inside('<pc id="1"><ph id="2"/>a</pc>', '<target><ph id="2"/><pc id="1">б</pc></target>'),
        inside(f'<ph id="1" canReorder="firstNo" {FIXED}/><ph id="2" canReorder="no" {FIXED}/>a'),
        inside("a", '<target order="2">а</target>') + inside("b", '<target order="1">б</target>'),
        inside('<ph id="1" type="fmt" subType="xlf:b"/>a'),
    ],
)
def test_what_it_allows_is_taken_without_a_word(content: str, tmp_path: Path) -> None:
    """Codes that are isolated, moved, held in their order; comments on notes; targets in another order."""
    assert said_of(content, "", tmp_path) == []


@pytest.mark.parametrize(
    ("between", "said"),
    [
        ('<group><unit id="u2">{}</unit></group>', "group without id"),
        ('<unit id="u1">{}</unit>', "a second unit 'u1'"),
        ('<unit id="u2">{}</unit></file><file id="f1"><unit id="u1">{}</unit>', "a second file 'f1'"),
        ('<unit id="u2">{}</unit><my:x xmlns:my="urn:my"/>', "behind the units of a file"),
        ('<unit id="u2">{}</unit></file><file id="f2"><skeleton/><unit id="u1">{}</unit>', "a skeleton with both"),
    ],
)
def test_what_a_file_may_not_hold_is_told(between: str, said: str, tmp_path: Path) -> None:
    """What stands around units: groups, files, skeletons."""
    head, tail = unit2(S).split("</file>")
    incoming, units = read(xliff, tmp_path, head + between.replace("{}", S) + "</file>" + tail)
    assert len(units) > 1
    assert any(said in warning for warning in incoming.warnings), incoming.warnings
