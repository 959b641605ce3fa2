"""The line that counts, and where it is seen to move."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QRadioButton, QSpinBox

from iraq_explorer.core.scenario import Scenario
from iraq_explorer.core.verdict import Verdict
from iraq_explorer.ui.hemicycle import lines_of
from iraq_explorer.ui.main_window import MainWindow
from iraq_explorer.ui.words import region_text, worth_text
from tests.ui.hands import CTRL, Hands, header, named, seats, undo

Key = Qt.Key


def _choose_rule(window: MainWindow, hands: Hands, index: int) -> None:
    """Pick a rule in the toolbar with the keyboard, as a user would."""
    choice = named(window, QComboBox, "Rule")
    choice.setFocus()
    hands.key(Key.Key_Home, to=choice)
    for _ in range(index):
        hands.key(Key.Key_Down, to=choice)


def _open(window: MainWindow, origin: str) -> None:
    entry = window.session.entry_of_origin(origin)
    assert entry is not None
    window.session.open(entry.id)


def test_choosing_a_rule_moves_the_line_everywhere(window: MainWindow, hands: Hands) -> None:
    window.rules._rows["two_thirds"][0].click()
    assert window.document.scenario.rule == "two_thirds"
    assert header(window, "sol") == "129 seats (128–129): 88 short"
    assert "State of Law + Sadrists: 129 (88 short of 217)" in window.hemicycle.toolTip()
    assert window.rules._rows["two_thirds"][0].isChecked()
    assert not window.rules._rows["absolute_majority"][0].isChecked()
    assert named(window, QComboBox, "Rule").currentText().endswith(": 217 of 325")
    assert "217 of 325" in window.subtitle.text()
    assert lines_of(window.document.shown, window.document.chamber)[0] == 217
    hands.lift("ka10_kdp", "sol")
    assert window.network.pointer_label[1] == "129 + 26 = 155 (154–158) of 217: 62 short"
    hands.key(Key.Key_Escape, to=window.network)
    undo(window).trigger()
    assert window.document.scenario.rule == "absolute_majority"
    assert window.rules._rows["absolute_majority"][0].isChecked()


def test_the_rule_is_chosen_by_keyboard_in_the_toolbar(window: MainWindow, hands: Hands) -> None:
    _choose_rule(window, hands, 3)
    assert window.document.scenario.rule == "two_thirds"
    assert window.document.scenario.quota(window.document.chamber) == 217


def test_all_rules_are_listed_with_seats_and_verdicts_in_words(window: MainWindow) -> None:
    chamber = window.document.chamber
    for rule in chamber.rules:
        button, quota, verdict = window.rules._rows[rule.id]
        assert isinstance(button, QRadioButton)
        assert button.text() == rule.name
        assert isinstance(quota, QLabel)
        assert quota.text() == f"{rule.quota(chamber.seats)} of {chamber.seats}"
        assert verdict.text() == f"{rule.quota(chamber.seats) - 129} short"


def test_any_quota_of_the_users_own_can_be_set(window: MainWindow, hands: Hands) -> None:
    _choose_rule(window, hands, len(window.document.chamber.rules))
    box = named(window, QSpinBox, "Own quota")
    hands.qtbot.waitUntil(box.isVisible)
    assert box.value() == 217
    # The number stands ready to be typed over.
    hands.qtbot.waitUntil(box.hasFocus)
    for digit in "130":
        hands.key(digit, to=box)
    hands.key(Key.Key_Return, to=box)
    assert window.document.scenario.custom_quota == 130
    assert header(window, "sol") == "129 seats (128–129): 1 short"
    assert "1 short of 130" in window.hemicycle.toolTip()
    assert "130 of 325" in window.subtitle.text()
    hands.lift("ina10_islah", "sol")
    assert window.network.pointer_label[1] == "129 + 1 = 130 (129–130) of 130: exactly enough"
    hands.drop()
    assert header(window, "sol") == "130 seats (129–130): exactly enough, open by source"
    assert not any(row[0].isChecked() for row in window.rules._rows.values())


def test_members_present_lower_the_quota_of_the_rule_that_counts_them(
    window: MainWindow, hands: Hands
) -> None:
    window.rules._rows["present_majority"][0].click()
    assert window.document.scenario.quota(window.document.chamber) == 163
    box = named(window, QSpinBox, "Members present")
    box.setFocus()
    box.selectAll()
    for digit in "256":
        hands.key(digit, to=box)
    hands.key(Key.Key_Return, to=box)
    assert window.document.scenario.present == 256
    # Half of 256 is 128: exactly half is no majority.
    assert window.document.scenario.quota(window.document.chamber) == 129
    assert header(window, "sol") == "129 seats (128–129): exactly enough, open by source"
    assert window.rules.verdict_of("present_majority") == "✓ exactly ±"
    assert window.rules.verdict_of("absolute_majority") == "34 short"
    assert window.rules._rows["present_majority"][1].text() == "129 of 256"
    undo(window).trigger()
    assert window.document.scenario.present is None
    assert box.value() == 325


@pytest.mark.parametrize(
    ("present", "quota"), [(324, 163), (325, 163), (256, 129), (257, 129), (2, 2), (1, 1)]
)
def test_exactly_half_of_those_present_is_no_majority(
    window: MainWindow, present: int, quota: int
) -> None:
    rule = window.document.chamber.rule_by_id["present_majority"]
    assert rule.quota(325, present) == quota
    window.document.commit(
        window.document.scenario.with_rule("present_majority").with_present(present), "x"
    )
    row = window.rules._rows["present_majority"]
    assert row[1].text() == f"{quota} of {present if present < 325 else 325}"


def test_the_built_in_scenarios_show_their_known_verdicts(window: MainWindow) -> None:
    known = {
        "cabinet_2006": ("cabinet", "250 seats: majority by 112"),
        "salvation_front_2007": ("front", "125 seats (125–129): 13 short"),
        "four_party_2007": ("four", "96 seats (94–98): 42 short"),
        "after_basra_2008": ("government", "138 seats (134–138): exactly enough, open by source"),
        "national_alliance_2010": ("alliance", "159 seats: 4 short"),
        "maliki_sadr_2010": ("sol", "129 seats (128–129): 34 short"),
        "allawi_abdulmahdi_2010": ("allawi", "164 seats (164–165): majority by 1"),
    }
    for origin, (coalition, text) in known.items():
        _open(window, origin)
        assert header(window, coalition) == text, origin
        number = text.split()[0]
        assert f": {number} (" in window.hemicycle.toolTip()
        assert window.board.column_of(coalition).seats == int(number)


def test_the_rules_of_the_other_chamber_replace_those_of_this(window: MainWindow) -> None:
    _open(window, "after_basra_2008")
    assert set(window.rules._rows) == {rule.id for rule in window.document.chamber.rules}
    assert window.rules._rows["absolute_majority"][1].text() == "138 of 275"
    assert window.rules._rows["two_thirds"][1].text() == "184 of 275"
    assert window.rules.verdict_of("absolute_majority") == "✓ exactly ±"
    choice = named(window, QComboBox, "Rule")
    assert choice.count() == len(window.document.chamber.rules) + 1


def test_losing_one_seat_of_an_exact_majority_is_seen_at_once(
    window: MainWindow, hands: Hands, qtbot
) -> None:
    with hands.settling():
        _open(window, "after_basra_2008")
    scenario = window.document.scenario
    bloc = min(
        scenario.blocs_of("government", window.document.chamber), key=lambda b: (b.seats, b.id)
    )
    hands.click(window.board, window.board.card_rect(bloc.id).center())
    with hands.settling():
        hands.key("0", to=window.board)
    assert header(window, "government") == "126 seats (122–126): 12 short"


def test_words_for_short_exact_and_over() -> None:
    assert worth_text(Verdict(137, 138)) == "1 short"
    assert worth_text(Verdict(138, 138)) == "exactly enough"
    assert worth_text(Verdict(139, 138)) == "majority by 1"
    assert region_text(Verdict(0, 138)) == "0 seats: 138 short"


def test_two_equal_leaders_are_both_named_as_leading(window: MainWindow) -> None:
    scenario: Scenario = window.document.scenario
    # 89 + 2 of the two small lists equals Iraqiya's 91.
    even = scenario.move(["ina10_sadr"], "ina").move(["csa10_all"], "sol")
    window.document.commit(even, "even")
    assert seats(window)["sol"] == seats(window)["iraqiya"] == 91
    leaders = window.document.shown.leaders(window.document.chamber)
    assert {c.id for c in leaders} == {"sol", "iraqiya"}
    assert not window.grab().isNull()


def test_typing_a_quota_and_ctrl_z_gives_the_rule_back(window: MainWindow, hands: Hands) -> None:
    window.document.commit(window.document.scenario.with_quota(100), "Quota 100")
    window.network.setFocus()
    hands.key("z", CTRL)
    assert window.document.scenario.custom_quota is None
    assert not named(window, QSpinBox, "Own quota").isVisible()
