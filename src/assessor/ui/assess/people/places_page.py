"""Sites, where officers work and people were heard, and the agencies that post the officers."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from assessor.operations import clients
from assessor.operations.clients import AgencyRow, SiteRow
from assessor.ui.assess.people.page_edits import Edits
from assessor.ui.assess.sittings.sheets import ListPages, Sheet
from assessor.ui.typeface import Role
from assessor.ui.widgets.buttons import IconButton, PrimaryButton
from assessor.ui.widgets.choice_fields import Choice, ChoiceField
from assessor.ui.widgets.fields import Field
from assessor.ui.widgets.notices import EmptyState
from assessor.ui.widgets.row_lists import RowList
from assessor.ui.widgets.row_models import ListRow
from assessor.ui.widgets.text_fields import NumberField, TextField

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_SITE, _AGENCY = "site", "agency"


class PlacesLayout(QWidget):
    """List left; a site or an agency right."""

    def __init__(self) -> None:
        super().__init__()
        self.add = PrimaryButton(self.tr("Add"), "plus")
        self.list = RowList(self.tr("Sites and agencies"))
        self.name = TextField(self.tr("Name"), role=Role.TITLE)
        self.remove = IconButton("trash-2", self.tr("Remove this"))
        self.level = ChoiceField(self.tr("Level"), self._levels())
        self.enrollment = NumberField(self.tr("Enrollment"), least=0, most=100_000)
        self.head_title = TextField(self.tr("Title of its head"), self.tr("Chief of Police"))
        self.employment = ChoiceField(self.tr("How its officers come to the schools"), self._employments())
        self.empty = EmptyState(
            "school",
            self.tr("No school and no agency yet"),
            self.tr("Name the schools this is about and the agency that posts the officers."),
            self.tr("Add a school"),
        )
        self._place()

    def _levels(self) -> list[Choice]:
        words = {
            "": self.tr("Not said"),
            "elementary": self.tr("Elementary school"),
            "middle": self.tr("Middle school"),
            "high": self.tr("High school"),
            "combined": self.tr("Several levels"),
            "other": self.tr("Other place"),
        }
        return [Choice(value, label) for value, label in words.items()]

    def _employments(self) -> list[Choice]:
        words = {
            "": self.tr("Not said"),
            "agency": self.tr("Employees of the agency"),
            "contract": self.tr("Under contract with the district"),
            "sheriff": self.tr("Sheriff’s deputies"),
            "school_police": self.tr("School police of the district"),
        }
        return [Choice(value, label) for value, label in words.items()]

    def _place(self) -> None:
        detail = Sheet()
        detail.put_head(self.name, self.remove)
        for field in (self.level, self.enrollment, self.head_title, self.employment):
            detail.column.addWidget(field)
        self.pages = ListPages("places", self.empty, self.list, detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pages)


class PlacesPage(PlacesLayout):
    """Shows and edits sites and agencies."""

    def __init__(self, engagement: "Engagement", edits: Edits) -> None:
        super().__init__()
        self._engagement, self._edits = engagement, edits
        self._sites: dict[str, SiteRow] = {}
        self._agencies: dict[str, AgencyRow] = {}
        self._shown = ""
        menu = QMenu(self.add)
        menu.addAction(self.tr("School or other site")).triggered.connect(lambda: self._add(_SITE))
        menu.addAction(self.tr("Law-enforcement agency")).triggered.connect(lambda: self._add(_AGENCY))
        self.add.setMenu(menu)
        self._wire()

    def refresh(self) -> int:
        """Show all; returns how many there are."""
        self._sites = {row.id: row for row in clients.list_sites(self._engagement)}
        self._agencies = {row.id: row for row in clients.list_agencies(self._engagement)}
        rows = [*map(self._site_row, self._sites.values()), *map(self._agency_row, self._agencies.values())]
        self.pages.show_list(bool(rows))
        self.list.show_rows(rows)
        self._show(self.list.chosen_id)
        return len(rows)

    def _site_row(self, site: SiteRow) -> ListRow:
        words = [self._label(self.level, site.level)] if site.level else []
        if site.enrollment:
            words.append(self.tr("{count} students").format(count=f"{site.enrollment:,}"))
        return ListRow(site.id, site.name, " · ".join(words), icon="school")

    def _agency_row(self, agency: AgencyRow) -> ListRow:
        second = self._label(self.employment, agency.employment) if agency.employment else agency.head_title
        return ListRow(agency.id, agency.name, second, icon="shield")

    def _label(self, field: ChoiceField, value: str) -> str:
        labels = {c.value: c.label for c in (*self._levels(), *self._employments())}
        del field
        return labels.get(value, value)

    def _show(self, element_id: str) -> None:
        if element_id != self._shown:
            for field in self._fields:
                field.finish()
            self._shown = element_id
        site, agency = self._sites.get(element_id), self._agencies.get(element_id)
        for field in (self.level, self.enrollment):
            field.setVisible(site is not None)
        for field in (self.head_title, self.employment):
            field.setVisible(agency is not None)
        if site is not None:
            self.name.set_value(site.name)
            self.level.set_value(site.level)
            self.enrollment.set_value(site.enrollment)
        elif agency is not None:
            self.name.set_value(agency.name)
            self.head_title.set_value(agency.head_title)
            self._offer_employment(agency.employment)
        for field in self._fields:
            field.set_read_only(bool(self._engagement.read_only))
        self.remove.setVisible(not self._engagement.read_only)

    def _offer_employment(self, value: str) -> None:
        """What stands in the record is offered too, where it was written in other words."""
        choices = self._employments()
        if value not in {choice.value for choice in choices}:
            choices.append(Choice(value, value))
        self.employment.show_choices(choices)
        self.employment.set_value(value)

    @property
    def _fields(self) -> tuple[Field, ...]:
        return (self.name, self.level, self.enrollment, self.head_title, self.employment)

    def _wire(self) -> None:
        self.list.chosen.connect(self._show)
        self.name.edited.connect(self._rename)
        self.level.edited.connect(lambda level: self._edit(level=level))
        self.enrollment.edited.connect(
            lambda number: self._edit(enrollment=None if number is None else int(number))
        )
        self.head_title.edited.connect(lambda title: self._edit(head_title=title))
        self.employment.edited.connect(lambda employment: self._edit(employment=employment))
        self.remove.clicked.connect(self._remove)
        self.empty.asked.connect(lambda: self._add(_SITE))

    def _add(self, kind: str) -> None:
        engagement = self._engagement
        if kind == _SITE:
            name, done = self.tr("New school"), self.tr("Site added")
            new = self._edits.do(lambda: clients.add_site(engagement, name), done)
        else:
            name, done = self.tr("New agency"), self.tr("Agency added")
            new = self._edits.do(lambda: clients.add_agency(engagement, name), done)
        if isinstance(new, str):
            self.list.choose(new)
            self.name.editor.setFocus()
            self.name.line.selectAll()

    def _rename(self, name: str) -> None:
        if name:
            self._edit(name=name)
        else:
            self.name.refuse(self.tr("This needs a name."))

    def _edit(self, **values: object) -> None:
        doing = clients.edit_site if self._shown in self._sites else clients.edit_agency
        self._edits.do(lambda: doing(self._engagement, self._shown, **values))

    def _remove(self) -> None:
        is_site = self._shown in self._sites
        doing = clients.remove_site if is_site else clients.remove_agency
        done = self.tr("Site removed") if is_site else self.tr("Agency removed")
        self._edits.do(lambda: doing(self._engagement, self._shown), done)
