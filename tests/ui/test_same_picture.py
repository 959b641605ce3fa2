"""The same scenario and version give the same picture, wherever and however it was arrived at."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QHashSeed, Qt
from PySide6.QtGui import QImage

from iraq_explorer.cli_export import draw
from iraq_explorer.core.dataset import Dataset
from iraq_explorer.core.layout import compute_layout
from iraq_explorer.core.network import Detail
from iraq_explorer.core.room import Room
from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.what_if import WhatIf
from iraq_explorer.storage.picture_file import SIZES, PictureKind
from iraq_explorer.ui import page_network
from iraq_explorer.ui.batch_dialog import BatchDialog
from iraq_explorer.ui.export_dialog import ExportDialog
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.network_picture import build_picture, layout_problem
from iraq_explorer.ui.page import View
from iraq_explorer.ui.snapshot import Request, draw_image, picture_bytes
from tests.ui.conftest import Open
from tests.ui.hands import CTRL, SHIFT, Hands
from tests.ui.test_export_dialog import active, open_dialog


def exported(window: MainWindow, hands: Hands, folder: Path, size: str = "screen") -> list[bytes]:
    """The file that the window's export makes, in each format."""
    dialog = open_dialog(window, hands)
    dialog.choices.size_choice.setCurrentIndex(dialog.choices.size_choice.findData(size))
    found = [picture_bytes(dialog.request, kind) for kind in PictureKind]
    with hands.qtbot.waitSignal(dialog.written, timeout=20000):
        dialog.write(folder / "written.png")
    assert (folder / "written.png").read_bytes() == found[0]
    return found


def test_windows_of_other_shapes_and_the_command_line_make_one_file(
    open_window: Open, qtbot: object, dataset: Dataset, tmp_path: Path
) -> None:
    found = []
    for size in ((1500, 940), (1000, 940)):
        window = open_window(size=size)
        found.append(exported(window, Hands(window, qtbot), tmp_path))  # type: ignore[arg-type]
    assert found[0] == found[1]
    for kind, content in zip(PictureKind, found[0], strict=True):
        path = tmp_path / f"told.{kind}"
        draw(dataset.scenarios["maliki_sadr_2010"], dataset, path, SIZES["screen"])
        assert path.read_bytes() == content, kind


