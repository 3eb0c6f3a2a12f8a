"""What comes back in a file: changes there, changes here, and both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polib
import pytest

from tests.interchange.bilingual import exported, taken, wordings
from workbench.editing.apply import apply
from workbench.editing.beads import merge_with_next, note, unlink
from workbench.editing.edits import confirm, edit_text
from workbench.editing.importing import Winner
from workbench.interchange import po
from workbench.model.document import Document
from workbench.model.errors import InputError, NotFoundError
from workbench.model.ladder import BeadStatus

Edit = Callable[[list[polib.POEntry]], None]


@pytest.fixture
def file(statement: Document, tmp_path: Path) -> Path:
    """The Kazakh statement as PO."""
    path = tmp_path / "kk.po"
    path.write_bytes(exported(po, statement, "kk"))
    return path


def edited(path: Path, edit: Edit) -> Path:
    """Change entries of a PO file as another tool does."""
    found = polib.pofile(str(path), wrapwidth=50)
    entries = list(found)
    edit(entries)
    found.save(str(path))
    return path


def said(document: Document, entry: polib.POEntry) -> str:
    """Return what the Kazakh says in the unit of an entry."""
    return wordings(document, "kk")[entry.msgctxt]


def words(path: Path, old: str, new: str) -> polib.POEntry:
    """Replace words in the one entry that has them, and return it."""
    found = polib.pofile(str(path))
    (entry,) = [entry for entry in found if old in entry.msgstr]
    entry.msgstr = entry.msgstr.replace(old, new)
    found.save(str(path))
    return entry


def test_what_only_the_file_changed_is_taken(statement: Document, file: Path) -> None:
    """The word stands in its segment, and no other line of the text is touched."""
    entry = words(file, "Чэнду қаласында", "Чэнду шаһарында")
    result = taken(po, file, statement)
    assert said(result.document, entry) == entry.msgstr
    before, after = statement.version("kk").segments(), result.document.version("kk").segments()
    assert [at for at, (one, other) in enumerate(zip(before, after, strict=True)) if one != other] == [0]
    assert [(change.clause, change.version) for change in result.changes] == [("0¶1", "kk")]


def test_what_only_changed_here_is_kept(statement: Document, file: Path) -> None:
    """The file still says what it said when it went out."""
    here, _ = apply(statement, edit_text(statement, "kk", 0, "2024 жылы Чэнду қаласында кездесу өтті."))
    result = taken(po, file, here)
    assert (result.document, result.kept, result.conflicts) == (here, 1, [])


def test_what_both_changed_is_a_conflict(statement: Document, file: Path) -> None:
    """Ours stays, and both texts are told with the clause and the line of the file; `theirs` decides otherwise."""
    here, _ = apply(statement, edit_text(statement, "kk", 0, "2024 жылы Чэнду қаласында кездесу өтті."))
    entry = words(file, "Чэнду қаласында", "Чэнду шаһарында")
    result = taken(po, file, here)
    (conflict,) = result.conflicts
    assert (result.operation, conflict.clause, conflict.theirs) == (None, "0¶1", entry.msgstr)
    assert conflict.ours == said(here, entry)
    assert conflict.line > 1
    other = taken(po, file, here, Winner.THEIRS)
    assert (said(other.document, entry), other.conflicts) == (entry.msgstr, [])


def test_both_may_change_it_to_the_same(statement: Document, file: Path) -> None:
    """That is no conflict, and nothing to do."""
    text = statement.version("kk").segments()[2].replace("ашық, достық", "ашық та достық")
    here, _ = apply(statement, edit_text(statement, "kk", 2, text))
    words(file, "ашық, достық", "ашық та достық")
    result = taken(po, file, here)
    assert (result.operation, result.conflicts, result.changes) == (None, [], [])


def test_labels_stand_before_their_segments_again(statement: Document, file: Path) -> None:
    """A label that was taken out is put back, also where somebody wrote it into the text again."""
    entry = words(file, "Ынтымақтастықтың негізін", "Ынтымақтастық негізін")
    edited(
        file,
        lambda entries: setattr(next(e for e in entries if e.msgctxt == entry.msgctxt), "msgstr", f"4. {entry.msgstr}"),
    )
    result = taken(po, file, statement)
    (changed,) = [text for text in result.document.version("kk").segments() if "Ынтымақтастық негізін" in text]
    assert changed == f"4. {entry.msgstr}"


def test_a_text_of_several_segments_keeps_its_cuts(statement: Document, file: Path) -> None:
    """Three Kazakh segments of one unit came back as one text, words of each changed."""
    entry = words(file, "Тараптар Қазақстанда өтетін екінші", "Тараптар Астанада өтетін екінші")
    entry = words(file, "Осы министрліктер", "Аталған министрліктер")
    result = taken(po, file, statement)
    segments = result.document.version("kk").segments()
    assert len(segments) == len(statement.version("kk").segments())
    assert [text for text in segments if text.startswith("2. Тараптар Астанада өтетін екінші")]
    assert [text for text in segments if text.startswith("Аталған министрліктер")]
    assert said(result.document, entry) == entry.msgstr


def test_a_sentence_that_was_taken_out_goes_with_its_segment(statement: Document, file: Path) -> None:
    """The ladder follows: a bead of three Kazakh segments has two."""
    gone = next(text for text in statement.version("kk").segments() if text.startswith("Осы министрліктер"))
    entry = words(file, f" {gone}", "")
    result = taken(po, file, statement)
    assert gone not in result.document.version("kk").segments()
    assert said(result.document, entry) == entry.msgstr
    assert result.document.ladders["kk"].size()[1] == len(result.document.version("kk").text.segments)


def test_entries_in_another_order_without_comments(statement: Document, file: Path) -> None:
    """What tools drop and sort is not needed: ids alone find the units; what is changed blindly is counted."""

    def drop(entries: list[polib.POEntry]) -> None:
        for each in entries:
            each.comment = each.tcomment = ""

    entry = words(file, "Чэнду қаласында", "Чэнду шаһарында")
    edited(file, drop)
    found = polib.pofile(str(file))
    found.sort(key=lambda each: each.msgstr)
    found.save(str(file))
    result = taken(po, file, statement)
    assert (said(result.document, entry), result.blind, result.rest) == (entry.msgstr, 1, [])


def test_ids_that_are_lost_are_found_by_the_text(statement: Document, file: Path) -> None:
    """A tool without `msgctxt`: the pivot's text tells the unit."""
    entry = words(file, "Чэнду қаласында", "Чэнду шаһарында")
    edited(file, lambda entries: [setattr(each, "msgctxt", None) for each in entries])
    result = taken(po, file, statement)
    assert said(result.document, entry) == entry.msgstr


