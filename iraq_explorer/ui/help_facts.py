"""What the pages of help say from the program itself: rules, keys and indices, as Markdown."""

import re
from collections.abc import Iterator

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from iraq_explorer.core.chamber import Basis, Rule
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.index_help import index_help
from iraq_explorer.ui.words import source_text, tr

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")


def plain(text: str) -> str:
    """A text of the data as Markdown that shows it as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def rules_markdown(document: Document) -> str:
    """Every rule of the chamber at hand: quota, article, what is known of it, and sources."""
    chamber = document.chamber
    told = tr("{name}, {seats} seats.", name=chamber.name.en, seats=chamber.seats)
    return "\n\n".join([plain(told), *(_rule(rule, document) for rule in chamber.rules)])


def _rule(rule: Rule, document: Document) -> str:
    chamber, shown = document.chamber, document.shown
    share = f"{rule.share.numerator}/{rule.share.denominator}"
    whom = tr("members present") if rule.basis is Basis.PRESENT else tr("all members")
    kind = tr("more than {share} of {whom}") if rule.strict else tr("at least {share} of {whom}")
    told = [
        tr(
            "{quota} of {all}: {kind}.",
            quota=rule.quota(chamber.seats),
            all=chamber.seats,
            kind=kind.format(share=share, whom=whom),
        )
    ]
    if rule.basis is Basis.PRESENT and shown.present is not None:
        here = rule.quota(chamber.seats, shown.present)
        told.append(tr("With {present} present: {quota}.", present=shown.present, quota=here))
    lines = [f"## {plain(rule.name)}", f"**{plain(' '.join(told))}** {plain(rule.article)}"]
    if rule.note:
        lines.append(plain(rule.note))
    named = [document.dataset.sources[source] for source in rule.sources]
    if named:
        sources = "; ".join(source_text(source) for source in named)
        lines.append(f"*{plain(tr('Sources: {sources}', sources=sources))}*")
    return "\n\n".join(lines)


def indices_markdown() -> str:
    """Every index of power: what it asks, who proposed it, and when it misleads."""
    return "\n\n".join(
        "\n\n".join(
            (
                f"## {plain(entry.name)}",
                plain(entry.asks),
                f"**{tr('Proposed by')}** {plain(entry.source)}",
                f"**{tr('It misleads')}** {plain(entry.misleads)}",
            )
        )
        for entry in index_help().values()
    )


# -- keys ------------------------------------------------------------------------------------------


def shortcuts_markdown(window: QMainWindow) -> str:
    """Every action of a window that has keys, as a table for each menu."""
    told: set[QAction] = set()
    parts = []
    for entry in window.menuBar().actions():
        menu = _menu_of(entry)
        if menu is None:
            continue
        rows = [a for a in _inside(menu) if _keys(a) and a.text() and a not in told]
        told.update(rows)
        if rows:
            parts.append(_table(_words(entry), rows))
    rest = [a for a in window.findChildren(QAction) if _keys(a) and a.text() and a not in told]
    if rest:
        parts.append(_table(tr("Elsewhere"), rest))
    return "\n\n".join(parts)


def _inside(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        below = _menu_of(action)
        if below is not None:
            yield from _inside(below)
        else:
            yield action


def _menu_of(action: QAction) -> QMenu | None:
    menu = action.menu()
    return menu if isinstance(menu, QMenu) else None


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    held = dict.fromkeys(key.toString(native) for key in action.shortcuts())
    return tr(" or ").join(key for key in held if key)


def _words(action: QAction) -> str:
    return action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")


def _table(title: str, actions: list[QAction]) -> str:
    rows = (f"| {plain(_words(action))} | **{plain(_keys(action))}** |" for action in actions)
    head = f"| {tr('What')} | {tr('Keys')} |\n| --- | --- |"
    return "\n".join((f"## {plain(title)}", "", head, *rows))
