"""Every visible string can be translated, and a translation reaches the window."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from iraq_explorer.core import alt_text, tally
from iraq_explorer.core.evidence import Certainty
from iraq_explorer.core.network import ActorKind, TieKind
from iraq_explorer.core.restricted_power import DEFINITION
from iraq_explorer.core.verdict import TEMPLATES, Verdict
from iraq_explorer.ui.words import _AS_SAID, core, region_text, tr

ROOT = Path(__file__).parent.parent
TEMPLATE = ROOT / "resources" / "translations" / "iraq_explorer.ts"
TOOLS = Path(sys.executable).parent


def messages(file: Path) -> set[tuple[str, str]]:
    return {
        (context.findtext("name") or "", message.findtext("source") or "")
        for context in ET.parse(file).getroot().iter("context")
        for message in context.iter("message")
    }


def test_the_template_of_translations_knows_every_string(tmp_path: Path) -> None:
    made = tmp_path / "made.ts"
    command = [TOOLS / "pyside6-lupdate", *sorted((ROOT / "iraq_explorer").rglob("*.py"))]
    subprocess.run([*command, "-silent", "-ts", made], check=True, capture_output=True)
    assert messages(made) == messages(TEMPLATE), "run `make translations`"


def test_every_template_of_the_core_is_marked_for_translation() -> None:
    known = {source for context, source in messages(TEMPLATE) if context == "core"}
    handed_over = {
        *TEMPLATES,
        *alt_text.TEMPLATES,
        *tally.TEMPLATES,
        DEFINITION,
        *(_AS_SAID.get(kind, kind) for kind in (*Certainty, *TieKind, *ActorKind)),
    }
    assert handed_over <= known


def test_a_translation_reaches_words_and_templates(tmp_path: Path, qapp: QApplication) -> None:
    text = TEMPLATE.read_text(encoding="utf-8")
    for english, other in (
        ("{short} short", "es fehlen {short}"),
        ("{seats} seats: {worth}", "{seats} Sitze: {worth}"),
        ("{short} short of {quota}", "{short} unter {quota}"),
    ):
        pattern = rf"(<source>{re.escape(english)}</source>\s*)<translation[^>]*></translation>"
        text, changed = re.subn(pattern, rf"\1<translation>{other}</translation>", text)
        assert changed == 1
    source, compiled = tmp_path / "de.ts", tmp_path / "de.qm"
    source.write_text(text, encoding="utf-8")
    command = [TOOLS / "pyside6-lrelease", "-silent", source, "-qm", compiled]
    subprocess.run(command, check=True, capture_output=True)
    translator = QTranslator()
    assert translator.load(str(compiled))
    QCoreApplication.installTranslator(translator)
    try:
        assert region_text(Verdict(129, 163)) == "129 Sitze: es fehlen 34"
        assert core("{short} short of {quota}") == "{short} unter {quota}"
    finally:
        QCoreApplication.removeTranslator(translator)
    assert tr("{short} short", short=34) == "34 short"
