"""Writes `data/months.toml`: the month names of CLDR, as Babel has them, for every language that data is there for.

Run it by hand after a new Babel: `python -m workbench.languages.freeze_months`. Only the `format` context is asked for:
Babel 2.18 can leak names between locales through its stand-alone context. A test holds the file against Babel.
"""

from __future__ import annotations

from pathlib import Path

from workbench.languages.knowledge import known_tags


def month_names(tag: str) -> list[list[str]]:
    """Return twelve lists of lower-case names, wide then abbreviated, of the locale; [] if Babel does not have it."""
    from babel import Locale, UnknownLocaleError
    from babel.dates import get_month_names

    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return []
    widths = [get_month_names(width, context="format", locale=locale) for width in ("wide", "abbreviated")]
    return [list(dict.fromkeys(names[month].lower() for names in widths)) for month in range(1, 13)]


def frozen() -> str:
    """Return the content of `months.toml`."""
    lines = ["# Frozen from CLDR by `python -m workbench.languages.freeze_months`; do not edit."]
    for tag in known_tags():
        if names := month_names(tag):
            lines.append(f'"{tag}" = [')
            lines.extend("  [" + ", ".join(f'"{name}"' for name in month) + "]," for month in names)
            lines.append("]")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    target = Path(__file__).parent / "data" / "months.toml"
    target.write_text(frozen(), encoding="utf-8")
