"""Another word in the form that a word has: what a forbidden wording can be replaced with mechanically."""

from __future__ import annotations

from workbench.languages.knowledge import WordForms
from workbench.languages.wordforms import fold, is_form, words


def same_form(written: str, wording: str, other: str, wordforms: WordForms) -> str | None:
    """Return the wording `other` in the form in which `written` has the wording `wording`, or None where that is not sure.

    Sure is: `written` is the wording itself, or one with endings behind its last word that fit behind the last word of `other`
    too (vowel harmony and all), or, in a language with a dictionary, words whose forms of the same case and number are
    known. A capital at the beginning is kept.
    """
    if fold(written) == fold(wording):
        return _capitalised(other, written, wording)
    if wordforms.unspaced:
        return None
    had, base, new = words(written), words(wording), words(other)
    if len(had) != len(base) or not new or other[new[-1].end :].strip("»”’\"'"):
        return None
    if wordforms.dictionary:
        inflected = _by_dictionary(
            [word.text for word in had], [word.text for word in base], [word.text for word in new]
        )
        if inflected is None:
            return None
        result = other
        for word, text in reversed(list(zip(new, inflected, strict=True))):
            result = result[: word.start] + _cased(text, word.text) + result[word.end :]
        return _capitalised(result, written, wording)
    if any(fold(one.text) != fold(meant.text) for one, meant in zip(had[:-1], base[:-1], strict=True)):
        return None
    last, stem, target = fold(had[-1].text), fold(base[-1].text), fold(new[-1].text)
    ending = last.removeprefix(stem)
    if not last.startswith(stem) or not is_form(target + ending, target, wordforms):
        return None
    if target != stem and target[-1] in wordforms.soften:
        return None  # its last letter may change before the ending, or not
    if _is_bare(stem, wordforms) != _is_bare(target, wordforms):
        return None  # behind a possessive the cases have other endings (Kazakh -на, -ға)
    ending = had[-1].text[len(stem) :]
    return _capitalised(other[: new[-1].end] + ending + other[new[-1].end :], written, wording)


def _is_bare(word: str, wordforms: WordForms) -> bool:
    return not any(own and word.endswith(own) for own in wordforms.strip)


def _by_dictionary(had: list[str], base: list[str], new: list[str]) -> list[str] | None:
    from workbench.languages.lexemes import in_form

    if len(new) != len(base):
        return None
    result = [
        in_form(form.lower(), word.lower(), other.lower()) for form, word, other in zip(had, base, new, strict=True)
    ]
    return None if any(text is None for text in result) else [text or "" for text in result]


def _cased(text: str, model: str) -> str:
    return (
        text.capitalize() if model[:1].isupper() and model[1:].islower() else model if text == model.lower() else text
    )


def _capitalised(text: str, written: str, wording: str) -> str | None:
    """Return the text with the capital that `written` has where its wording has none; None for words all in capitals."""
    if len(written) > 1 and written.isupper() and not wording.isupper():
        return None
    if written[:1].isupper() and wording[:1].islower():
        return text[:1].upper() + text[1:]
    return text
