"""Another version as the pivot: what composed ladders hold, on drawn ladders and on the statement."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from workbench.alignment.repivot import repivot
from workbench.alignment.side import bead_digest, side_of
from workbench.model.document import Document, Version
from workbench.model.ladder import Bead, BeadStatus, Ladder, crossings
from workbench.model.segment import text_of_paragraphs

WORDS = ["Тараптар", "кездесудің", "нәтижелерін", "құптайды", "және", "Чэнду", "халқына", "алғыс", "айтады"]


def version(tag: str, count: int) -> Version:
    """Return a version of `count` segments, all different."""
    return Version(tag, text_of_paragraphs([[f"{WORDS[i % len(WORDS)]} {tag} {i}." for i in range(count)]]))


def accepted(document: Document, tag: str, statuses: list[BeadStatus]) -> Document:
    """Return the document with statuses and digests given to the beads of a ladder."""
    sides = side_of(document.version(document.pivot)), side_of(document.version(tag))
    beads = []
    for span, status in zip(document.ladders[tag].spans(), statuses, strict=True):
        digest = "" if status is BeadStatus.AUTO else bead_digest(*sides, span)
        beads.append(replace(span.bead, status=status, digest=digest))
    return document.with_ladder(tag, Ladder(tuple(beads)))


@st.composite
def ladders(draw: st.DrawFn, pivot: int) -> Ladder:
    """Ladders over `pivot` segments, with omissions, additions and sometimes a crossing."""
    beads: list[Bead] = []
    left = pivot
    while left:
        kind = draw(st.sampled_from(("bead", "bead", "bead", "omission", "addition")))
        if kind == "addition":
            beads.append(Bead(0, 1, score=0.7))
            continue
        size = draw(st.integers(1, min(3, left)))
        left -= size
        beads.append(Bead(size, 0 if kind == "omission" else draw(st.integers(1, 3)), score=0.9))
    if len(beads) > 1 and draw(st.booleans()):
        at = draw(st.integers(0, len(beads) - 1))
        moved = beads[at]
        if moved.pivot and moved.version:
            beads[at] = replace(moved, version=0, mark="@moved")
            other = draw(st.integers(0, len(beads)))
            beads.insert(other, Bead(0, moved.version, score=moved.score, mark="@moved"))
    if not any(bead.version for bead in beads):
        beads.append(Bead(0, 1))
    return Ladder(tuple(beads))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents of a pivot and two versions, whose beads are accepted at random."""
    count = draw(st.integers(1, 9))
    drawn = {tag: draw(ladders(count)) for tag in ("kk", "ky")}
    versions = {"en": version("en", count)} | {tag: version(tag, one.size()[1]) for tag, one in drawn.items()}
    document = Document("sample", "en", versions=versions, ladders=drawn)
    for tag, ladder in drawn.items():
        statuses = [draw(st.sampled_from(tuple(BeadStatus))) for _ in ladder.beads]
        document = accepted(document, tag, statuses)
    return document


def tied(ladder: Ladder) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the beads with segments on both sides, crossings among them."""
    pairs = {crossing.pivot.index: crossing.version for crossing in crossings(ladder)}
    found = ((tuple(span.pivot), tuple(pairs.get(span.index, span).version)) for span in ladder.spans())
    return {bead for bead in found if all(bead)}


def connected(document: Document) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the components of Kazakh and Kyrgyz segments that share an English one, found the slow way."""
    groups = [({("kk", j) for j in b}, set(a)) for a, b in tied(document.ladders["kk"])]
    groups += [({("ky", j) for j in b}, set(a)) for a, b in tied(document.ladders["ky"])]
    merged = True
    while merged:
        merged = False
        for x in range(len(groups)):
            for y in range(x + 1, len(groups)):
                if groups[x][1] & groups[y][1]:
                    groups[x] = groups[x][0] | groups[y][0], groups[x][1] | groups[y][1]
                    del groups[y]
                    merged = True
                    break
            if merged:
                break
    parted = (tuple(tuple(sorted(j for tag, j in held if tag == one)) for one in ("kk", "ky")) for held, _ in groups)
    return {(a, b) for a, b in parted if a and b}


@given(documents())
def test_every_segment_is_in_exactly_one_bead(document: Document) -> None:
    """The new ladders hold the texts, whatever the old ones were, and no bead is empty."""
    after = repivot(document, "kk")
    sizes = {tag: len(one.text.segments) for tag, one in document.versions.items()}
    assert (after.pivot, set(after.ladders)) == ("kk", {"en", "ky"})
    for tag, ladder in after.ladders.items():
        assert ladder.size() == (sizes["kk"], sizes[tag])
        assert all(bead.pivot or bead.version for bead in ladder.beads)
        assert all(not (bead.pivot and bead.version) for bead in ladder.beads if bead.mark)


@given(documents())
def test_there_and_back_again(document: Document) -> None:
    """The ladder between the two pivots comes back as it was, statuses, digests, scores and marks among it."""
    assert repivot(repivot(document, "kk"), "en").ladders["kk"] == document.ladders["kk"]


@given(documents())
def test_beads_are_connected_components(document: Document) -> None:
    """Kazakh and Kyrgyz are tied where English connects them; but for parts that stand in several places, all are there."""
    expected, found = connected(document), tied(repivot(document, "kk").ladders["ky"])
    in_one_place = {bead for bead in expected if all(side[-1] - side[0] == len(side) - 1 for side in bead)}
    assert in_one_place <= found
    assert all(any(set(a) <= set(x) and set(b) <= set(y) for x, y in expected) for a, b in found)


