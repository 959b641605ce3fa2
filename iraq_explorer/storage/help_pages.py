"""The pages of help: Markdown in a folder for each language, and a search in them.

A page begins with its title as a heading of the first level. Its links are written as in any
Markdown: ``[words](board.md)`` leads to a page, ``[words](action:compare)`` does what that entry of
the menus does. A line of its own such as ``{rules}`` is where the window puts what only it knows. A
line ``[also]: # (screenshot, image)`` is not shown: it has words that people look for the page by.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from iraq_explorer.core.names import search_key
from iraq_explorer.storage.resources import resource_folder

ENGLISH = "en"
CONTENTS = "contents"
"""Name of the page that leads to all others."""
ACTION = "action:"
"""How the address of a link begins that does something instead of leading to a page."""

_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)\s]+)\)")
_DOES = re.compile(rf"(?<!!)\[([^\]]+)\]\({ACTION}[^)\s]*\)")
_INSERT = re.compile(r"^\{(\w+)\}$", re.MULTILINE)
_ALSO = re.compile(r"^\[also\]: # \((.*)\)$", re.MULTILINE)
_MARKS = re.compile(r"[*_`#|>\\]|^\s*(?:[-+]|\d+\.)\s|:?-{3,}:?", re.MULTILINE)


@dataclass(frozen=True)
class HelpPage:
    """One page of help."""

    name: str
    """Of its file, without the ending."""
    text: str
    """Markdown, the title included."""

    @cached_property
    def title(self) -> str:
        """Its first heading."""
        first = self.text.lstrip().partition("\n")[0]
        return first.removeprefix("#").strip()

    @cached_property
    def links(self) -> tuple[str, ...]:
        """The addresses that it leads to, each once."""
        return tuple(dict.fromkeys(address for _, address in _LINK.findall(self.text)))

    @cached_property
    def inserts(self) -> tuple[str, ...]:
        """The names of what the window puts in."""
        return tuple(_INSERT.findall(self.text))

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """Its text without marks, paragraph by paragraph, each row of a table for itself."""
        body = _ALSO.sub("", self.text.lstrip().partition("\n")[2])
        plain = _LINK.sub(r"\1", body)
        parts = re.split(r"\n\s*\n|\n(?=\s*(?:[|#-]|\d+\.))", plain)
        told = (" ".join(_MARKS.sub(" ", _cells(part)).split()) for part in parts)
        return tuple(part for part in told if part)

    @cached_property
    def also(self) -> str:
        """Words that it is looked for by and does not have."""
        return " ".join(_ALSO.findall(self.text))

    @property
    def without_actions(self) -> "HelpPage":
        """The page with words in the places of links that do something."""
        return replace(self, text=_DOES.sub(r"\1", self.text))

    def filled(self, values: Mapping[str, str]) -> "HelpPage":
        """The page with Markdown in the places that are kept for it; others stay empty."""
        text = _INSERT.sub(lambda found: values.get(found[1], ""), self.text)
        return replace(self, text=text)


def _cells(row: str) -> str:
    """A row of a table as one sentence; anything else as it is."""
    if not row.lstrip().startswith("|"):
        return row
    return ": ".join(cell.strip(" *") for cell in row.strip().strip("|").split("|"))


def target_of(address: str) -> str:
    """The name of the page that a link leads to."""
    return address.partition("#")[0].removesuffix(".md")


@dataclass(frozen=True, slots=True)
class Found:
    """A page in which every word of a search occurs."""

    page: HelpPage
    excerpt: str
    """The paragraph with most of the words; empty where only the title has them."""


def search(pages: Iterable[HelpPage], query: str) -> tuple[Found, ...]:
    """The pages in which every word of ``query`` occurs, in any spelling, the closest first.

    Words in the title, or that a page is looked for by, come before words in the text, and many
    paragraphs before few.
    """
    words = search_key(query).split()
    if not words:
        return ()
    ranked = []
    for page in pages:
        title = search_key(page.title)
        keyed = [(search_key(part), part) for part in page.paragraphs]
        also = search_key(page.also)
        whole = " ".join((title, also, *(key for key, _ in keyed)))
        if not all(word in whole for word in words):
            continue
        in_title = sum(word in title or word in also for word in words)
        hits = [sum(word in key for word in words) for key, _ in keyed]
        best = max(hits, default=0)
        excerpt = keyed[hits.index(best)][1] if best else ""
        ranked.append(((-in_title, -best, -sum(map(bool, hits)), title), Found(page, excerpt)))
    ranked.sort(key=lambda entry: entry[0])
    return tuple(found for _, found in ranked)


def nearest_query(pages: Iterable[HelpPage], query: str) -> str:
    """The query with each word that no page has replaced by the nearest one that some page has.

    A letter may be wrong, missing, too many or exchanged with the next: one in words of four
    letters and more, two in words of eight and more; of those as near, the one that is there most
    often. Empty where a word has none so near, or where nothing is to be replaced.
    """
    known = Counter(word for page in pages for word in _words_of(page))
    asked = search_key(query).split()
    found = []
    for word in asked:
        if any(word in other for other in known):
            found.append(word)
            continue
        most = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
        near = [
            (distance, -count, other)
            for other, count in known.items()
            if abs(len(other) - len(word)) <= most
            and (distance := _edits(word, other, most)) <= most
        ]
        if not near:
            return ""
        found.append(min(near)[2])
    return "" if found == asked else " ".join(found)


def _words_of(page: HelpPage) -> Iterable[str]:
    whole = search_key(" ".join((page.title, page.also, *page.paragraphs)))
    return (word for word in re.split(r"[^\w]+", whole) if len(word) > 2)


def _edits(a: str, b: str, most: int) -> int:
    """How many letters are to be changed, put in, left out or exchanged with the next one.

    Gives up beyond ``most``. This is the optimal string alignment distance.
    """
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        fresh = [i]
        for j, other in enumerate(b, start=1):
            cost = min(row[j] + 1, fresh[j - 1] + 1, row[j - 1] + (letter != other))
            if before and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            fresh.append(cost)
        if min(fresh) > most:
            return most + 1
        before, row = row, fresh
    return row[-1]


def help_folder() -> Path:
    """Where the folders of languages are."""
    return resource_folder() / "help"


def read_help(language: str = ENGLISH) -> dict[str, HelpPage]:
    """Every page by name, in a language as far as it is translated, else in English.

    Args:
        language: a folder's name, such as ``en`` or ``ar``.

    """
    pages: dict[str, HelpPage] = {}
    for folder in dict.fromkeys((ENGLISH, language)):
        for file in sorted((help_folder() / folder).glob("*.md")):
            pages[file.stem] = HelpPage(file.stem, file.read_text(encoding="utf-8"))
    return pages
