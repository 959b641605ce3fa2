"""Tooltips, and boxes of messages, that show a text as it stands."""

from html import escape

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """A text for such a place: where Qt would take HTML in it for its own, that is escaped."""
    if not Qt.mightBeRichText(text):
        return text
    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>"
