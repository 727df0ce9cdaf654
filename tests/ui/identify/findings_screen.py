"""The findings screen in its window, and what it lists, shows and says."""

from assessor.operations import findings
from assessor.ui.identify.findings import FindingsScreen
from assessor.ui.widgets.row_models import ROW_ROLE


def open_screen(qtbot, engagement, width=1192):
    screen = FindingsScreen(engagement)
    qtbot.addWidget(screen)
    screen.resize(width, 640)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    return screen


def details(screen):
    return findings.get_finding(screen.engagement, screen.detail.finding_id)


def listed(screen):
    model = screen.view.list.rows
    return [model.index(place).data(ROW_ROLE) for place in range(model.rowCount())]


def said_by(screen):
    sentences = []
    screen.said.connect(lambda sentence, undoable: sentences.append((sentence, undoable)))
    return sentences