def test_the_steps_that_led_to_a_scenario_leave_no_trace(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    before, scenario = exported(window, hands, tmp_path), window.document.scenario
    active(window)
    places = dict(window.arrangement.positions)
    hands.select("ka10_kdp")
    for key in ("1", "3"):
        with hands.settling():
            hands.key(key, to=window.network)
    assert window.document.scenario == scenario
    assert list(window.document.scenario.membership) != list(scenario.membership)
    assert window.arrangement.positions != places
    assert exported(window, hands, tmp_path) == before


def test_assumed_seats_are_where_they_are_whoever_joined_last(
    dataset: Dataset, qapp: object
) -> None:
    october = dataset.scenarios["maliki_sadr_2010"]
    chamber = dataset.chamber_of(october)
    assumed = october.with_what_if(WhatIf().transfer(chamber, "ka10_kdp", 3, "ka10_puk"), chamber)
    other = replace(assumed, membership=dict(reversed(assumed.membership.items())))
    assert other == assumed
    for kind in PictureKind:
        one, two = (picture_bytes(Request(s, dataset, (640, 400)), kind) for s in (assumed, other))
        assert one == two


def test_choices_of_the_view_count_and_hold_for_several_as_for_one(
    window: MainWindow, hands: Hands, tmp_path: Path
) -> None:
    usual = exported(window, hands, tmp_path)
    window.arrangement.set_layout("circular")
    with hands.settling():
        window.arrangement.set_detail(Detail.EVERYONE)
    chosen = exported(window, hands, tmp_path)
    assert chosen[1] != usual[1]
    active(window)
    hands.key("e", CTRL | SHIFT, to=window.network)
    batch = next(d for d in window.findChildren(BatchDialog) if d.isVisible())
    asked = next(asked for asked, _ in batch.plan if asked.scenario == window.document.scenario)
    assert picture_bytes(asked, PictureKind.SVG) == chosen[1]
    batch.reject()


def test_a_pdf_is_the_same_from_every_process(dataset: Dataset, qapp: object) -> None:
    asked = Request(dataset.scenarios["elected_2010"], dataset, (640, 400))
    found = set()
    for _ in range(8):
        QHashSeed.resetRandomGlobalSeed()  # as in a process of its own
        found.add(picture_bytes(asked, PictureKind.PDF))
    assert len(found) == 1


# -- placed by hand --------------------------------------------------------------------------------


def test_what_was_placed_by_hand_is_so_in_the_picture(window: MainWindow, dataset: Dataset) -> None:
    october = window.document.scenario
    places = window.arrangement.positions
    left = {"iran": (places["iran"][0] - 400, places["iran"][1])}
    right = {"iran": (places["iran"][0] + 400, places["iran"][1])}
    one, two = (svg_place(october.place(at), dataset, "Iran") for at in (left, right))
    assert one < two - 100


def test_others_make_room_for_what_was_placed_by_hand(dataset: Dataset, qapp: object) -> None:
    october = dataset.scenarios["maliki_sadr_2010"]
    network = dataset.network(october)
    room = Room(820, 640)
    usual = compute_layout("coalition", layout_problem(network, october, dataset, {}, room=room))
    moves = {"ka10_kdp": (60, 40), "iran": (-300, 20), "ina10_isci": (-40, 50)}
    at = {node: (usual[node][0] + x, usual[node][1] + y) for node, (x, y) in moves.items()}
    placed = october.place(at)
    for wide, high in ((1040, 600), (900, 700)):
        problem = layout_problem(network, placed, dataset, {}, room=Room(wide, high))
        places = page_network.arranged("coalition", problem)
        assert {node: places[node] for node in at} == at
        picture = build_picture(network, placed, dataset, places, room=problem.fitted)
        for region in picture.regions:
            inside = {s.id for s in picture.nodes if region.path.contains(s.centre)}
            assert inside == {b for b, c in placed.membership.items() if c == region.id}


def svg_place(scenario: Scenario, dataset: Dataset, word: str) -> float:
    """How far to the right a word stands in the picture."""
    root = ElementTree.fromstring(picture_bytes(Request(scenario, dataset), PictureKind.SVG))
    parents = {child: parent for parent in root.iter() for child in parent}
    svg = "{http://www.w3.org/2000/svg}"
    for text in root.iter(f"{svg}text"):
        if "".join(text.itertext()) == word:
            form = parents[text].get("transform", "matrix(1,0,0,1,0,0)")
            a, _, _, _, e, _ = map(float, form.removeprefix("matrix(").removesuffix(")").split(","))
            return float(text.get("x", 0)) * a + e
    raise AssertionError(f"{word} is not in the picture")


# -- the preview -----------------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["a4", "a3-portrait"])
def test_the_preview_is_the_page_that_is_written(
    size: str, window: MainWindow, hands: Hands
) -> None:
    dialog: ExportDialog = open_dialog(window, hands)
    choice = dialog.choices.size_choice
    with hands.qtbot.waitSignal(dialog.previewed, timeout=10000):
        choice.setCurrentIndex(choice.findData(size))
    shown = dialog.preview.pixmap().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    asked = dialog.request
    whole = draw_image(asked.scenario, asked.dataset, asked.size, View(), asked.style)
    small = whole.scaled(
        shown.size(),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_Grayscale8)
    pairs = zip(bytes(shown.constBits()), bytes(small.constBits()), strict=True)
    assert sum(abs(a - b) > 60 for a, b in pairs) < 0.01 * shown.width() * shown.height()
    dialog.reject()
