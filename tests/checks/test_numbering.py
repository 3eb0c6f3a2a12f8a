"""The four checks of numbering."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, changed, made_of
from workbench.model.document import Document

EIGHT = {
    "en": "1. All parties agree.\n\n2. All parties attach importance.\n\n3. All parties noted.",
    "zh": "一、各方一致认为。\n\n二、各方高度重视。\n\n三、各方指出。",
    "ru": "1. Стороны едины.\n\n2. Стороны придают значение.\n\n3. Стороны отметили.",
    "kk": "1. Тараптар келісті.\n\n2. Тараптар мән береді.\n\n3. Тараптар атап өтті.",
    "ky": "1. Тараптар макулдашты.\n\n2. Тараптар маани берет.\n\n3. Тараптар белгилешти.",
    "tg": "1. Ҷонибҳо мувофиқа карданд.\n\n2. Ҷонибҳо аҳамият медиҳанд.\n\n3. Ҷонибҳо қайд карданд.",
    "tk": "1. Taraplar ylalaşdylar.\n\n2. Taraplar ähmiýet berýärler.\n\n3. Taraplar bellediler.",
    "uz": "1. Tomonlar kelishdilar.\n\n2. Tomonlar ahamiyat beradilar.\n\n3. Tomonlar qayd etdilar.",
}
NUMBERING = ("numbering-style", "numbering-sequence", "numbering-mismatch", "numbering-missing")


def only(text: str) -> Document:
    """Return a document of one English version."""
    return made_of({"en": text})


def clauses(*labels: str) -> Document:
    """Return an English document with a clause for each label."""
    return only("\n\n".join(f"{label} All parties agree on this." for label in labels))


def test_different_numeral_systems_are_in_order(run: Run) -> None:
    """一、二、三、 beside 1. 2. 3. is no finding of any check of numbering."""
    assert list(run(made_of(EIGHT), *NUMBERING)) == []


@pytest.mark.parametrize(
    ("labels", "words", "suggestion"),
    [
        (("1.", "2.", "3.", "IV.", "5."), "IV.", "4."),
        (("1.", "2.", "3.", "ІV.", "5."), "ІV.", "4."),
        (("I.", "II.", "3.", "IV."), "3.", "III."),
        (("1.", "2)", "3.", "4."), "2)", "2."),
        (("①", "②", "3.", "④"), "3.", "③"),
    ],
)
def test_a_label_of_another_style_is_found(run: Run, labels: tuple[str, ...], words: str, suggestion: str) -> None:
    """One label written otherwise than most of its level is named, and rewritten like them."""
    (found,) = run(clauses(*labels), "numbering-style")
    assert (found.location.words, found.suggestion) == (words, suggestion)


@pytest.mark.parametrize(
    ("text", "words", "suggestion"),
    [
        ("一、各方同意。\n\n二、各方重视。\n\n3. 各方指出。\n\n四、各方决定。", "3.", "三、"),
        ("第一条 总则\n\n第二条 机制\n\n3、秘书处\n\n第四条 附则", "3、", "第三条"),
    ],
)
def test_an_arabic_label_among_chinese_ones_is_found(run: Run, text: str, words: str, suggestion: str) -> None:
    """Chinese levels are held to their own majority."""
    (found,) = run(made_of({"zh": text}), "numbering-style")
    assert (found.location.words, found.suggestion) == (words, suggestion)


def test_a_level_below_may_be_written_otherwise(run: Run) -> None:
    """Articles with (a), (b) and (i), (ii) below them are in order."""
    text = "1. One.\n\n(a) First.\n\n(b) Second.\n\n2. Two.\n\n(a) First.\n\n(b) Second.\n\n3. Three."
    assert list(run(only(text), *NUMBERING)) == []


def test_the_harmony_of_turkmen_endings_is_no_style(run: Run) -> None:
    """3-nji, 6-njy and 10-njy madda are labels of one form."""
    text = "\n\n".join(("1-nji madda", "2-nji madda", "3-nji madda", "4-nji madda", "5-nji madda", "6-njy madda"))
    assert list(run(made_of({"tk": text}), *NUMBERING)) == []


def test_two_labels_make_no_majority(run: Run) -> None:
    """Of 1. and II. neither is odd."""
    assert list(run(clauses("1.", "II."), "numbering-style")) == []


@pytest.mark.parametrize(
    ("labels", "words", "message"),
    [
        (("1.", "2.", "4."), "4.", "“4.” after “2.”: 3 left out"),
        (("1.", "2.", "5.", "6."), "5.", "“5.” after “2.”: 3 to 4 left out"),
        (("1.", "2.", "2.", "3."), "2.", "“2.” after “2.”: 2 is there twice"),
        (("1.", "2.", "3.", "2."), "2.", "“2.” after “3.” steps back — write “4.”"),
        (("1.", "2.", "4.", "3.", "5."), "4.", "“4.” after “2.”: 3 follows only after it"),
        (("1.", "2.", "7.", "4."), "7.", "“7.” after “2.”: 3 to 6 left out — write “3.”"),
        (("I.", "II.", "IV.", "V."), "IV.", "“IV.” after “II.”: 3 left out"),
    ],
)
def test_a_slip_of_the_sequence_is_one_finding(run: Run, labels: tuple[str, ...], words: str, message: str) -> None:
    """A gap, a repetition, a step back or a swap is found once, and what follows it is not."""
    (found,) = run(clauses(*labels), "numbering-sequence")
    assert (found.location.words, found.message) == (words, message)


def test_a_list_that_begins_again_is_in_order(run: Run) -> None:
    """After 3 may come 1, when 2 follows."""
    assert list(run(clauses("1.", "2.", "3.", "1.", "2."), "numbering-sequence")) == []


def test_a_fifth_clause_labelled_sixth_in_chinese_is_found(statement: Document, run: Run) -> None:
    """第五 written as 第六 differs from the majority in number, and steps out of its own sequence."""
    wrong = changed(statement, "zh", ("五、各方将", "六、各方将"))
    found = [one for one in run(wrong, *NUMBERING) if one.version == "zh"]
    assert {(one.check, one.location.words, one.suggestion) for one in found} == {
        ("numbering-mismatch", "六、", "五、"),
        ("numbering-sequence", "六、", "五、"),
    }


def test_the_iv_of_the_english_is_no_mismatch(statement: Document, run: Run) -> None:
    """IV is four, as 四 is."""
    assert list(run(statement, "numbering-mismatch", "numbering-missing")) == []


@pytest.mark.parametrize("tag", sorted(EIGHT))
def test_the_odd_number_is_named_once_in_any_version(run: Run, tag: str) -> None:
    """Where seven versions say 3 and one says 4, the finding is in that one, the pivot too."""
    wrong = EIGHT | {tag: EIGHT[tag].replace("3.", "4.").replace("三、", "四、")}
    (found,) = run(made_of(wrong), "numbering-mismatch")
    assert (found.version, found.location.clause) == (tag, "4")


def test_without_a_majority_no_version_is_named(run: Run) -> None:
    """Of two versions that differ either may be wrong."""
    pair = made_of({"en": EIGHT["en"], "kk": EIGHT["kk"].replace("3.", "5.")})
    (found,) = run(pair, "numbering-mismatch")
    assert (found.version, found.location.path, [place.version for place in found.related]) == (
        None,
        "texts/sample/en.txt",
        ["kk"],
    )


@pytest.mark.parametrize(("tag", "label"), [("kk", "2. "), ("zh", "二、"), ("en", "2. ")])
def test_a_lost_number_is_found(run: Run, tag: str, label: str) -> None:
    """A clause without the number that it has elsewhere is named, with the number in the version's own form."""
    (found,) = run(made_of(EIGHT | {tag: EIGHT[tag].replace(label, "")}), "numbering-missing")
    assert (found.version, found.suggestion, found.segment) == (tag, label.strip(), 1)


