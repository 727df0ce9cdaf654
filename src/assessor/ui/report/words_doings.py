"""What a person writes on the page of words, put into the record."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from assessor.operations import plans
from assessor.ui.report.words_page import WordsPage

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

Attempt = Callable[..., Any]
"""`attempt` of the screen: does something, and says why it cannot be done or what was done."""


class WordsDoings(QObject):
    """Fills the page from the record, and the record from the page."""

    def __init__(self, engagement: "Engagement", page: WordsPage, attempt: Attempt) -> None:
        super().__init__(page)
        self._engagement, self._page, self._attempt = engagement, page, attempt
        page.plan_edited.connect(self._edit_plan)
        page.chapter_edited.connect(self._write_chapter)
        page.figures.added.connect(self._add_figure)
        page.figures.edited.connect(self._edit_figure)
        page.figures.moved.connect(self._move_figure)
        page.figures.removed.connect(self._remove_figure)

    def show_words(self) -> None:
        """Show what is written now."""
        self._page.show_words(
            plans.get_plan(self._engagement),
            plans.list_chapter_texts(self._engagement),
            plans.list_key_figures(self._engagement),
            is_read_only=bool(self._engagement.read_only),
        )

    def _edit_plan(self, name: str, value: object) -> None:
        self._attempt(lambda: plans.edit_plan(self._engagement, **{name: value}))

    def _write_chapter(self, chapter: str, column: str, value: object) -> None:
        self._attempt(lambda: plans.write_chapter_text(self._engagement, chapter, **{column: value}))

    def _add_figure(self) -> None:
        self._attempt(
            lambda: plans.add_key_figure(self._engagement, "", ""), done=self.tr("Key figure added")
        )

    def _edit_figure(self, figure_id: str, column: str, value: object) -> None:
        self._attempt(lambda: plans.edit_key_figure(self._engagement, figure_id, **{column: value}))

    def _move_figure(self, figure_id: str, steps: int) -> None:
        self._attempt(lambda: plans.move_key_figure(self._engagement, figure_id, steps))

    def _remove_figure(self, figure_id: str) -> None:
        self._attempt(
            lambda: plans.remove_key_figure(self._engagement, figure_id), done=self.tr("Key figure removed")
        )
