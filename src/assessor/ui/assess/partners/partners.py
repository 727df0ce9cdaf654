"""Partners: the organizations that help, how people are referred to them, and what is agreed until when."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from assessor.instruments.partners import PartnerType
from assessor.operations import partners
from assessor.operations.partners import AgreementState, PartnerRow
from assessor.ui.assess.partners.partner_words import agreement_meaning, agreement_words
from assessor.ui.assess.partners.partners_layout import PartnersLayout
from assessor.ui.screens import Screen
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.segments import Segment
from assessor.ui.widgets.tags import Meaning

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_ENDING = frozenset({AgreementState.ENDS_SOON, AgreementState.ENDED})
_GAPS = "gaps"


class PartnersScreen(Screen):
    """The directory of partner organizations, and the kinds nobody covers."""

    key, title = "partners", "Partners"
    tables = frozenset({"partner"})

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.today: date = datetime.now().astimezone().date()
        self.view = PartnersLayout(partners.list_partner_kinds(), partners.list_contributions())
        self._rows: dict[str, PartnerRow] = {}
        self._gaps: dict[str, PartnerType] = {}
        self._shown = ""
        self.head.add_beside(self.view.segments)
        self.head.add_action(self.view.add)
        self.set_content(self.view)
        self._wire()

    def refresh(self) -> None:
        """Show the directory as it is now."""
        self._rows = {row.id: row for row in partners.list_partners(self.engagement)}
        self._gaps = {kind.code: kind for kind in partners.list_uncovered_kinds(self.engagement)}
        self._show_filters()
        self._show_list()

    def show_element(self, element_id: str) -> None:
        """Choose a partner, whatever is left out now."""
        if not self.view.list.choose(element_id) and element_id in self._rows:
            self.view.segments.choose("all")
            self.view.kinds.setCurrentIndex(0)
            self._show_list()
            self.view.list.choose(element_id)

    def _wire(self) -> None:
        view = self.view
        view.segments.chosen.connect(lambda _: self._show_list())
        view.kinds.activated.connect(lambda _: self._show_list())
        view.list.chosen.connect(self._show)
        view.list.opened.connect(lambda _: view.detail.name.setFocus())
        view.add.clicked.connect(lambda: self._add(""))
        view.empty.asked.connect(lambda: self._add(""))
        view.gap.add.clicked.connect(lambda: self._add(self._gaps[view.list.chosen_id].label))
        view.detail.edited.connect(self._edit)
        view.detail.removed.connect(self._remove)

    # What is shown

    @property
    def _is_on_gaps(self) -> bool:
        return self.view.segments.key == _GAPS

    def _show_filters(self) -> None:
        counts = {key: len(self._fitting(key, "")) for key in ("all", "active", "dormant", "ending")}
        words = {
            "all": self.tr("All"),
            "active": self.tr("Active"),
            "dormant": self.tr("Dormant"),
            "ending": self.tr("Ending"),
        }
        segments = [Segment(key, label, str(counts[key])) for key, label in words.items()]
        self.view.segments.show_segments([*segments, Segment(_GAPS, self.tr("Gaps"), str(len(self._gaps)))])
        kinds = sorted({row.kind for row in self._rows.values() if row.kind})
        chosen = self.view.kinds.currentText()
        self.view.kinds.clear()
        self.view.kinds.addItems([self.tr("All kinds"), *kinds])
        self.view.kinds.setCurrentIndex(max(self.view.kinds.findText(chosen), 0))

    def _show_list(self) -> None:
        view, may_change = self.view, not self.engagement.read_only
        if self._is_on_gaps:
            view.list.show_rows([ListRow(kind.code, kind.label, kind.offers) for kind in self._gaps.values()])
        else:
            kind = view.kinds.currentText() if view.kinds.currentIndex() > 0 else ""
            rows = self._fitting(view.segments.key, kind)
            view.list.show_rows([self._list_row(row) for row in rows])
        has_any = bool(self._rows) or self._is_on_gaps
        view.pages.setCurrentIndex(1 if has_any else 0)
        view.segments.setVisible(has_any)
        view.narrowing.setVisible(not self._is_on_gaps)
        view.add.setVisible(has_any and may_change)
        view.empty.button.setVisible(may_change)
        view.gap.add.setVisible(may_change)
        self._show(view.list.chosen_id)

    def _fitting(self, state: str, kind: str) -> list[PartnerRow]:
        return [row for row in self._rows.values() if self._fits(row, state) and kind in ("", row.kind)]

    def _fits(self, row: PartnerRow, state: str) -> bool:
        if state == "dormant":
            return not row.is_active
        is_ending = row.agreement_state(self.today) in _ENDING
        return state == "all" or (row.is_active and (state == "active" or is_ending))

    def _list_row(self, row: PartnerRow) -> ListRow:
        if not row.is_active:
            return ListRow(row.id, row.name, row.kind, trailing=self.tr("Dormant"))
        words, meaning = agreement_words(row, self.today), agreement_meaning(row, self.today)
        if meaning is Meaning.NEUTRAL and row.referrals:
            words = (
                self.tr("1 referral")
                if row.referrals == 1
                else self.tr("{count} referrals").format(count=row.referrals)
            )
        return ListRow(row.id, row.name, row.kind, trailing=words, trailing_meaning=meaning)

    def _show(self, element_id: str) -> None:
        view = self.view
        if element_id != self._shown:
            self.finish_editing()
            self._shown = element_id
        if element_id in self._rows:
            view.detail.show_partner(self._rows[element_id], self.today)
            view.detail.set_read_only(bool(self.engagement.read_only))
            view.details.setCurrentWidget(view.detail)
        elif element_id in self._gaps:
            view.gap.kind.setText(self._gaps[element_id].label)
            view.gap.offers.setText(self._gaps[element_id].offers)
            view.details.setCurrentWidget(view.gap)
        else:
            view.details.setCurrentWidget(view.none)

    # What is done

    def _add(self, kind: str) -> None:
        new = self.attempt(
            lambda: partners.add_partner(self.engagement, self.tr("New partner"), kind=kind),
            done=self.tr("Partner added"),
        )
        if new is not None:
            self.refresh_if_stale()
            self.show_element(new)
            self.view.detail.name.setFocus()
            self.view.detail.name.box.selectAll()

    def _edit(self, name: str, value: object) -> None:
        whole = int(value) if isinstance(value, Decimal) else value
        partner_id = self._shown
        self.attempt(lambda: partners.edit_partner(self.engagement, partner_id, **{name: whole}))

    def _remove(self) -> None:
        partner_id = self._shown
        self.attempt(
            lambda: partners.remove_partner(self.engagement, partner_id), done=self.tr("Partner removed")
        )
