"""All that the editor can do, in one table: bindings, footer, palette and help are made from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the editor can do. `keys` in Textual's spelling, the one that is shown first; `twins` are the keys
    that stand in the same place of a Cyrillic keyboard (ЙЦУКЕН); `group` is the heading in the help; `footer` puts it
    into the footer.
    """

    name: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: str
    twins: tuple[str, ...] = ()
    footer: bool = False
    while_editing: bool = False


ACTIONS: tuple[Action, ...] = (
    Action("edit", ("enter", "f2"), "edit", "Edit the segment at the cursor in its cell", "Text", footer=True),
    Action("next_finding", ("n", "f8"), "next", "Go to the next finding", "Findings", ("т",), footer=True),
    Action("previous_finding", ("N", "shift+f8"), "previous", "Go to the previous finding", "Findings", ("Т",)),
    Action("panel", ("i",), "issues", "Show or hide all findings of the row", "Findings", ("ш",), footer=True),
    Action(
        "confirm",
        ("c",),
        "confirm",
        "Confirm the alignment here, or take that back; on the pivot: of the whole row",
        "Alignment",
        ("с",),
        footer=True,
    ),
    Action(
        "realign",
        ("a",),
        "align anew",
        "Align all versions anew around what is confirmed",
        "Alignment",
        ("ф",),
    ),
    Action("undo", ("ctrl+z",), "undo", "Undo the last step", "Text", ("ctrl+я",), footer=True),
    Action("redo", ("ctrl+y",), "redo", "Do again what was undone", "Text", ("ctrl+н",)),
    Action("save", ("ctrl+s",), "save", "Save the document", "Text", ("ctrl+ы",), footer=True, while_editing=True),
    Action("columns", ("v",), "versions", "Choose which versions are shown", "Screen", ("м",), footer=True),
    Action(
        "theme", ("ctrl+t",), "light/dark", "Change between light and dark", "Screen", ("ctrl+е",), while_editing=True
    ),
    Action("help", ("question_mark", "comma", "f1"), "help", "Show this help", "Screen", footer=True),
    Action(
        "quit",
        ("q", "ctrl+q"),
        "quit",
        "Leave (asks when something is not saved)",
        "Screen",
        ("й", "ctrl+й"),
        footer=True,
    ),
    Action("down", ("down",), "down", "Next segment of the cell, then the next row", "Moving"),
    Action("up", ("up",), "up", "Previous segment of the cell, then the row before", "Moving"),
    Action("left", ("left",), "left", "The version to the left", "Moving"),
    Action("right", ("right",), "right", "The version to the right; the columns follow", "Moving"),
    Action("page_down", ("pagedown", "space"), "page down", "One screen down", "Moving"),
    Action("page_up", ("pageup",), "page up", "One screen up", "Moving"),
    Action("first_row", ("home", "ctrl+home"), "first row", "The first row", "Moving"),
    Action("last_row", ("end", "ctrl+end"), "last row", "The last row", "Moving"),
)

_SPELLED = {
    "enter": "Enter", "space": "Space", "question_mark": "?", "comma": ",", "down": "↓", "up": "↑", "left": "←", "right": "→",
    "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End",
}  # fmt: skip


def spelled(key: str) -> str:
    """Return a key as people write it: `^s`, `Enter`, `F8`."""
    if key.startswith("ctrl+"):
        return f"^{spelled(key.removeprefix('ctrl+'))}"
    if key.startswith("shift+"):
        return f"Shift+{spelled(key.removeprefix('shift+'))}"
    return _SPELLED.get(key, key.upper() if key.startswith("f") and key[1:].isdigit() else key)


def bindings() -> Iterator[Binding]:
    """Yield the bindings of all actions; the first key of an action stands in the footer for all of them."""
    for action in ACTIONS:
        for number, key in enumerate((*action.keys, *action.twins)):
            yield Binding(
                key,
                action.name,
                action.label,
                show=action.footer and number == 0,
                key_display=spelled(action.keys[0]),
                tooltip=action.help,
                # The palette must be able to reach what a TextArea would take for itself.
                priority=action.while_editing,
            )


def action_of(name: str) -> Action | None:
    """Return the action of a name, or None."""
    return next((action for action in ACTIONS if action.name == name), None)