def test_a_number_in_one_version_alone_is_not_asked_of_the_others(run: Run) -> None:
    """Chinese may number what the others list without numbers."""
    plain = {tag: text.replace("3. ", "") for tag, text in EIGHT.items() if tag != "zh"}
    assert list(run(made_of(plain | {"zh": EIGHT["zh"]}), "numbering-missing")) == []


def test_a_number_in_half_of_the_versions_names_none(run: Run) -> None:
    """Of two versions either the one has a number too many, or the other lost one."""
    pair = made_of({"en": EIGHT["en"], "tg": EIGHT["tg"].replace("2. ", "")})
    (found,) = run(pair, "numbering-missing")
    assert (found.version, found.location.words) == (None, "2.")


def test_a_language_without_data_is_not_told_to_number_its_articles(run: Run) -> None:
    """`Article premier` may well be a label: only a version whose label words are known can be said to lack one."""
    texts = {
        "en": "Article 1\n\nAll are free.\n\nArticle 2\n\nAll have rights.",
        "ru": "Статья 1\n\nВсе свободны.\n\nСтатья 2\n\nВсе имеют права.",
        "fr": "Article premier\n\nTous sont libres.\n\nArticle 2\n\nTous ont des droits.",
    }
    assert list(run(made_of(texts), "numbering-missing")) == []
