"""A picture on paper, through the system's own dialog."""

from PySide6.QtCore import QFileInfo, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from iraq_explorer.storage.picture_file import Look, file_name
from iraq_explorer.ui.page import Style, draw_page
from iraq_explorer.ui.snapshot import Request
from iraq_explorer.ui.words import tr


def print_with_dialog(asked: Request, parent: QWidget) -> str | None:
    """Let the user choose printer and paper, and print.

    Returns:
        The file that it was printed into, empty where that was a printer; ``None`` where the user
        thought better of it.

    Raises:
        OSError: the printer does not take it.

    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    landscape = asked.size[0] >= asked.size[1]
    orientation = QPageLayout.Orientation
    printer.setPageOrientation(orientation.Landscape if landscape else orientation.Portrait)
    # Printed to a file, this is the name that is proposed for it.
    printer.setDocName(file_name(asked.scenario.name))
    printer.setCreator("Iraq Explorer")
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(tr("Print picture"))
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        print_page(printer, asked)
    finally:
        QGuiApplication.restoreOverrideCursor()
    return printer.outputFileName()


def print_page(printer: QPrinter, asked: Request) -> None:
    """Print a picture over the page that the printer is set to.

    The paper is its ground. In grey it is printed as made for that, and never light on dark.

    Raises:
        OSError: the printer does not take it.

    """
    look = asked.style.look
    if printer.colorMode() == QPrinter.ColorMode.GrayScale:
        look = Look.PRINT
    elif look is Look.DARK:
        look = Look.LIGHT
    style = Style(asked.style.parts, look, transparent=True)
    room = printer.pageRect(QPrinter.Unit.DevicePixel)
    painter = QPainter()
    file = printer.outputFileName()
    if file and not QFileInfo(QFileInfo(file).absolutePath()).isWritable():
        raise OSError(tr("{file}: cannot be written.", file=file))
    if not painter.begin(printer):
        raise OSError(tr("The printer does not take the picture."))
    with painter:
        size = QSize(round(room.width()), round(room.height()))
        draw_page(painter, size, asked.scenario, asked.dataset, asked.view, style)
