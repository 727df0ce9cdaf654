"""How the pages of one screen do things: through the screen, which says what came of it."""

from collections.abc import Callable

from assessor.ui.errors import attempt
from assessor.ui.screens import Screen


class Edits:
    """Does something on behalf of a page."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def do(
        self,
        doing: Callable[[], object],
        done: str = "",
        *,
        tell: Callable[[str], object] | None = None,
        undoable: bool = True,
    ) -> object:
        """Do it and say `done` in the toast; what cannot be done is told in the field, or under the head."""
        if tell is None:
            return self._screen.attempt(doing, done=done, undoable=undoable)
        failed: list[str] = []
        result = attempt(doing, failed.append)
        if failed:
            tell(failed[0])
        elif done:
            self._screen.said.emit(done, undoable)
        return result
