"""Names in English, Arabic and Kurdish, and a search that finds them across spellings."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """What something is called. Arabic and Kurdish (Sorani) are empty where no form is known."""

    en: str
    ar: str = ""
    ku: str = ""
    short: str = ""
    """A form for tight places; the English name where empty."""
    ar_source: str = ""
    """Id of a source that prints the Arabic name; empty where none is known."""
    ku_source: str = ""
    """The same for the Kurdish name."""
    variants: tuple[str, ...] = ()
    """Other spellings that sources print."""

    @property
    def ar_verified(self) -> bool:
        """Whether a source prints the Arabic name."""
        return bool(self.ar_source)

    @property
    def ku_verified(self) -> bool:
        """Whether a source prints the Kurdish name."""
        return bool(self.ku_source)

    @property
    def label(self) -> str:
        """The form for tight places."""
        return self.short or self.en

    def matches(self, query: str) -> bool:
        """Whether every word of ``query`` occurs in some form of the name, in any script."""
        own = search_key(" ".join((self.en, self.short, self.ar, self.ku, *self.variants)))
        return all(word in own for word in search_key(query).split())

    def resembles(self, query: str) -> bool:
        """Whether the consonants of ``query`` occur in the Arabic or Kurdish forms.

        Long vowels are often left out or put in when a name changes script.
        """
        own = _skeleton(search_key(" ".join((self.ar, self.ku, *self.variants))))
        words = [_skeleton(word) for word in search_key(query).split()]
        return bool(words) and all(len(word) >= 3 and word in own for word in words)


def _skeleton(key: str) -> str:
    return "".join(letter for letter in key if letter not in "اوي" and not letter.isascii())


# Letters that spellers of Arabic, Persian and Sorani use for one another.
_SAME_LETTER = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ێ": "ي", "ئ": "ي",
        "ؤ": "و", "ۆ": "و", "ة": "ه", "ە": "ه", "ھ": "ه", "ک": "ك", "ڪ": "ك", "گ": "ك", "ڵ": "ل",
        "ڕ": "ر", "ڤ": "ف", "پ": "ب", "چ": "ج", "ژ": "ز", "ء": "", "ـ": "", "\u200c": "",
        "ʿ": "", "ʾ": "", "ʼ": "", "ʻ": "",
        "'": "", "’": "", "‘": "", "`": "", "-": " ", "‐": " ", "–": " ", "/": " ",
    }
)  # fmt: skip


def search_key(text: str) -> str:
    """The text without case, accents, vowel marks and the letters that spellings confuse."""
    plain = unicodedata.normalize("NFKD", text.translate(_SAME_LETTER).casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(bare.translate(_SAME_LETTER).split())
