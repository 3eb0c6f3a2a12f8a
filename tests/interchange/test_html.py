"""A page with all versions side by side."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser

from tests.conftest import ROOT, TAGS
from tests.interchange.showing import chromium, document_of, exported, finding, pdf_text
from workbench.checks.finding import Finding
from workbench.checks.reading import Reading
from workbench.checks.runner import run_checks
from workbench.checks.settings import Settings
from workbench.glossary.termbase import TermBase
from workbench.interchange import html
from workbench.model.document import Document


@pytest.fixture(scope="module")
def findings(statement: Document, termbase: TermBase) -> tuple[Finding, ...]:
    """What the checks find in the statement."""
    return run_checks(Reading(statement, termbase), Settings()).findings


@pytest.fixture(scope="module")
def page(statement: Document, findings: tuple[Finding, ...]) -> str:
    """The statement as a page."""
    return exported(html.write, statement, findings=findings).decode()


def test_every_version_is_said_in_its_language(page: str, statement: Document) -> None:
    """A cell has the language of its version, and all cells of a version have all its words."""
    tree = parser.fromstring(page)
    for tag, version in statement.versions.items():
        cells = tree.xpath(f'//td[@lang="{tag}"]/p')
        said = "".join("".join(cell.itertext()) for cell in cells)
        said = re.sub(r"[✖▲●]\d+", "", said)
        assert re.sub(r"\s", "", said).replace("∅nothinghere", "") == re.sub(r"\s", "", "".join(version.segments()))


def test_clauses_have_addresses(page: str) -> None:
    """Clause four has one and a link to itself, and no two elements share one."""
    tree = parser.fromstring(page)
    assert tree.xpath('//tr[@id="clause-4"]/th/a/@href') == ["#clause-4"]
    assert tree.xpath("//nav//a/text()") == [str(number) for number in range(1, 12)]
    found = tree.xpath("//@id")
    assert len(found) == len(set(found))


def test_findings_are_marked_in_place_and_described(page: str, findings: tuple[Finding, ...]) -> None:
    """IV. is marked, and described by what the check says of it; all are listed."""
    tree = parser.fromstring(page)
    (mark,) = tree.xpath('//mark[text()="IV."]')
    (note,) = tree.xpath(f'//*[@id="{mark.get("aria-describedby")}"]')
    assert "numbering-style" in note.text_content()
    assert len(tree.xpath('//section[@id="findings"]//li')) == len(findings) == 6


def test_nothing_is_asked_of_others_and_no_script_runs(page: str) -> None:
    """The policy allows the page's own style sheet, by its digest, and nothing else."""
    (style,) = re.findall("<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert "<script" not in page
    assert not parser.fromstring(page).xpath("//link | //img | //@style | //@src")


def test_texts_are_escaped_and_what_is_hidden_is_shown() -> None:
    """Markup stands as it is written; an override of direction, an escape of terminals and a NUL are shown."""
    document = document_of(en="<script>alert('&amp;')</script>\u202egnp.exe\x1b[2J\x00")
    content = exported(html.write, document).decode()
    tree = parser.fromstring(content)
    assert not tree.xpath("//script")
    assert tree.xpath("string(//td/p)") == r"<script>alert('&amp;')</script>\u202egnp.exe\x1b[2J\x00"
    assert not re.search("[\x00\x1b\u202e]", content)


def test_findings_that_overlap_are_both_marked() -> None:
    """Each piece names all findings that hold it; what is about nothing that is there is a sign alone."""
    document = document_of(en="six parties met", kk="алты тарап")
    found = [finding("en", 1, 12, "one"), finding("en", 5, 16, "two <b>"), finding("kk", 1, 1, "three")]
    tree = parser.fromstring(exported(html.write, document, findings=found).decode())
    marks = [(mark.text, mark.get("aria-describedby")) for mark in tree.xpath("//mark")]
    assert marks == [("six ", "finding-1"), ("parties", "finding-1 finding-2"), (" met", "finding-2")]
    assert tree.xpath('//td[@lang="kk"]/p/a/text()') == ["✖3"]


def test_versions_are_those_that_were_asked_for(statement: Document, findings: tuple[Finding, ...]) -> None:
    """In the order they were asked for, with the findings of no other."""
    tree = parser.fromstring(exported(html.write, statement, ("kk", "ru"), findings).decode())
    assert tree.xpath("//thead//th/@lang") == ["kk", "ru"]
    assert not tree.xpath('//*[@lang="en"]/mark')


def test_what_a_version_lacks_is_told_where_it_stands_or_listed(statement: Document) -> None:
    """It stands in the pivot, with the version that is meant; where the pivot is not shown it has no place to lead to."""
    lost = finding("en", 1, 3, "not in ru")
    place = replace(lost.location, version="ru", path="texts/chengdu-2024/en.txt")
    lost = replace(lost, location=place)
    both = parser.fromstring(exported(html.write, statement, ("en", "ru"), [lost]).decode())
    (note,) = both.xpath('//td[@lang="en"]//li')
    assert note.text_content().startswith("ru: ✖1 terms (error) not in ru")
    alone = parser.fromstring(exported(html.write, statement, ("ru",), [lost]).decode())
    (listed,) = alone.xpath('//section[@id="findings"]//li')
    assert not listed.xpath(".//a")
    assert not parser.fromstring(exported(html.write, statement, ("kk",), [lost]).decode()).xpath("//section/@id")


@given(st.text(st.sampled_from("<>&\"'{}%#-!a\u202e\u200b\x1b\ud800 ж中ا"), min_size=1, max_size=30).filter(str.strip))
def test_any_text_stays_text(text: str) -> None:
    """No element comes of any segment, title or message."""
    document = document_of(en=text)
    content = exported(html.write, document, findings=[finding("en", 1, 2, text)]).decode()
    tree = parser.fromstring(content)
    assert len(tree.xpath("//td/p")) == 1
    assert {element.tag for element in tree.xpath("//td//*")} <= {"p", "span", "mark", "a", "ul", "li", "b"}


def test_the_same_document_gives_the_same_bytes(statement: Document) -> None:
    """There is no time in it."""
    assert exported(html.write, statement) == exported(html.write, statement)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A Chromium without a screen."""
    driver = chromium(tmp_path_factory.mktemp("chromium"))
    yield driver
    driver.quit()


def opened(browser: Any, page: str, folder: Path, width: int, fragment: str = "", height: int = 844) -> Any:
    """Return the browser with the page open in a window of some size."""
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get("about:blank")
    browser.get(path.as_uri() + fragment)
    return browser


@pytest.mark.parametrize("width", [320, 390, 1280, 2200])
def test_nothing_is_wider_than_the_window(browser: Any, page: str, tmp_path: Path, width: int) -> None:
    """On a telephone as on a large screen."""
    opened(browser, page, tmp_path, width)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    assert browser.get_log("browser") == []


def lefts(browser: Any) -> list[float]:
    """Return where the cells of clause four that are shown begin."""
    script = (
        "return [...document.querySelectorAll('#clause-4 td')].map(e => e.getBoundingClientRect())"
        ".filter(r => r.width > 0).map(r => r.left)"
    )
    return list(browser.execute_script(script))


def test_versions_stand_under_one_another_on_a_telephone_and_beside_one_another_on_a_large_screen(
    browser: Any, page: str, tmp_path: Path
) -> None:
    """One column of eight, or eight columns."""
    assert len(set(lefts(opened(browser, page, tmp_path, 390)))) == 1
    assert len(set(lefts(opened(browser, page, tmp_path, 2200)))) == 1 + len(TAGS)


def test_a_box_hides_its_version_without_a_script(browser: Any, page: str, tmp_path: Path) -> None:
    """Scripts are off: seven are left, and come back with it."""
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    opened(browser, page, tmp_path, 1280)
    box = browser.find_element("id", "show-1")
    box.click()
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert len(lefts(browser)) == len(TAGS)
    box.click()
    assert len(lefts(browser)) == 1 + len(TAGS)


def test_an_address_brings_its_clause_into_view(browser: Any, page: str, tmp_path: Path) -> None:
    """At the top of the window; a paragraph's address has a sign that is no letter."""
    top = "return document.querySelector(':target').getBoundingClientRect().top"
    for fragment in ("#clause-4", "#clause-4%C2%B62"):
        opened(browser, page, tmp_path, 1280, fragment)
        assert abs(browser.execute_script(top)) < 20


def test_it_is_dark_where_that_is_preferred(browser: Any, page: str, tmp_path: Path) -> None:
    """Letters are lighter than the ground there, and darker elsewhere."""
    script = (
        "return ['color', 'backgroundColor'].map(p => parseInt(getComputedStyle(document.body)[p].match(/\\d+/)[0]))"
    )
    for scheme, wanted in (("light", False), ("dark", True)):
        features = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", features)
        ink, paper = opened(browser, page, tmp_path, 1280).execute_script(script)
        assert (ink > paper) is wanted


def printed_text(browser: Any, page: str, folder: Path) -> str:
    """Return the text of the PDF that Chromium prints a page to."""
    opened(browser, page, folder, 1280)
    made = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    path = folder / "page.pdf"
    path.write_bytes(base64.b64decode(made["data"]))
    return pdf_text(path)


def test_all_versions_are_on_paper(browser: Any, page: str, tmp_path: Path, statement: Document) -> None:
    """Printed to PDF: the last words of every version, no boxes to choose."""
    said = "".join(printed_text(browser, page, tmp_path).split())
    for version in statement.versions.values():
        # Columns run into one another line by line, so that words are looked for.
        *_, word = re.findall(r"\w+", version.segments()[1])[:3]
        assert word[:4] in said
    assert "Versionsshown" not in said


def test_a_clause_is_named_where_its_text_begins(browser: Any, page: str, tmp_path: Path) -> None:
    """On paper the name of a clause never ends a page whose next one has the text."""
    pages = [sheet.split("\n") for sheet in printed_text(browser, page, tmp_path).split("\f")]
    ends = [said[-1].strip() for sheet in pages if (said := [line for line in sheet if line.strip()])]
    assert len(ends) > 5
    assert [end for end in ends if re.fullmatch(r"[\d.()¶a-z]+", end)] == []


def test_the_command_shows_what_the_checks_find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`export --format html` checks the document; --version can be said again."""
    from workbench.cli.main import main

    monkeypatch.chdir(ROOT)
    path = tmp_path / "s.html"
    command = ["export", "chengdu-2024", "--format", "html", "--version", "en", "--version", "zh", "--output"]
    assert main([*command, str(path)]) == 0
    content = path.read_text(encoding="utf-8")
    assert '<mark class="error" aria-describedby="finding-5">IV.</mark>' in content
    assert 'lang="kk"' not in content
