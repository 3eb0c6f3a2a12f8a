"""Markdown: headings, paragraphs, list items with their numbers and cells, as they are shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.interchange.documents.content import Content, counted
from workbench.interchange.documents.encodings import decoded
from workbench.interchange.documents.numbers import number
from workbench.model.errors import InputError
from workbench.workspace.bytes import check_controls

if TYPE_CHECKING:
    from markdown_it.token import Token

NAME = "Markdown"
SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")
ORDER = 90
_FRONT = re.compile(r"\A---[ \t]*\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_DEEPEST = 100  # blocks within blocks: what is deeper the parser passes over
_NOTE = re.compile(r"\[\^[^\]\s]{1,40}\](?::\s*)?")


def recognises(content: bytes, suffix: str) -> bool:  # noqa: ARG001
    """Return whether its name says so: Markdown is text, and most texts would pass for it."""
    return suffix in SUFFIXES


def read(content: bytes, path: str, encoding: str | None) -> Content:
    """Return the blocks of the text; raise EncodingError where the bytes are no text, InputError for controls in it."""
    from markdown_it import MarkdownIt

    text, name = decoded(content, path, encoding)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    check_controls(text, path)
    body = _FRONT.sub("", text)
    held = _Blocks()
    for token in MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").parse(body):
        if token.level >= _DEEPEST - 2:
            raise InputError(
                "blocks within each other without end", path=path, advice="take out some of the > or lists"
            )
        held.hear(token)
    notes = (
        *(("the front matter",) if body != text else ()),
        *counted(held.tags, "passage of HTML", "passages of HTML"),
    )
    return Content(tuple(held.found), notes, name)


@dataclass(slots=True)
class _Blocks:
    """The paragraphs so far; `lists` holds the number of the last item of each list that is open, None for one of bullets."""

    found: list[str] = field(default_factory=list)
    lists: list[int | None] = field(default_factory=list)
    label: str = ""
    tags: int = 0

    def hear(self, token: Token) -> None:
        """Take the next token of the text."""
        match token.type:
            case "ordered_list_open":
                self.lists.append(number(str(token.attrGet("start") or 1), 1) - 1)
            case "bullet_list_open":
                self.lists.append(None)
            case "ordered_list_close" | "bullet_list_close":
                self.lists.pop()
            case "list_item_open":
                self._count(token)
            case "list_item_close":
                self.label = ""
            case "inline":
                self._add(self._inline(token.children or []))
            case "fence" | "code_block":
                self._add(token.content)
            case "html_block":
                self.tags += 1

    def _count(self, token: Token) -> None:
        last = self.lists[-1]
        if last is None:
            return
        # Many write 1. before every item and leave it to be counted; else what is written counts.
        value = max(number(token.info, last + 1), last + 1)
        self.lists[-1] = value
        self.label = f"{value}{token.markup} "

    def _add(self, text: str) -> None:
        text = _NOTE.sub("", text).strip()
        if text:
            self.found.append(f"{self.label}{text}")
            self.label = ""

    def _inline(self, children: list[Token]) -> str:
        pieces = []
        for child in children:
            match child.type:
                case "text" | "code_inline" | "text_special":
                    pieces.append(child.content)
                case "softbreak" | "hardbreak":
                    pieces.append("\n")
                case "html_inline":
                    self.tags += 1
        return "".join(pieces)
