"""The help: every action with its keys, made from the table of actions, and what the signs mean."""

from __future__ import annotations

from collections.abc import Mapping

from rich.text import Text

from workbench.tui.actions.action import Group, Where
from workbench.tui.actions.keys import spelled, with_twins
from workbench.tui.actions.table import actions_of, groups, shown_key

SIGNS = (
    ("✖ ▲ ·", "error, warning, information in this row"),
    ("▸", "the cursor's row, the focused version"),
    ("│", "the alignment is accepted by a person, or the aligner is sure of it"),
    ("┆", "the aligner doubts it: look, and press c to confirm"),
    ("~ ?", "before it: the aligner is fairly sure, or not"),
    ("✓ ◆ !", "before it: confirmed, reviewed, the text has changed since"),
    ("├ ╰", "one bead goes on beside a further segment of the pivot, and ends beside the last"),
    ("∅", "nothing in this version stands for this"),
    ("⇄", "the text stands elsewhere in this version, behind the clause named: a paragraph that moved"),
    ("+", "an addition: nothing in the pivot stands for this"),
)
TYPING = (
    ("Ctrl+← Ctrl+→", "Word by word; with Shift: select"),
    ("^a  ^e", "To the beginning, to the end of the text; ^Home, ^End do it, too"),
    ("^x ^c ^v", "Cut, copy, paste (the copy goes to the terminal's clipboard too)"),
    ("^w", "Delete the word before the cursor"),
    ("^z ^y", "Undo and redo what was typed"),
)
CHOOSING = (
    ("Tab  Shift+Tab", "To the grid and back"),
    ("↑ ↓", "Scroll, or choose"),
    ("Enter", "Go to what is chosen"),
)
BY_MOUSE = (
    ("click", "To the segment"),
    ("double click", "Edit it"),
    ("drag", "Select words of a cell, of the panel, of a dialog; ^c copies them, + adds them to the glossary"),
    ("drag", "Out of its row, above or below: a segment goes into the bead there, with those between"),
    ("wheel", "Scroll"),
)
IN_DIALOGS = (
    ("Tab  Shift+Tab", "To the next line or answer, and back"),
    ("↑ ↓", "Choose, or scroll"),
    ("Space", "Choose a version, or not"),
)
# Keys that are Textual's own, where they work.
_TEXTUALS = {
    Where.CELL: ("Typing in the cell", TYPING),
    Where.PANEL: ("Choosing in the panel", CHOOSING),
    Where.DIALOG: ("Choosing in a dialog", IN_DIALOGS),
}
_PLACES = (*_TEXTUALS.values(), ("By mouse", BY_MOUSE))


def help_text(keys: Mapping[str, tuple[str, ...]]) -> Text:
    """Return the help of the grid: all actions with the keys that they have, and the signs."""
    text = Text()
    for group in groups():
        _group(text, group, keys)
    for title, lines in (*_PLACES, ("Signs", SIGNS)):
        _section(text, title, lines)
    return text


def help_of(keys: Mapping[str, tuple[str, ...]], *places: Where) -> Text:
    """Return the help of a place: of its actions, with the keys that they have, and of the keys that are Textual's own there.

    A dialog is several places at once.
    """
    text = Text()
    for group in groups():
        if group.where in places:
            _group(text, group, keys)
    for where in places:
        if where in _TEXTUALS:
            _section(text, *_TEXTUALS[where])
    return text


def cell_line(keys: Mapping[str, tuple[str, ...]]) -> str:
    """Return the keys that one needs most in a cell that is edited, in one line."""
    shown = ((shown_key(action.name, keys), action.label) for action in actions_of(Where.CELL) if action.footer)
    return " · ".join(f"{key} {label}" for key, label in shown if key)


def keys_page() -> str:
    """Return the table of all keys in Markdown, for the documentation."""
    lines = ["| keys | does | id |", "|---|---|---|"]
    for group in groups():
        lines.append(f"| **{group.title}** | | |")
        for action in group.actions:
            keys = " ".join(f"`{spelled(key)}`" for key in action.keys)
            lines.append(f"| {keys} | {action.help} | `{action.name}` |")
    for title, rows in _PLACES:
        lines.append(f"| **{title}** | | |")
        lines += [f"| {' '.join(f'`{key}`' for key in keys.split('  '))} | {words} | |" for keys, words in rows]
    return "\n".join(lines) + "\n"


def _group(text: Text, group: Group, keys: Mapping[str, tuple[str, ...]]) -> None:
    lines = (
        ("  ".join(spelled(key) for key in with_twins(keys.get(action.name, action.keys))), action.help)
        for action in group.actions
    )
    _section(text, group.title, tuple(lines))


def _section(text: Text, title: str, lines: tuple[tuple[str, str], ...]) -> None:
    text.append(f"{title}\n", "bold")
    for keys, words in lines:
        _line(text, keys, words)
    text.append("\n")


def _line(text: Text, keys: str, words: str) -> None:
    text.append(f"  {keys:<18} {words}\n")


if __name__ == "__main__":
    print(keys_page(), end="")
