"""The words that a form may be a form of: `wordforms.is_form` asked the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.languages.knowledge import WordForms


class Stems:
    """Takes the endings off forms of one language."""

    def __init__(self, wordforms: WordForms) -> None:
        """Take the rules of the language."""
        endings = {ending for ending in wordforms.endings if ending}
        self._endings = [
            (length, {e for e in endings if len(e) == length}) for length in sorted(set(map(len, endings)))
        ]
        self._links = wordforms.chain
        self._bare = "" in wordforms.endings
        self._own = tuple(filter(None, wordforms.strip))
        self._hard: dict[str, list[str]] = {}
        for hard, soft in wordforms.soften.items():
            self._hard.setdefault(soft, []).append(hard)
        self._whole = {stem: word for word, stem in wordforms.elided.items()}
        self._fused = wordforms.fused.items()

    def __call__(self, form: str, shortest: int) -> Iterator[str]:
        """Yield each word, other than `form`, that `form` is a form of, the longest stem first.

        `form` is folded. A stem has at least `shortest` letters; whether the words that are yielded exist is not asked.
        """
        for own, fused in self._fused:
            if form.endswith(fused) and len(form) - len(fused) + len(own) >= shortest:
                yield form.removesuffix(fused) + own
        for end in self._ends(form, shortest):
            stem = form[:end]
            if end < len(form):
                yield stem
                if stem in self._whole:
                    yield self._whole[stem]
                for soft, hard in self._hard.items():
                    if stem.endswith(soft):
                        yield from (stem[: -len(soft)] + letter for letter in hard)
            if end < len(form) or self._bare:
                yield from (stem + own for own in self._own)

    def _ends(self, form: str, shortest: int) -> list[int]:
        """Return after how many letters of a form nothing but endings follows, the most letters first."""
        links = {len(form): 0} if len(form) >= shortest else {}
        for start in range(len(form) - 1, shortest - 1, -1):
            after = [
                links[start + length]
                for length, endings in self._endings
                if start + length in links and form[start : start + length] in endings
            ]
            if after and min(after) < self._links:
                links[start] = min(after) + 1
        return list(links)