def test_obsolete_entries_are_passed_over(statement: Document, file: Path) -> None:
    """With a warning that says how many."""
    edited(file, lambda entries: setattr(entries[0], "obsolete", True))
    incoming = po.read(file)
    assert incoming.warnings == [f"{file}: 1 obsolete entries are passed over"]
    assert taken(po, file, statement).operation is None


def test_a_text_is_not_taken_away(statement: Document, file: Path) -> None:
    """An entry that was emptied, as tools do with what nobody translated: what stands here stays."""
    edited(file, lambda entries: setattr(entries[3], "msgstr", ""))
    result = taken(po, file, statement)
    assert (result.operation, result.rest, result.empty) == (None, [], 1)


def test_who_takes_fuzzy_away_reviews(statement: Document, file: Path) -> None:
    """The bead is reviewed, with the digest of its texts as they are."""
    edited(file, lambda entries: setattr(entries[1], "flags", []))
    result = taken(po, file, statement)
    assert (result.document.ladders["kk"].beads[1].status, result.accepted) == (BeadStatus.REVIEWED, 1)
    assert taken(po, file, result.document).operation is None


def test_who_makes_it_fuzzy_again_takes_that_back(statement: Document, tmp_path: Path) -> None:
    """The alignment stands: the bead is confirmed."""
    ladder = statement.ladders["kk"]
    beads = (replace(ladder.beads[0], status=BeadStatus.REVIEWED), *ladder.beads[1:])
    reviewed = statement.with_ladder("kk", replace(ladder, beads=beads))
    path = tmp_path / "kk.po"
    path.write_bytes(exported(po, reviewed, "kk"))
    edited(path, lambda entries: setattr(entries[0], "flags", ["fuzzy"]))
    assert taken(po, path, reviewed).document.ladders["kk"].beads[0].status is BeadStatus.CONFIRMED


def test_what_was_accepted_here_meanwhile_stays(statement: Document, file: Path) -> None:
    """The file is fuzzy as it went out; here somebody confirmed it since."""
    here, _ = apply(statement, confirm(statement, [("kk", statement.ladders["kk"].span(0))]))
    assert taken(po, file, here).document == here


def test_notes_of_translators_come_back(statement: Document, file: Path) -> None:
    """A new note is a note on the bead; one that is there already stays beside it."""
    here, _ = apply(statement, note(statement, "kk", 1, "ask Astana"))
    edited(file, lambda entries: [setattr(entries[at], "tcomment", "Сианьды\nтексеру") for at in (1, 2)])
    result = taken(po, file, here)
    assert [result.document.ladders["kk"].beads[at].note for at in (1, 2)] == [
        "ask Astana / Сианьды тексеру",
        "Сианьды тексеру",
    ]
    assert taken(po, file, result.document).operation is None


def test_a_locked_text_is_told_and_left(statement: Document, file: Path) -> None:
    """The official text is nobody's to change."""
    locked = statement.with_version(replace(statement.version("kk"), locked=True))
    words(file, "Чэнду қаласында", "Чэнду шаһарында")
    result = taken(po, file, locked)
    assert (result.operation, [left.reason for left in result.rest]) == (
        None,
        ["kk is locked: it is the official text"],
    )


