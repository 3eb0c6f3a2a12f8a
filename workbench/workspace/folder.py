"""The workspace: the folder that holds `texts/` and `glossary/`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path

from workbench.checks.baseline_format import format_baseline, parse_baseline
from workbench.checks.finding import Finding
from workbench.checks.waiver import Waiver
from workbench.checks.waivers_format import format_waivers, parse_waivers
from workbench.glossary.csv_format import parse_terms
from workbench.glossary.term import Term
from workbench.glossary.termbase import TermBase
from workbench.languages.knowledge import knowledge
from workbench.languages.labels import labels
from workbench.model.clause import Place, places
from workbench.model.document import Document, Version
from workbench.model.errors import InputError, NotFoundError, UsageError
from workbench.model.ladder import Ladder
from workbench.model.segment import Text
from workbench.workspace.bytes import content_hash, decode, read_bytes
from workbench.workspace.document_file import format_document, parse_document
from workbench.workspace.ladder_files import ladder_in_file
from workbench.workspace.ladder_format import format_ladder, parse_ladder
from workbench.workspace.loaded import Loaded
from workbench.workspace.saving import save_files
from workbench.workspace.text_files import content_of, text_in_file, text_of

_NAME = re.compile(r"[^\W_][\w.-]{0,99}")
TEXTS = "texts"
GLOSSARY = "glossary"
BASELINE = "baseline.txt"


def find_root(start: Path) -> Path:
    """Return the nearest folder, `start` or above it, that holds `texts/`; raise NotFoundError where there is none."""
    for folder in (start, *start.parents):
        if (folder / TEXTS).is_dir():
            return folder
    raise NotFoundError(
        f"{start}: no folder here or above holds texts/ — go to your workspace, name it with --root DIR, "
        "or begin one with: workbench new DOCUMENT LANG=FILE LANG=FILE"
    )


def check_name(name: str) -> str:
    """Return a document's name; raise UsageError for one that is no plain folder name."""
    if not _NAME.fullmatch(name):
        raise UsageError(f"{name!r} is no name of a document — write letters, digits, hyphens and full stops")
    return name


def pivot_places(document: Document) -> tuple[Place, ...]:
    """Return the place of every segment of the pivot."""
    version = document.version(document.pivot)
    found = labels(version.segments(), knowledge(document.pivot))
    return places(found, version.text.starts())


def check_ladder(document: Document, tag: str, path: str) -> None:
    """Raise InputError where a ladder does not hold exactly the segments of the pivot and its version."""
    have = document.ladders[tag].size()
    want = (len(document.versions[document.pivot].text.segments), len(document.versions[tag].text.segments))
    if have != want:
        raise InputError(
            f"the ladder holds {have[0]} segments of {document.pivot} and {have[1]} of {tag}, "
            f"the texts have {want[0]} and {want[1]}",
            path=path,
            advice=f"repair it with: workbench align {document.name} {tag}",
        )


