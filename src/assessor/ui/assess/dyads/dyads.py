"""Pairs: an SRO and an administrator who answered about each other, side by side once both agreed."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from assessor.analysis.rounding import shown
from assessor.operations.clients import list_sites
from assessor.operations.surveys import dyad_views, dyads
from assessor.operations.surveys.dyad_views import DyadDetails, PairedQuestion
from assessor.operations.surveys.dyads import DyadRow
from assessor.operations.surveys.survey_waves import WaveRow, list_waves
from assessor.terms import Group
from assessor.ui.assess.dyads.dyads_layout import DyadsLayout
from assessor.ui.assess.dyads.paired_list import paired_rows
from assessor.ui.screens import Screen
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.tags import Meaning

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement


class DyadsScreen(Screen):
    """The pairs, what each of the two agreed to, and what may be shown."""

    key, title = "dyads", "Pairs"
    tables = frozenset(
        {"dyad", "dyad_party", "survey_wave", "survey_import", "response_set", "site", "client"}
    )

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.view = DyadsLayout()
        self._details: DyadDetails | None = None
        self.head.add_before(self.view.back)
        self.head.add_action(self.view.add)
        self.set_content(self.view)
        self._wire()

    def refresh(self) -> None:
        """Show the pairs, and the chosen one as it is now."""
        rows = dyads.list_dyads(self.engagement)
        self.view.stack.setCurrentIndex(1 if rows else 0)
        self.view.list.show_rows([self._list_row(row) for row in rows])
        shared = sum(row.is_shared for row in rows)
        words = self.tr("{shared} of {all} shared").format(shared=shared, all=len(rows))
        self.head.set_line(words if rows else "")
        may_add = not self.engagement.read_only
        self.view.add.setVisible(bool(rows) and may_add)
        self.view.empty.button.setVisible(may_add)
        self._show(self.view.list.chosen_id)

    def show_element(self, element_id: str) -> None:
        """Choose a pair."""
        self.view.list.choose(element_id)

    def _wire(self) -> None:
        view, paired = self.view, self.view.paired
        view.back.clicked.connect(lambda: self.asked_to_go.emit("surveys", ""))
        view.list.chosen.connect(self._show)
        view.add.clicked.connect(lambda: self._offer(view.add))
        view.empty.asked.connect(lambda: self._offer(view.empty.button))
        view.facts.remove.clicked.connect(self._remove)
        for group, fields in view.facts.parties.items():
            fields.chose.connect(partial(self._choose, group))
            fields.agreed.connect(partial(self._agree, group))
        paired.list.chosen.connect(lambda _: self._show_question())
        paired.hold_sro.clicked.connect(lambda held: self._hold(Group.SRO, held))
        paired.hold_administrator.clicked.connect(lambda held: self._hold(Group.ADM, held))

    # What is shown

    def _list_row(self, row: DyadRow) -> ListRow:
        return ListRow(
            row.id,
            row.site or self.tr("No site"),
            row.wave,
            tag=self.tr("Shared") if row.is_shared else "",
            tag_meaning=Meaning.GOOD,
        )

    def _show(self, dyad_id: str) -> None:
        self.finish_editing()
        self._details = dyad_views.get_dyad(self.engagement, dyad_id) if dyad_id else None
        details = self._details
        if details is None:
            return
        is_locked = bool(self.engagement.read_only)
        found = {
            party.group: dyads.list_candidates(self.engagement, dyad_id, party.group)
            for party in details.parties
        }
        self.view.facts.show_pair(details, found, is_locked=is_locked)
        paired = self.view.paired
        paired.waits.setVisible(bool(details.waits_for))
        paired.waits.show_note(self.tr("Not shared"), details.waits_for)
        self._show_talk(details)
        paired.list.show_questions(paired_rows(details))
        self._show_question()

    def _show_talk(self, details: DyadDetails) -> None:
        """Say how far the two are apart, and whether the stages they see ask for a talk."""
        paired = self.view.paired
        paired.discuss.setVisible(details.to_discuss)
        stages = self.tr(
            "The two see their collaboration two stages apart or more. Ask what each of them sees."
        )
        paired.discuss.show_note(self.tr("To talk about"), stages)
        paired.apart.setVisible(details.mean_gap is not None)
        if details.mean_gap is not None:
            words = self.tr("{gap} points on average, whichever way, over the questions shown.")
            gap = str(shown(details.mean_gap, 2))
            paired.apart.show_note(self.tr("How far apart"), words.format(gap=gap))

    def _show_question(self) -> None:
        question, paired = self._question(), self.view.paired
        is_locked = bool(self.engagement.read_only)
        for switch in (paired.hold_sro, paired.hold_administrator):
            switch.setEnabled(question is not None and not is_locked)
        if question is None:
            paired.chosen.setText("")
            return
        paired.chosen.setText(self.tr("The administrator read: {text}").format(text=question.texts[1]))
        paired.hold_sro.setChecked(question.held_back[0])
        paired.hold_administrator.setChecked(question.held_back[1])

    def _question(self) -> PairedQuestion | None:
        if self._details is None:
            return None
        code, stage = self.view.paired.list.chosen_id, self._details.stage
        every = (*self._details.questions, *([stage] if stage else []))
        return next((each for each in every if each.code == code), None)

    # What is done

    def _offer(self, beneath: QWidget) -> None:
        """Offer the sites of the waves to make a pair of."""
        waves, menu = list_waves(self.engagement), QMenu(self)
        for wave in waves:
            self._offer_sites(menu if len(waves) == 1 else menu.addMenu(wave.title), wave)
        if not waves:
            menu.addAction(self.tr("Bring in a survey first")).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(beneath.mapToGlobal(beneath.rect().bottomLeft()))

    def _offer_sites(self, menu: QMenu, wave: WaveRow) -> None:
        for site in list_sites(self.engagement):
            menu.addAction(site.name).triggered.connect(partial(self.add_pair, wave.id, site.id))
        menu.addAction(self.tr("No site")).triggered.connect(partial(self.add_pair, wave.id, None))

    def add_pair(self, wave_id: str, site_id: str | None) -> None:
        """Add a pair and show it."""
        new = self.attempt(
            lambda: dyads.add_dyad(self.engagement, wave_id, site_id),
            done=self.tr("Pair added"),
            undoable=True,
        )
        if new:
            self.view.list.choose(new)

    def _remove(self) -> None:
        dyad_id = self.view.list.chosen_id
        self.attempt(
            lambda: dyads.remove_dyad(self.engagement, dyad_id), done=self.tr("Pair removed"), undoable=True
        )

    def _choose(self, group: Group, respondent: str) -> None:
        self.attempt(lambda: dyads.choose_answers(self.engagement, self._party(group), respondent))

    def _agree(self, group: Group, day: date | None) -> None:
        self.attempt(lambda: dyads.note_agreement(self.engagement, self._party(group), day))

    def _hold(self, group: Group, held: bool) -> None:
        code = self.view.paired.list.chosen_id
        self.attempt(lambda: dyads.hold_back(self.engagement, self._party(group), code, held=held))

    def _party(self, group: Group) -> str:
        parties = self._details.parties if self._details else ()
        return next((party.id for party in parties if party.group is group), "")
