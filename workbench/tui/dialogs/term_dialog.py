"""A form for a new concept: its name, its kind, and a wording for every version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from workbench.glossary.term import TermKind
from workbench.languages.knowledge import knowledge
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.dialogs.line import Line


@dataclass(frozen=True, slots=True)
class NewTerm:
    """What was filled in: wordings by version, without those that were left empty."""

    concept: str
    kind: TermKind
    wordings: Mapping[str, str]


class TermDialog(Dialog[NewTerm]):
    """Asks for a concept, and gives what was filled in."""

    def __init__(self, concept: str, wordings: Mapping[str, str]) -> None:
        super().__init__()
        self._concept = concept
        self._wordings = wordings

    def compose(self) -> ComposeResult:
        """A line for each."""
        with VerticalScroll(id="term") as box:
            box.border_title = "New concept (its rows are proposed)"
            box.border_subtitle = f"Tab next line · {self.ways_out()}"
            yield Static(Content("concept, and what it is: " + ", ".join(TermKind)))
            yield Line(self._concept, id="term-concept", compact=True)
            yield Line(TermKind.TERM.value, id="term-kind", compact=True)
            for tag, wording in self._wordings.items():
                yield Static(Content(f"{tag} · {knowledge(tag).autonym}"))
                yield Line(wording, id=f"term-{tag}", compact=True)

    def take(self) -> None:
        """Hand over what was filled in, if a concept and a wording are there."""
        values = {(line.id or "").removeprefix("term-"): line.value.strip() for line in self.query(Input)}
        wordings = {tag: values[tag] for tag in self._wordings if values[tag]}
        if not values["concept"] or not wordings or values["kind"] not in tuple(TermKind):
            self.notify(
                f"A concept, one of {', '.join(TermKind)}, and a wording are needed", severity="warning", markup=False
            )
            return
        self.dismiss(NewTerm(values["concept"], TermKind(values["kind"]), wordings))
