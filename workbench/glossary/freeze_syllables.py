"""Writes data/syllables.tsv: how the characters of GB 2312 are read in Mandarin, without tones.

Run it by hand: `pip install pypinyin`, then `python -m workbench.glossary.freeze_syllables`. One syllable a line with its
characters; a character that is read in several ways stands in several lines. Characters that spell foreign names are not
read there as they were long ago, or in one old word: `_NEVER`.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pypinyin import Style, pinyin  # type: ignore[import-not-found, unused-ignore]

PATH = Path(__file__).parent / "data" / "syllables.tsv"
_NEVER = {
    "列": "li",
    "斯": "shi",
    "塔": "da",
    "土": "cha du",
    "兹": "ci",
    "奇": "ai ji yi",
    "什": "shen",
    "干": "an",
    "尚": "chang",
    "若": "re",
    "帕": "mo",
    "捷": "cha qie",
    "朱": "shu",
    "夏": "jia",
    "霍": "he suo",
    "齐": "ji",
    "叶": "xie",
    "耶": "xie",
    "贾": "gu",
}


def main() -> None:
    """Write the table."""
    held: dict[str, list[str]] = defaultdict(list)
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                character = bytes((high, low)).decode("gb2312")
            except UnicodeDecodeError:
                continue
            for syllable in pinyin(character, style=Style.NORMAL, heteronym=True)[0]:
                if syllable not in _NEVER.get(character, "").split():
                    held[syllable.replace("ü", "v")].append(character)
    lines = [f"{syllable}\t{''.join(held[syllable])}\n" for syllable in sorted(held) if syllable.isascii()]
    PATH.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
