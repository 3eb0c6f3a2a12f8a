"""One neutral spelling for Latin, Cyrillic and Arabic script, coarse enough that a name looks the same in every language."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ы э ю я ә ғ қ ң ө ұ ү һ і җ ҳ ҷ ӣ ӯ ў ѓ ї є ґ ӊ ҡ ҫ ҙ"
_SPELLED = (
    "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh sh y e yu ya "
    "a g k n o u u h i zh h j i u u g i e g n k s z"
)
_CYRILLIC = dict(zip(_LETTERS.split(), _SPELLED.split(), strict=True)) | {"ъ": "", "ь": ""}
_LATIN = {
    "ı": "i",
    "ə": "e",
    "ŋ": "n",
    "ø": "o",
    "ß": "ss",
    "æ": "e",
    "œ": "e",
    "đ": "d",
    "ł": "l",
    "þ": "th",
    "ð": "d",
}
_LATIN |= {"ş": "sh", "ç": "ch", "ž": "zh", "š": "sh", "č": "ch", "ý": "y", "ň": "n"}
# Arabic script with the vowels that Turkic spellings write; a carrier of hamza has no sound of its own.
_ARABIC_LETTERS = "ا ە ې ى و ۇ ۆ ۈ ۋ ي ی ب پ ت ط ث س ص ج چ ح خ ھ ه د ذ ر ز ض ظ ژ ش غ ف ق ك ک گ ڭ ڤ ل م ن ۏ"
_ARABIC_SPELLED = "a e e i o u o u v y y b p t t s s s j ch kh kh h h d z r z z z zh sh gh f k k k g n v l m n v"
_ARABIC = dict(zip(_ARABIC_LETTERS.split(), _ARABIC_SPELLED.split(), strict=True))
_TABLE = str.maketrans(_CYRILLIC | _LATIN | _ARABIC)
_SOUNDS = re.compile(r"kh|gh|sh|ch|zh|ts|ng|ph|th|dj|dz|[b-df-hj-np-tv-xz]")
_CLASS = {"ng": "n", "ph": "v", "th": "t", "kh": "k", "gh": "k", "l": "l", "r": "r", "m": "m", "n": "n"}
_CLASS |= (
    dict.fromkeys(["k", "q", "g", "h", "x"], "k") | dict.fromkeys(["t", "d"], "t") | dict.fromkeys(["b", "p"], "p")
)
_CLASS |= dict.fromkeys(["v", "w", "f"], "v") | dict.fromkeys(["s", "z", "sh", "zh", "ch", "ts", "j", "dj", "dz"], "s")


@lru_cache(maxsize=65536)
def romanised(word: str) -> str:
    """Return a word in small Latin letters without marks; letters of other scripts are left out."""
    spelled = unicodedata.normalize("NFC", word.lower()).translate(_TABLE)
    return "".join(c for c in unicodedata.normalize("NFD", spelled) if "a" <= c <= "z")


@lru_cache(maxsize=65536)
def skeleton(roman: str) -> str:
    """Return the classes of a romanised word's consonants in order, doubles once.

    Classes hold what spellings and languages mix: k q g h x kh gh; t d; b p; v w f; all hissing sounds. After Soundex
    (Russell 1918), with the classes that Turkic, Iranian and Slavic spellings of one name need.
    """
    codes: list[str] = []
    for match in _SOUNDS.finditer(roman):
        sound = match.group()
        if sound == "c":
            following = roman[match.end() : match.end() + 1]
            code = "s" if following in ("e", "i", "y") else "k"
        else:
            code = _CLASS[sound]
        if not codes or codes[-1] != code:
            codes.append(code)
    return "".join(codes)