class Workspace:
    """Reads and saves what the folder holds. `root` is the folder with `texts/` and `glossary/`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def documents(self) -> tuple[str, ...]:
        """Return the names of the documents, sorted."""
        found = (path.parent.name for path in (self.root / TEXTS).glob("*/document.toml"))
        return tuple(sorted(found))

    def strays(self) -> tuple[str, ...]:
        """Return a line for each folder and text below `texts/` that no `document.toml` knows, and what to do about it."""
        lines = []
        for folder in sorted(path for path in (self.root / TEXTS).iterdir() if path.is_dir()):
            if not (folder / "document.toml").is_file():
                if any(folder.glob("*.txt")):
                    lines.append(
                        f"{self.shown(folder)}: no document.toml, so it is passed over — begin one with: workbench new"
                    )
                continue
            known = self.described(folder.name).versions
            lines.extend(
                f"{self.shown(path)}: no version of its document.toml, so it is passed over — "
                f"add it with: workbench add {folder.name} {path.stem}=FILE"
                for path in sorted(folder.glob("*.txt"))
                if path.stem not in known and path.name != BASELINE
            )
        return tuple(lines)

    def folder(self, name: str) -> Path:
        """Return the folder of a document, whether it is there or not; raise UsageError for a name that is none."""
        return self.root / TEXTS / check_name(name)

    def shown(self, path: Path) -> str:
        """Return a path as messages and reports name it: relative to the root, with forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()

    def described(self, name: str) -> Document:
        """Return what a document's `document.toml` says of it, its versions without text; raises what `read` raises for it."""
        path = self._description(name)
        return parse_document(decode(read_bytes(path), self.shown(path)), name, self.shown(path))

    def _description(self, name: str) -> Path:
        path = self.folder(name) / "document.toml"
        if not path.is_file():
            there = ", ".join(self.documents()) or "none yet"
            raise NotFoundError(f"there is no document {name!r} in {self.root / TEXTS} — there are: {there}")
        return path

    def read(self, name: str) -> Loaded:
        """Read a document as it stands, its ladders perhaps out of step with its texts (see `load`).

        Raises NotFoundError, and InputError for what cannot be read: bytes that are not UTF-8, controls, an empty version,
        a malformed ladder or `document.toml`.
        """
        others: dict[Path, bytes] = {}

        def other(file: Path) -> str:
            others[file] = read_bytes(file)
            return decode(others[file], self.shown(file))

        path = self._description(name)
        document = self._whole(
            parse_document(other(path), name, self.shown(path)),
            lambda file: text_of(read_bytes(file), self.shown(file)),
            lambda file: parse_ladder(other(file), self.shown(file)),
        )
        return Loaded(document, {path.with_name(f"{tag}.txt"): tag for tag in document.versions}, others)

    def _whole(
        self, document: Document, text_in: Callable[[Path], Text], ladder_in: Callable[[Path], Ladder]
    ) -> Document:
        """Return what `document.toml` tells of with its texts and ladders, as their files are read."""
        folder, path = self.folder(document.name), self._description(document.name)
        versions: dict[str, Version] = {}
        ladders: dict[str, Ladder] = {}
        for tag, version in document.versions.items():
            file = folder / f"{tag}.txt"
            if not file.is_file():
                raise InputError(
                    f"version {tag} has no text {tag}.txt",
                    path=self.shown(path),
                    advice="add the file, or take the version out",
                )
            text = text_in(file)
            if not text.segments:
                raise InputError(
                    "no segment in it", path=self.shown(file), advice="write the text, or take the version out"
                )
            versions[tag] = replace(version, text=text)
            if tag != document.pivot:
                ladder = folder / f"{tag}.ladder"
                ladders[tag] = ladder_in(ladder) if ladder.is_file() else Ladder()
        return replace(document, versions=versions, ladders=ladders)

    def load(self, name: str) -> Loaded:
        """Read a document whose ladders must hold its texts: raises what `read` raises, and InputError for one that does not."""
        loaded = self.read(name)
        self._check(loaded.document)
        return loaded

    def in_files(self, name: str) -> Document:
        """Return a document to be gone through once: its texts and ladders stay in their files, and are read as they are come to.

        Raises what `load` raises; who reads on in it, ConflictError where a file is not what it was any more.
        """
        document = self._whole(
            self.described(name),
            lambda file: text_in_file(file, self.shown(file)),
            lambda file: ladder_in_file(file, self.shown(file)),
        )
        self._check(document)
        return document

    def _check(self, document: Document) -> None:
        for tag in document.others():
            check_ladder(document, tag, self.shown(self.folder(document.name) / f"{tag}.ladder"))

    def save(self, document: Document, loaded: Loaded) -> Loaded:
        """Write what differs between `document` and what was loaded, as one act, and return it as loaded.

        Files whose content would mean the same are not touched. Raises ConflictError, and writes nothing, where a file
        changed underneath or exists already; InputError where a ladder does not fit its texts or the disk refuses.
        """
        folder = self.folder(document.name)
        self._check(document)
        was = loaded.document
        contents: dict[Path, bytes | None] = {}
        path = folder / "document.toml"
        if _described(document) != _described(was) or path not in loaded.others:
            previous = loaded.others.get(path, b"").decode("utf-8")
            contents[path] = format_document(document, previous).encode()
        texts = {folder / f"{tag}.txt": tag for tag in document.versions}
        for path, tag in texts.items():
            if path not in loaded.texts or document.versions[tag].text != was.versions[tag].text:
                contents[path] = content_of(document.versions[tag].text)
        found = pivot_places(document)
        kept = _named_alike(document, was)
        for tag in document.others():
            path = folder / f"{tag}.ladder"
            if path not in loaded.others or not kept or document.ladders[tag] != was.ladders.get(tag):
                contents[path] = format_ladder(document.ladders[tag], found).encode()
        stale = folder / f"{document.pivot}.ladder"  # of what was no pivot until now
        if stale in loaded.others:
            contents[stale] = None
        before = {path: loaded.content(path) for path in contents}
        changed = {path: content for path, content in contents.items() if before[path] != content}
        if changed:
            expected = {path: content_hash(held) for path in changed if (held := before[path]) is not None}
            save_files(self.root, changed, expected)
        after = {**loaded.others, **changed}
        others = {path: content for path, content in after.items() if content is not None and path not in texts}
        return Loaded(document, texts, others)

    def create(self, document: Document) -> Loaded:
        """Write a new document; raise UsageError, and write nothing, where one of its name is there."""
        if self.folder(document.name).exists():
            raise UsageError(
                f"{self.folder(document.name)}: the document exists already — choose another name, "
                "or add a version with: workbench add"
            )
        return self.save(document, Loaded(document))

    def terms(self) -> tuple[Term, ...]:
        """Return the terms of all files of `glossary/`; raise InputError for a row that cannot be taken."""
        result: list[Term] = []
        for path in sorted((self.root / GLOSSARY).glob("*.csv")):
            kinds = {term.concept: term.kind for term in result}
            result.extend(parse_terms(decode(read_bytes(path), self.shown(path)), self.shown(path), kinds))
        return tuple(result)

    def termbase(self) -> TermBase:
        """Return the term base of the workspace (see `terms`)."""
        return TermBase(self.terms())

    def waivers(self, name: str) -> tuple[Waiver, ...]:
        """Return the waivers of a document; raise InputError for a file that cannot be read."""
        path = self.folder(name) / "waivers.toml"
        return parse_waivers(decode(read_bytes(path), self.shown(path)), self.shown(path)) if path.exists() else ()

    def add_waiver(self, name: str, waiver: Waiver) -> None:
        """Write a waiver at the end of a document's waivers.toml.

        Raises InputError for a file that cannot be read, ConflictError where it changed while this was done.
        """
        path = self.folder(name) / "waivers.toml"
        before = read_bytes(path) if path.is_file() else b""
        text = decode(before, self.shown(path))
        parse_waivers(text, self.shown(path))
        gap = "\n" if text.endswith("\n") else "\n\n" if text else ""
        after = (text + gap + format_waivers((waiver,))).encode()
        save_files(self.root, {path: after}, {path: content_hash(before)} if path.is_file() else {})

    def drop_waiver(self, name: str, fingerprint: str) -> None:
        """Take the waiver of a fingerprint out of a document's waivers.toml; the rest of the file stays as it is written.

        Raises what `add_waiver` raises; nothing is done where there is none.
        """
        path = self.folder(name) / "waivers.toml"
        before = read_bytes(path) if path.is_file() else b""
        text = decode(before, self.shown(path))
        known = [waiver.fingerprint for waiver in parse_waivers(text, self.shown(path))]
        if fingerprint not in known:
            return
        import tomlkit

        parsed = tomlkit.parse(text)
        parsed["waiver"].pop(known.index(fingerprint))
        after = tomlkit.dumps(parsed).strip()
        save_files(self.root, {path: f"{after}\n".encode() if after else None}, {path: content_hash(before)})

    def baseline(self, name: str) -> Mapping[str, int]:
        """Return the fingerprints of the findings that the document started with, by line; raise InputError."""
        path = self.folder(name) / BASELINE
        return parse_baseline(decode(read_bytes(path), self.shown(path)), self.shown(path)) if path.exists() else {}

    def save_baseline(self, name: str, findings: Collection[Finding]) -> Path:
        """Make the findings the baseline of a document, and return its file; there is none where there is no finding.

        Raises ConflictError where the file changes underneath, InputError where the folder cannot be written.
        """
        path = self.folder(name) / BASELINE
        before = read_bytes(path) if path.exists() else None
        after = format_baseline(findings).encode() if findings else None
        if after != before:
            save_files(self.root, {path: after}, {} if before is None else {path: content_hash(before)})
        return path


def _named_alike(document: Document, was: Document) -> bool:
    """Whether the comments of all ladders are what they were: they name the clauses of the pivot."""
    if document.pivot != was.pivot or document.pivot not in was.versions:
        return False
    same = document.versions[document.pivot].text == was.versions[document.pivot].text
    return same or pivot_places(document) == pivot_places(was)


def _described(document: Document) -> tuple[object, ...]:
    versions = tuple(replace(version, text=Text()) for version in document.versions.values())
    return document.title, document.date, document.pivot, versions
