"""How the paragraphs of a document are set: serif 15/24 on a sheet, numbers hung, headings in bold."""

from collections.abc import Iterator

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextOption,
)

from assessor.exchange.document_paragraphs import Paragraph, ParagraphKind, PieceStyle
from assessor.palette import TEXT_TITLE
from assessor.ui.assess.documents.reading_text import ReadingText
from assessor.ui.theme import look
from assessor.ui.typeface import Role

PAGE_GAP = 48
LEFT, RIGHT = 40, 12
_TOP, _BOTTOM = 24, 48
_HANG, _WIDE_HANG = 32, 64
_DEEPEST = 4
_AFTER = 8


def set_document(reading: ReadingText) -> QTextDocument:
    """A document with a block for every paragraph, in the look worn."""
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(look().font(Role.PASSAGE))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    setting = _Setting()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    page = 1
    for place, paragraph in enumerate(reading.paragraphs):
        setting.insert(cursor, paragraph, is_first=not place, begins_page=paragraph.page != page)
        page = paragraph.page
    cursor.endEditBlock()
    frame = QTextFrameFormat()
    frame.setLeftMargin(LEFT)
    frame.setTopMargin(_TOP)
    frame.setRightMargin(RIGHT)
    frame.setBottomMargin(_BOTTOM)
    document.rootFrame().setFrameFormat(frame)
    return document


class _Setting:
    """The formats of one look, made once and used for every paragraph."""

    def __init__(self) -> None:
        heading = QFont(look().font(Role.PASSAGE_BOLD))
        heading.setPixelSize(TEXT_TITLE.size)
        self._plain = _format(look().font(Role.PASSAGE), "ink")
        self._bold = _format(look().font(Role.PASSAGE_BOLD), "ink")
        self._heading = _format(heading, "ink")
        self._small = _format(look().font(Role.SMALL), "ink3")

    def insert(self, cursor: QTextCursor, paragraph: Paragraph, *, is_first: bool, begins_page: bool) -> None:
        """Insert one paragraph at the end."""
        block = _block_format(paragraph, begins_page)
        if is_first:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block, self._plain)
        for text, form in self._runs(paragraph):
            cursor.insertText(text, form)

    def _runs(self, paragraph: Paragraph) -> Iterator[tuple[str, QTextCharFormat]]:
        for piece in paragraph.pieces:
            if paragraph.kind is ParagraphKind.QUIET:
                yield piece.text, self._small
            elif paragraph.kind is ParagraphKind.HEADING:
                yield piece.text, self._heading if paragraph.level < 3 else self._bold
            elif piece.style is PieceStyle.NUMBER:
                yield piece.text, self._small
            else:
                yield piece.text, self._bold if piece.style is PieceStyle.BOLD else self._plain


def _format(font: QFont, tone: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(font)
    form.setForeground(look().color(tone))
    return form


def _block_format(paragraph: Paragraph, begins_page: bool) -> QTextBlockFormat:
    form = QTextBlockFormat()
    quiet = paragraph.kind is ParagraphKind.QUIET
    line = Role.SMALL.line if quiet else Role.PASSAGE.line
    form.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    form.setBottomMargin(0 if quiet else _AFTER)
    above = _AFTER if paragraph.kind is ParagraphKind.HEADING else 0
    form.setTopMargin(PAGE_GAP if begins_page else above)
    indent = min(paragraph.level, _DEEPEST) * _HANG if paragraph.kind is not ParagraphKind.HEADING else 0
    if paragraph.kind is ParagraphKind.NUMBERED:
        form.setLeftMargin(indent + _HANG)
        form.setTextIndent(-_HANG)
        form.setTabPositions([QTextOption.Tab(stop, QTextOption.TabType.LeftTab) for stop in _stops()])
    else:
        form.setLeftMargin(indent)
    return form


def _stops() -> tuple[int, int]:
    """Counted from where the hung number begins; a wide number goes to the second."""
    return 0, _HANG
