"""XLIFF 1.2: what breaks the specification is told in a warning, and the text is taken all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.interchange.bilingual import exported
from tests.interchange.test_po import small
from tests.interchange.test_xliff import HEAD1, read, unit1
from workbench.interchange import xliff12

S = "<source>One.</source>"
T = "<target>Бір.</target>"


def warnings_of(content: str | bytes, folder: Path, units: int = 1) -> list[str]:
    """Return what is said of a file whose units are taken."""
    incoming, found = read(xliff12, folder, content)
    assert len(found) == units
    return incoming.warnings


@pytest.mark.parametrize(
    ("inside", "attributes", "said"),
    [
        (T, "", "trans-unit without source"),
        (T + S, "", "source in trans-unit in the wrong place"),
        (S + T + T, "", "target in trans-unit in the wrong place, or once too often"),
        (S + "<segment/>", "", "segment in trans-unit"),
        (S + T, 'approved="maybe"', "trans-unit with approved='maybe'"),
        (S + '<target state="done">Бір.</target>', "", "target with state='done'"),
        (S + T, 'phase-name="p1"', "trans-unit with phase-name='p1', which leads nowhere"),
        (S + '<target><mrk mtype="seg" mid="2">Бір.</mrk></target>', "", "mrk with mid='2', which leads nowhere"),
        (S + '<alt-trans tool-id="t"><target>Бір</target></alt-trans>', "", "alt-trans with tool-id='t'"),
        ('<source><g>One</g></source>', "", "g without id"),
        ('<source><b id="1">One</b></source>', "", "b in source"),
        ('<source>One<ept id="2" rid="1"/></source>', "", "ept of '1', which did not begin"),
        ('<source>One<it id="1">b</it></source>', "", "it without pos"),
    ],
)  # fmt: skip
def test_what_the_specification_forbids_in_a_unit_is_told(
    inside: str, attributes: str, said: str, tmp_path: Path
) -> None:
    """With the unit and its line: elements, values, references, codes in pairs."""
    (warning,) = warnings_of(unit1(inside, attributes), tmp_path)
    assert f"kk.xlf:1: unit u1: {said}" in warning


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (' xmlns="urn:oasis:names:tc:xliff:document:1.2"', "", "in another namespace"),
        (' datatype="plaintext"', "", "file without datatype"),
        ('source-language="en"', 'source-language="en_US"', "file with source-language='en_US'"),
        (' datatype="plaintext"', ' datatype="plaintext" tool-id="x"', "file with tool-id='x', which leads nowhere"),
        ("</body>", f'<trans-unit id="u1">{S}</trans-unit></body>', "a second trans-unit 'u1'"),
        ("<body>", "<group>", "group in file"),
        ("<body>", "<body><foo/>", "foo in body"),
        ("<body>", "<header><foo/></header><body>", "foo in header"),
        ("</xliff>", '<my:o xmlns:my="urn:my"/></xliff>', "o of another namespace behind the last file"),
    ],
)
def test_what_it_forbids_around_units_is_told(old: str, new: str, said: str, tmp_path: Path) -> None:
    """Of a file, with its first unit."""
    content = unit1(S + T).replace(old, new, 1)
    if new == "<group>":
        content = content.replace("</body>", "</group>")
    warnings = warnings_of(content, tmp_path, content.count("</trans-unit>"))
    assert any(said in warning for warning in warnings), warnings


@pytest.mark.parametrize(
    "inside",
    [
        S + T + "<note>ask</note><alt-trans><source>One</source><target>Бір</target></alt-trans>",
        '<source><g id="1">One</g>.</source><seg-source><mrk mtype="seg" mid="1"><g id="1">One</g>.</mrk></seg-source>'
        '<target state="x-done"><mrk mtype="seg" mid="1"><g id="1">Бір</g>.</mrk></target>',
        '<source><bpt id="1" rid="1">b</bpt>One<ept id="2" rid="1">/b</ept><x id="3"/></source>'
        '<my:o xmlns:my="urn:my"/>',
    ],
)
def test_what_it_allows_is_taken_without_a_word(inside: str, tmp_path: Path) -> None:
    """Alternatives, parts of segments, codes in pairs, elements of other namespaces."""
    assert warnings_of(unit1(inside, 'approved="yes"'), tmp_path) == []


def test_ids_are_of_one_file(tmp_path: Path) -> None:
    """Two files may call their units alike."""
    unit = f'<trans-unit id="u1">{S}{T}</trans-unit>'
    files = HEAD1.partition("<file")[0] + ("<file" + HEAD1.partition("<file")[2] + unit + "</body></file>") * 2
    assert warnings_of(f"{files}</xliff>", tmp_path, 2) == []


def test_older_versions_are_not_held_to_it(tmp_path: Path) -> None:
    """XLIFF 1.0 has no namespace."""
    content = unit1(S + T).replace(' xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"', ' version="1.0"')
    assert warnings_of(content, tmp_path) == []


def test_our_own_files_keep_to_it(tmp_path: Path) -> None:
    """What goes out comes in without a word."""
    incoming, _ = read(xliff12, tmp_path, exported(xliff12, small()))
    assert incoming.warnings == []
