"""Pages of help: that they hang together, and that a search finds them."""

import re
from pathlib import Path

import pytest

from iraq_explorer.storage import help_pages
from iraq_explorer.storage.help_pages import (
    ACTION,
    CONTENTS,
    HelpPage,
    nearest_query,
    read_help,
    search,
    target_of,
)

ROOT = Path(__file__).parents[2]
PAGES = read_help()


def test_every_link_leads_to_a_page_or_an_action() -> None:
    lost = [
        f"{page.name}: {address}"
        for page in PAGES.values()
        for address in page.links
        if not address.startswith(ACTION) and target_of(address) not in PAGES
    ]
    assert lost == []
    assert any(page.links for page in PAGES.values())


def test_every_page_can_be_reached_from_the_contents() -> None:
    reached, ahead = set(), [CONTENTS]
    while ahead:
        name = ahead.pop()
        if name not in reached:
            reached.add(name)
            links = PAGES[name].links
            ahead.extend(target_of(a) for a in links if not a.startswith(ACTION))
    assert reached == set(PAGES)


def test_every_page_begins_with_its_title_and_no_two_have_the_same() -> None:
    assert all(page.text.startswith("# ") and page.title for page in PAGES.values())
    assert len({page.title for page in PAGES.values()}) == len(PAGES)


def test_the_words_explained_are_those_of_the_glossary() -> None:
    known = re.findall(r"^\| ([^|]+?) \|", (ROOT / "GLOSSARY.md").read_text("utf-8"), re.MULTILINE)
    words = {word.strip() for row in known for word in row.split(",")}
    told = re.findall(r"^\| \*\*(.+?)\*\* \|", PAGES["glossary"].text, re.MULTILINE)
    assert len(told) > 30
    assert [word for word in told if word not in words] == []


def test_a_search_wants_every_word_and_puts_titles_first() -> None:
    found = search(PAGES.values(), "friction")
    assert found[0].page.name == "politics"
    assert "riction" in found[0].excerpt
    both = search(PAGES.values(), "hondt posts")
    assert {"ways", "negotiate"} <= {hit.page.name for hit in both}
    assert search(PAGES.values(), "zebra friction") == ()
    assert search(PAGES.values(), "  ") == ()


def test_a_search_finds_words_across_spellings() -> None:
    pages = (
        HelpPage("a", "# Kurds\n\nپارتی دیموکراتی کوردستان"),
        HelpPage("b", "# Rule\n\nSainte-Laguë"),
    )
    assert [hit.page.name for hit in search(pages, "كوردستان")] == ["a"]
    assert [hit.page.name for hit in search(pages, "SAINTE lague")] == ["b"]


def test_what_is_found_is_told_without_marks() -> None:
    (found,) = search([HelpPage("a", "# A\n\n| **seat** | one [vote](b.md) on paper |")], "vote")
    assert found.excerpt == "seat: one vote on paper"


def test_a_page_that_is_not_translated_stands_in_english(tmp_path: Path, monkeypatch) -> None:
    for place, text in (("en/a.md", "# One"), ("en/b.md", "# Two"), ("ku/a.md", "# یەک")):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text(text, encoding="utf-8")
    monkeypatch.setattr(help_pages, "help_folder", lambda: tmp_path)
    pages = read_help("ku")
    assert [page.title for page in pages.values()] == ["یەک", "Two"]
    assert read_help("xx")["a"].title == "One"


def test_what_the_program_puts_in_stands_at_its_place() -> None:
    page = HelpPage("a", "# A\n\n{rules}\n\nend {no}\n\n{other}")
    assert page.inserts == ("rules", "other")
    assert page.filled({"rules": "X"}).text == "# A\n\nX\n\nend {no}\n\n"


def test_a_word_that_is_misspelt_or_spelt_otherwise_finds_the_nearest() -> None:
    pages = tuple(PAGES.values())
    for wrong, right in {
        "coalitoin": "coalition",
        "quroum": "quorum",
        "majorty": "majority",
        "color": "colour",
    }.items():
        assert search(pages, wrong) == ()
        assert nearest_query(pages, wrong) == right
        assert search(pages, nearest_query(pages, wrong))
    assert nearest_query(pages, "red lnies") == "red lines"
    assert nearest_query(pages, "coalition") == ""  # nothing is to be replaced
    assert nearest_query(pages, "zqx") == ""
    assert nearest_query(pages, "wxyzwxyz") == ""


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("screenshot", "pictures"),
        ("hotkey", "shortcuts"),
        ("projector", "stories"),
        ("backup", "saving"),
        ("tutorial", "contents"),
        ("probability", "vote"),
        ("ministers", "ways"),
        ("Iran", "politics"),
        ("parliament", "chamber"),
        ("dark mode", "class"),
    ],
)
def test_what_people_call_it_finds_the_page_that_calls_it_otherwise(words: str, page: str) -> None:
    assert page in [hit.page.name for hit in search(PAGES.values(), words)][:3]


def test_words_that_a_page_is_looked_for_by_are_not_shown() -> None:
    page = HelpPage("a", "# A\n\nText.\n\n[also]: # (screenshot, image)\n")
    assert page.also == "screenshot, image"
    assert page.paragraphs == ("Text.",)
    (found,) = search([page], "image")
    assert found.excerpt == ""


def test_links_that_do_something_can_be_words() -> None:
    page = HelpPage("a", "# A\n\n[Take it](action:tour), then [b](b.md).")
    assert page.without_actions.text == "# A\n\nTake it, then [b](b.md)."
