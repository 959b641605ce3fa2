"""The timeline along the bottom: play, what changed in one sentence, and the axis."""

from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QActionGroup,
    QIcon,
    QKeyEvent,
    QPainter,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from iraq_explorer.core.timeline import scenario_at
from iraq_explorer.ui.arrangement import Arrangement
from iraq_explorer.ui.document import Document
from iraq_explorer.ui.palette import LIGHT, Theme
from iraq_explorer.ui.telling_events import News, event_html
from iraq_explorer.ui.time_travel import Pace, Stride, TimeTravel
from iraq_explorer.ui.timeline_axis import Mark
from iraq_explorer.ui.timeline_popup import TimelinePopup
from iraq_explorer.ui.timeline_view import TimelineView
from iraq_explorer.ui.words import day_text, headline_of, tr

_LOW_WINDOW = 860
_AXIS, _AXIS_SLIM = 54, 44


class Timeline(QWidget):
    """Shows when the scenario is, and goes elsewhere in time."""

    scenario_requested = Signal(str)
    """A built-in scenario is to be opened, by its id."""
    entry_requested = Signal(str)
    """The entry of a source is to be opened, by its address."""
    follow_changed = Signal(bool)
    """Whether lists follow the date was changed by hand."""

    def __init__(
        self, document: Document, arrangement: Arrangement, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self._document = document
        self._theme = LIGHT
        self._popup: TimelinePopup | None = None
        self._told: News | None = None
        self._watched: QWidget | None = None
        self.travel = TimeTravel(document, arrangement, self)
        self.view = TimelineView(document, self.travel)
        self.view.setAccessibleDescription(
            tr(
                "Left and right go from event to event, with Shift by a day, with Ctrl by a month; "
                "Home and End to the first and last; Enter tells of the event; Space plays."
            )
        )
        self.play = QToolButton()
        self.play.setObjectName("timelinePlay")
        self.play.setAutoRaise(True)
        self.play.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.play.setMenu(self._play_menu())
        self.play.setIconSize(QSize(14, 14))
        self.play.clicked.connect(self.travel.toggle)
        self.sentence = QLabel()
        self.sentence.setObjectName("timelineSentence")
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setMinimumWidth(60)
        self.more = QPushButton(tr("All changes"))
        self.more.setProperty("link", True)
        self.more.clicked.connect(self._tell_all)
        self.follow = QCheckBox(tr("Lists follow the date"))
        self.follow.setToolTip(
            tr("Blocs that leave or join a list by then leave or join its coalition")
        )
        self.follow.setChecked(True)
        self.follow.toggled.connect(self._on_follow)
        row = QHBoxLayout()
        row.setContentsMargins(10, 1, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.play)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.more)
        row.addWidget(self.follow)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 2, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(row)
        rows.addWidget(self.view)
        self.travel.told.connect(self._show_news)
        self.travel.playing_changed.connect(self._on_playing)
        self.view.chosen.connect(self._tell_mark)
        self.view.asked.connect(self._on_asked)
        self._fit()
        self._on_playing(False)
        self._show_news()

    @property
    def popup(self) -> TimelinePopup:
        """The card that tells of an event; made when it is first needed."""
        if self._popup is None:
            self._popup = TimelinePopup(self.window())
            self._popup.scenario_requested.connect(self.scenario_requested)
            self._popup.entry_requested.connect(self.entry_requested)
        return self._popup

    def set_theme(self, theme: Theme) -> None:
        """Draw in another appearance."""
        self._theme = theme
        self.view.set_theme(theme)
        self.play.setStyleSheet(
            "QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 2px;"
            " padding-right: 13px; background: transparent; }"
            f"QToolButton:hover {{ background: {theme.field.name()}; }}"
            f"QToolButton:focus {{ border-color: {theme.accent.name()}; }}"
            "QToolButton::menu-button { border: none; width: 13px; }"
        )
        self._show_icon()

    def set_lists_follow(self, on: bool) -> None:
        """Whether blocs go with their list when the date changes."""
        self.follow.setChecked(on)

    def finish(self) -> None:
        """Keep the date that a drag or the playing has reached."""
        self.travel.keep()

    def setFocus(self, *_: object) -> None:
        self.view.setFocus()

    # -- playing ---------------------------------------------------------------------------

    def _play_menu(self) -> QMenu:
        menu = QMenu(self)
        strides = (
            (Stride.EVENTS, tr("From event to event")),
            (Stride.DAYS, tr("Day by day")),
        )
        paces = ((Pace.SLOW, tr("Slow")), (Pace.NORMAL, tr("Normal")), (Pace.FAST, tr("Fast")))
        for choices, chosen in (
            (strides, self.travel.stride),
            (paces, self.travel.pace),
        ):
            group = QActionGroup(menu)
            for value, text in choices:
                action = menu.addAction(text)
                action.setCheckable(True)
                action.setChecked(value is chosen)
                action.setData(value)
                group.addAction(action)
            group.triggered.connect(lambda action: self._set(action.data()))
            menu.addSeparator()
        return menu

    def _set(self, value: Pace | Stride) -> None:
        if isinstance(value, Pace):
            self.travel.set_pace(value)
        else:
            self.travel.set_stride(value)

    def _on_playing(self, playing: bool) -> None:
        text = tr("Pause") if playing else tr("Play time")
        self.play.setAccessibleName(text)
        self.play.setToolTip(tr("Pause (Space)") if playing else tr("Play time (Space)"))
        self._show_icon()
        app = QApplication.instance()
        assert app is not None
        if playing:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._watched and event.type() == QEvent.Type.Resize:
            self._fit()
        # Whatever else is done while time plays is done as of the day that was reached.
        if not self.travel.playing:
            return False
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            if not self._is_mine(watched):
                self.travel.pause()
        elif (
            # At the widget that has the keyboard: from there keys go on to those around it.
            watched is QApplication.focusWidget()
            and isinstance(event, QKeyEvent)
            and kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
            and event.key() not in _MODIFIERS
            and (event.modifiers() & _COMMAND or not self._is_mine(watched))
        ):
            self.travel.pause()
        return False

    def _is_mine(self, widget: QObject) -> bool:
        return isinstance(widget, QMenu) or (
            isinstance(widget, QWidget) and (widget is self or self.isAncestorOf(widget))
        )

    def _show_icon(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.play.setIcon(
            _icon(self._theme, self.travel.playing, mirrored, self.devicePixelRatioF())
        )

    # -- what changed ----------------------------------------------------------------------

    def _show_news(self) -> None:
        news = self.travel.news
        if news is self._told:
            return
        self._told = news
        self._elide()
        self.sentence.setAccessibleName(news.text)
        details = "".join(f"<div>{escape(line)}</div>" for line in news.details[:14])
        self.sentence.setToolTip(f"<div><b>{escape(news.text)}</b></div>{details}")
        # Space is kept for it, so that the sentence does not jump.
        self.more.setEnabled(len(news.details) > 1)
        if not self.view.dragging and not self._by_days():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.sentence, news.text))

    def _by_days(self) -> bool:
        return self.travel.playing and self.travel.stride is Stride.DAYS

    def _elide(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        metrics = self.sentence.fontMetrics()
        text = metrics.elidedText(self.travel.news.text, mode, max(60, self.sentence.width() - 2))
        self.sentence.setText(text)

    def _tell_all(self) -> None:
        news = self.travel.news
        lines = "".join(f"<div>{escape(line)}</div>" for line in news.details)
        place = self.mapToGlobal(QPoint(self.more.geometry().center().x(), 0))
        self.popup.show_at(place, f"<p><b>{escape(news.text)}</b></p>{lines}", self._theme)

    def _on_asked(self, mark: Mark) -> None:
        self._tell_mark(mark)
        self.popup.take_keys(self.view)

    def _tell_mark(self, mark: Mark) -> None:
        dataset = self._document.dataset
        scenario = mark.scenario
        if mark.event is not None:
            html = event_html(mark.event, dataset, self._theme)
            scenario = scenario_at(dataset, mark.event)
        else:
            assert scenario is not None
            html = (
                f"<h3 style='margin-bottom:0'>{escape(scenario.name)}</h3>"
                f'<div style="color:{self._theme.muted.name()}">'
                f"{escape(day_text(scenario.date))}</div>"
                f"<p>{escape(headline_of(scenario, dataset))}</p>"
            )
        offered = None
        if scenario is not None and scenario.origin != self._document.scenario.origin:
            offered = (scenario.origin, scenario.name)
        place = self.mapToGlobal(QPoint(round(mark.place.x()), 0))
        self.popup.show_at(place, html, self._theme, offered)

    def _on_follow(self, on: bool) -> None:
        self.travel.lists_follow = on
        self.follow_changed.emit(on)

    # -- size ------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A narrow strip is for the sentence: its tooltip and the fold-out keep their words.
        self.follow.setText(
            tr("Lists follow the date") if self.width() > 640 else tr("Lists follow")
        )
        self._elide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        if self._watched is not self.window():
            self._watched = self.window()
            self._watched.installEventFilter(self)

    def _fit(self) -> None:
        low = self.window().height() < _LOW_WINDOW and self.window() is not self
        self.view.setFixedHeight(_AXIS_SLIM if low else _AXIS)
        self.setFixedHeight(self.view.height() + (25 if low else 28))


_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


def _icon(theme: Theme, playing: bool, mirrored: bool, ratio: float) -> QIcon:
    """A triangle that points where time goes, or two bars."""
    pixmap = QPixmap(QSize(14, 14) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        if playing:
            painter.drawRect(QRectF(2, 1, 3.5, 12))
            painter.drawRect(QRectF(8.5, 1, 3.5, 12))
        else:
            base, tip = (12, 1) if mirrored else (2, 13)
            painter.drawPolygon(QPolygonF([QPointF(base, 1), QPointF(tip, 7), QPointF(base, 13)]))
    return QIcon(pixmap)
