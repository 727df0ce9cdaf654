"""What changed between two versions as a text to read: marks, places, words struck out and words put in."""

from collections.abc import Iterator

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from assessor.analysis.text_changes import ChangeKind, WordRun
from assessor.operations.document_versions import ChangedParagraph
from assessor.ui.theme import look
from assessor.ui.typeface import Role

MOST = 2_000
_LINE, _AFTER = 22, 4


class ChangesText:
    """A document of the paragraphs that changed; `places` tells each block's paragraph."""

    def __init__(self, paragraphs: tuple[ChangedParagraph, ...], words: dict[str, str]) -> None:
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDefaultFont(look().font(Role.QUOTE))
        self.document.setDocumentMargin(0)
        self.places: list[ChangedParagraph | None] = []
        self.starts: list[int] = []
        """Where each change begins."""
        self._words = words
        self._cursor = QTextCursor(self.document)
        self._cursor.beginEditBlock()
        for item in _grouped(paragraphs):
            if len(self.starts) == MOST:
                self._add_quiet(words["more"])
                break
            if isinstance(item, int):
                self._add_quiet(words["same" if item > 1 else "one"].format(count=item))
            else:
                self._add_change(item)
        self._cursor.endEditBlock()

    def _add_quiet(self, words: str) -> None:
        self._begin_block(None, top=8)
        self._cursor.insertText(words, _format(Role.SMALL, "ink3"))

    def _add_change(self, one: ChangedParagraph) -> None:
        self._begin_block(one, top=12)
        self.starts.append(self._cursor.position())
        tone = {ChangeKind.ADDED: "good", ChangeKind.REMOVED: "concern"}.get(one.kind, "info")
        self._cursor.insertText(self._words[one.kind.value], _format(Role.SMALL_BOLD, tone))
        self._cursor.insertText(f"   {self._place(one)}", _format(Role.SMALL, "ink3"))
        self._begin_block(one, top=0)
        for run in one.runs or (WordRun(one.kind, one.text),):
            self._cursor.insertText(run.text, _run_format(run.kind))

    def _place(self, one: ChangedParagraph) -> str:
        before, after = (self._words["page"].format(page=page) for page in (one.page_before, one.page_after))
        if one.page_after is None:
            return before
        if one.page_before is None or one.page_before == one.page_after:
            return after
        return f"{before} → {after}"

    def _begin_block(self, one: ChangedParagraph | None, *, top: int) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(top if self.places else 0)
        form.setBottomMargin(_AFTER)
        form.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if self.places:
            self._cursor.insertBlock(form)
        else:
            self._cursor.setBlockFormat(form)
        self.places.append(one)


def _grouped(paragraphs: tuple[ChangedParagraph, ...]) -> Iterator[ChangedParagraph | int]:
    """The changes in turn, and between them how many paragraphs are the same."""
    same = 0
    for one in paragraphs:
        if one.kind is ChangeKind.SAME:
            same += 1
            continue
        if same:
            yield same
        same = 0
        yield one
    if same:
        yield same


def _format(role: Role, tone: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(look().font(role))
    form.setForeground(look().color(tone))
    return form


def _run_format(kind: ChangeKind) -> QTextCharFormat:
    """Words put in are underlined on a soft ground, words taken out struck through: never color alone."""
    form = QTextCharFormat()
    font = QFont(look().font(Role.QUOTE))
    form.setForeground(look().color("ink"))
    if kind is ChangeKind.ADDED:
        font.setUnderline(True)
        form.setBackground(look().color("goodsoft"))
    elif kind is ChangeKind.REMOVED:
        font.setStrikeOut(True)
        form.setForeground(look().color("ink2"))
        form.setBackground(look().color("concernsoft"))
    form.setFont(font)
    return form