def test_a_changed_pivot_leaves_the_rest_in_full(statement: Document, file: Path) -> None:
    """The unit is gone; what the translator wrote for it is told, what nobody touched is not."""
    here, _ = apply(
        statement, edit_text(statement, "en", 0, "On 1 December 2024, the Fifth Meeting was held in Chengdu.")
    )
    entry = words(file, "Чэнду қаласында", "Чэнду шаһарында")
    result = taken(po, file, here)
    (left,) = result.rest
    assert (result.operation, left.theirs, left.reason) == (None, entry.msgstr, "the pivot's text has changed since")


def test_a_realigned_unit_is_told(statement: Document, file: Path) -> None:
    """Two beads became one meanwhile."""
    here, _ = apply(statement, merge_with_next(statement, "kk", 0))
    words(file, "Чэнду қаласында", "Чэнду шаһарында")
    (left,) = taken(po, file, here).rest
    assert "parted otherwise" in left.reason


def test_an_id_twice_is_taken_once(statement: Document, file: Path) -> None:
    """The second entry is told in full."""
    content = file.read_text(encoding="utf-8")
    entry = words(file, "Чэнду қаласында", "Чэнду шаһарында")
    last = content.split("\n\n")[1]
    file.write_text(
        file.read_text(encoding="utf-8") + "\n" + last.replace("Чэнду қаласында", "Чендуда") + "\n", encoding="utf-8"
    )
    result = taken(po, file, statement)
    assert said(result.document, entry) == entry.msgstr
    assert ["Чендуда" in left.theirs for left in result.rest] == [True]


def test_a_file_of_another_text_is_refused(statement: Document, file: Path) -> None:
    """None of its units is there."""
    edited(
        file,
        lambda entries: [
            setattr(each, "msgctxt", None) or setattr(each, "msgid", f"{each.msgid} No.") for each in entries
        ],
    )
    with pytest.raises(InputError, match="none of its units is in chengdu-2024"):
        taken(po, file, statement)


def test_a_file_in_another_language_is_refused(statement: Document, file: Path) -> None:
    """The document has no such version, and the message says which there are."""
    file.write_text(
        file.read_text(encoding="utf-8").replace("Language: kk", "Language: de").replace("Version: kk", "Version: de"),
        encoding="utf-8",
    )
    with pytest.raises(NotFoundError, match="zh, ru, kk"):
        taken(po, file, statement)


def test_a_locale_means_the_version_of_its_language(statement: Document, file: Path) -> None:
    """Weblate writes kk_KZ, and drops headers that it does not know."""
    lines = file.read_text(encoding="utf-8").replace("Language: kk", "Language: kk_KZ").split("\n")
    file.write_text(
        "\n".join(line for line in lines if "X-Workbench" not in line and "X-Source" not in line), encoding="utf-8"
    )
    entry = words(file, "Чэнду қаласында", "Чэнду шаһарында")
    assert said(taken(po, file, statement).document, entry) == entry.msgstr


def test_a_control_character_is_refused(statement: Document, file: Path) -> None:
    """A terminal escape in a text, written as PO writes it: the message names the line."""
    words(file, "Чэнду қаласында", "Чэнду \x1b[31mқаласында")
    with pytest.raises(InputError, match=r"U\+001B"):
        taken(po, file, statement)


def test_a_text_for_an_omission_is_reviewed(statement: Document, file: Path) -> None:
    """Who translates what nobody had translated accepts it."""
    ladder = statement.ladders["kk"]
    spans = [span for span in ladder.spans() if span.bead.pivot == span.bead.version == 1]
    here, _ = apply(statement, unlink(statement, "kk", spans[1].index))
    file.write_bytes(exported(po, here, "kk"))
    edited(file, lambda entries: [setattr(each, "msgstr", "Жаңа мәтін.") for each in entries if not each.msgstr])
    result = taken(po, file, here)
    (index,) = [at for at, bead in enumerate(here.ladders["kk"].beads) if not bead.version]
    assert result.document.ladders["kk"].beads[index].status is BeadStatus.REVIEWED
    assert "Жаңа мәтін." in result.document.version("kk").segments()


@pytest.mark.parametrize(("tag", "refused"), [("kk-Cyrl-KZ", False), ("kk-Latn", True), ("und", True)])
def test_another_script_is_another_version(statement: Document, file: Path, tag: str, refused: bool) -> None:
    """Kazakh in Latin letters does not go into the Cyrillic text."""
    content = file.read_text(encoding="utf-8").replace("X-Workbench-Version: kk", f"X-Workbench-Version: {tag}")
    file.write_text(content, encoding="utf-8")
    if refused:
        with pytest.raises(NotFoundError):
            taken(po, file, statement)
    else:
        assert taken(po, file, statement).rest == []
