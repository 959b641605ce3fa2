"""Slides of a story: what each page says, read back from the PDF."""

from pathlib import Path
from threading import Event

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.story import Story
from iraq_explorer.storage.picture_file import Look
from iraq_explorer.storage.shipped_stories import shipped_stories
from iraq_explorer.ui.slides import write_pdf

STORIES = {story.id: story for story in shipped_stories()}


@pytest.fixture
def pages(qtbot: QtBot, dataset: Dataset, tmp_path: Path) -> "Pages":
    return Pages(dataset, tmp_path / "slides.pdf")


class Pages:
    """Writes one step of a story and reads its pages back, as text on one line each."""

    def __init__(self, dataset: Dataset, path: Path) -> None:
        self._dataset = dataset
        self._path = path

    def of(self, story: Story, number: int, look: Look = Look.LIGHT) -> list[str]:
        one = Story(story.title, (story.steps[number - 1],), sources=story.sources)
        write_pdf(one, self._dataset, self._path, look, Event(), lambda _: None)
        return [" ".join(page.extract_text().split()) for page in PdfReader(self._path).pages]


def test_a_slide_is_headed_by_its_story_and_its_own_day(pages: Pages) -> None:
    # Its scenario is called "April 2008: after Basra".
    question, answer = pages.of(STORIES["front_2007"], 5)
    for text in (question, answer):
        assert "2007: a front against Maliki" in text
        assert "16 September 2007" in text
        assert "April 2008" not in text


def test_the_chamber_of_a_slide_tells_of_who_is_asked_about(pages: Pages) -> None:
    question, _ = pages.of(STORIES["allawi_2010"], 4)
    assert "42 short of 163" in question
    # That would be the leading coalition.
    assert "34 short of 163" not in question


@pytest.mark.parametrize("look", [Look.LIGHT, Look.PRINT])
def test_the_slide_of_a_vote_names_the_sides_and_counts_votes_by_each_rule(
    pages: Pages, look: Look
) -> None:
    question, answer = pages.of(STORIES["sofa_2008"], 4, look)
    for side, seats in (("For", 207), ("Against", 30), ("Stayed away", 15)):
        assert side in question
        assert f"{seats} seats" in question
    assert "21 short of 165" in answer
    # What seats on paper would be worth is another matter.
    assert "42 over 165" not in answer