@given(documents())
def test_confirmed_means_confirmed_on_both_ways(document: Document) -> None:
    """With one way not accepted at all no composed bead is; with all accepted every whole bead is, and its digest fits."""
    doubted = accepted(document, "kk", [BeadStatus.AUTO] * len(document.ladders["kk"].beads))
    assert all(bead.status is BeadStatus.AUTO for bead in repivot(doubted, "kk").ladders["ky"].beads)
    for tag in ("kk", "ky"):
        document = accepted(document, tag, [BeadStatus.CONFIRMED] * len(document.ladders[tag].beads))
    whole = {bead for bead in connected(document) if all(side[-1] - side[0] == len(side) - 1 for side in bead)}
    after = repivot(document, "kk")
    sides = side_of(after.version("kk")), side_of(after.version("ky"))
    for span in after.ladders["ky"].spans():
        if (tuple(span.pivot), tuple(span.version)) in whole:
            assert span.bead.status is BeadStatus.CONFIRMED
            assert span.bead.digest == bead_digest(*sides, span)


@given(documents())
def test_over_a_copy_of_the_pivot_nothing_changes(document: Document) -> None:
    """Where the new pivot says what the old one said, segment by segment, the beads stay."""
    count = len(document.version("en").text.segments)
    copied = document.with_version(version("kk", count)).with_ladder("kk", Ladder((Bead(1, 1),) * count))
    assert tied(repivot(copied, "kk").ladders["ky"]) == tied(document.ladders["ky"])


def test_a_crossing_of_the_new_pivot_crosses_in_all() -> None:
    """Kazakh prints the first of three paragraphs last; seen from Kazakh, English and Kyrgyz cross both."""
    crossing = Ladder((Bead(1, 0, mark="@1"), Bead(1, 1), Bead(1, 1), Bead(0, 1, mark="@1")))
    straight = Ladder((Bead(1, 1),) * 3)
    document = Document(
        "sample",
        "en",
        versions={tag: version(tag, 3) for tag in ("en", "kk", "ky")},
        ladders={"kk": crossing, "ky": straight},
    )
    after = repivot(document, "kk")
    for tag in ("en", "ky"):
        (found,) = crossings(after.ladders[tag])
        assert (list(found.pivot.pivot), list(found.version.version)) == ([2], [0])
    both = repivot(replace(document, ladders={"kk": crossing, "ky": crossing}), "kk")
    assert both.ladders["ky"] == Ladder((Bead(1, 1),) * 3)


def test_what_had_lapsed_is_not_renewed() -> None:
    """A reviewed bead whose text changed: turned round it keeps a digest that does not fit, composed it is automatic."""
    document = Document(
        "sample",
        "en",
        versions={tag: version(tag, 2) for tag in ("en", "kk", "ky")},
        ladders={tag: Ladder((Bead(1, 1),) * 2) for tag in ("kk", "ky")},
    )
    for tag in ("kk", "ky"):
        document = accepted(document, tag, [BeadStatus.REVIEWED] * 2)
    changed = Version("kk", text_of_paragraphs([["Тараптар бас тартты.", WORDS[1] + " kk 1."]]))
    after = repivot(document.with_version(changed), "kk")
    sides = side_of(after.version("kk")), side_of(after.version("en"))
    assert [bead.status.value for bead in after.ladders["ky"].beads] == ["auto", "reviewed"]
    assert [bead.status.value for bead in after.ladders["en"].beads] == ["reviewed", "reviewed"]
    fits = [span.bead.digest == bead_digest(*sides, span) for span in after.ladders["en"].spans()]
    assert fits == [False, True]


def test_notes_and_comments_go_along() -> None:
    """What was written at a Kyrgyz bead stands at the composed one, once; what was written at a Kazakh one, at English."""
    document = Document(
        "sample",
        "en",
        versions={"en": version("en", 2), "kk": version("kk", 1), "ky": version("ky", 2)},
        ladders={
            "kk": Ladder((Bead(2, 1, note="joined"),)),
            "ky": Ladder((Bead(1, 1, note="ask", comments=("# see the minutes",)), Bead(1, 1, note="ask"))),
        },
    )
    after = repivot(document, "kk")
    assert after.ladders["en"].beads == (Bead(1, 2, note="joined"),)
    assert after.ladders["ky"].beads == (Bead(1, 2, note="ask", comments=("# see the minutes",)),)


def test_scores_multiply() -> None:
    """A composed bead is right where both ways are: .9 and .5 make .45; an accepted bead counts as 1."""
    document = Document(
        "sample",
        "en",
        versions={tag: version(tag, 2) for tag in ("en", "kk", "ky")},
        ladders={"kk": Ladder((Bead(1, 1, score=0.9),) * 2), "ky": Ladder((Bead(1, 1, score=0.5),) * 2)},
    )
    document = accepted(document, "kk", [BeadStatus.AUTO, BeadStatus.CONFIRMED])
    assert [bead.score for bead in repivot(document, "kk").ladders["ky"].beads] == [0.45, 0.5]


def test_the_statement_over_chinese(statement: Document) -> None:
    """Seen from Chinese, every Kazakh bead of the gold ties the clauses that bear the same label."""
    after = repivot(statement, "zh")
    chinese, kazakh = after.version("zh").segments(), after.version("kk").segments()
    heads = {span.pivot.start: span.version.start for span in after.ladders["kk"].spans() if span.bead.version}
    for number, sign in enumerate("一二三四五六七八九十", start=1):
        at = next(i for i, text in enumerate(chinese) if text.startswith(f"{sign}、"))
        assert kazakh[heads[at]].startswith(f"{number}.")
