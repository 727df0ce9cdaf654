"""Surveys: waves of answers by group and construct, and the tables they are brought in from."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from assessor.operations import findings
from assessor.operations.surveys import published_groups, survey_imports, survey_waves
from assessor.operations.surveys.survey_proposals import ImportProposal
from assessor.operations.surveys.survey_results import WaveResults
from assessor.terms import Group
from assessor.ui.assess.surveys.survey_doings import SurveyDoings
from assessor.ui.assess.surveys.survey_elsewhere import ElsewhereLinks
from assessor.ui.assess.surveys.survey_importing import Importing
from assessor.ui.assess.surveys.survey_kept import KeptResults
from assessor.ui.assess.surveys.survey_menus import (
    EVERYBODY,
    drop_down,
    first_group,
    group_segments,
    more_menu,
    pair_menu,
    wave_menu,
)
from assessor.ui.assess.surveys.survey_printing import SurveyPrinting
from assessor.ui.assess.surveys.survey_showing import ResultViews
from assessor.ui.assess.surveys.survey_view_bar import RESULTS
from assessor.ui.assess.surveys.survey_words import wave_line
from assessor.ui.assess.surveys.surveys_layout import SurveysLayout
from assessor.ui.screens import Screen
from assessor.ui.widgets.buttons import IconButton, PlainButton, PrimaryButton
from assessor.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from assessor.store.engagement import Engagement

_RESULTS = frozenset({"survey_wave", "wave_group", "survey_question", "survey_import", "response_set"})


class SurveysScreen(Screen):
    """What a group says at the left, where SROs and administrators differ at the right."""

    key, title = "surveys", "Surveys"
    tables = _RESULTS | {"comment_clearance", "client", "site", "published_group"}

    def __init__(self, engagement: "Engagement", parent: QWidget | None = None) -> None:
        super().__init__(engagement, parent)
        self.view = SurveysLayout()
        self.set_content(self.view)
        self.waves = IconButton("chevron-down", self.tr("Choose a wave"))
        self.groups = Segments([], self.tr("Group"), shortens=True)
        self.more = IconButton("ellipsis", self.tr("More about surveys"))
        self.cancel = PlainButton(self.tr("Cancel"))
        self.bring_in = PrimaryButton(self.tr("Import"), "download")
        self.bring_in.setObjectName("import_answers")
        self.head.title.least = 200  # what the name of a wave keeps beside the groups
        self.head.add_beside(self.waves)
        self.elsewhere = ElsewhereLinks()
        for action in (self.groups, self.elsewhere, self.more, self.cancel, self.bring_in):
            self.head.add_action(action)
        self._rows: list[survey_waves.WaveRow] = []
        self._wave_id = self._began_with = ""
        self._results: WaveResults | None = None
        self._pair = (Group.SRO, Group.ADM)
        self._page: QWidget = self.view.constructs
        self._kept = KeptResults(engagement)
        self._views = ResultViews(self._kept, self.view)
        self.doings = SurveyDoings(self)
        self.printing = SurveyPrinting(engagement, self.view.printed, self)
        self.importing = Importing(engagement, self.view.reading, self.view.job, self)
        self._wire()

    def refresh(self) -> None:
        """Show the chosen wave, or the newest."""
        self._kept.forget()
        self._rows = survey_waves.list_waves(self.engagement)
        ids = [row.id for row in self._rows]
        if self._wave_id not in ids:
            self._wave_id = ids[0] if ids else ""
        self.waves.setVisible(len(ids) > 1)
        if self._page in (self.view.reading, self.view.printed):
            return
        self._show_wave()

    def show_element(self, element_id: str) -> None:
        """Show a wave, or a question of the wave shown."""
        if element_id in [row.id for row in self._rows]:
            self._wave_id = element_id
            self._page = self.view.constructs
            self._show_wave()
        elif self._results is not None:
            codes = [question.code for question in self._results.questions]
            if element_id in codes:
                self.go_to(self.view.questions)
                self.view.questions.choose(element_id)
            else:
                self.go_to(self.view.constructs)
                self.view.constructs.choose(element_id)

    def close_screen(self) -> None:
        """End what still runs, and hear no more of the engagement."""
        self.importing.cancel()
        self.printing.close()
        super().close_screen()

    def _wire(self) -> None:
        view = self.view
        for empty in (view.empty, view.nothing):
            empty.asked.connect(self.importing.ask)
            empty.button.setVisible(not self.engagement.read_only)
        self.groups.chosen.connect(lambda _key: self._show_results())
        self.waves.clicked.connect(self._offer_waves)
        self.more.clicked.connect(lambda: drop_down(more_menu(self), self.more))
        view.bar.viewed.connect(lambda key: self.go_to(view.views[key]))
        view.bar.turned.connect(view.show_numbers)
        view.bar.copy.clicked.connect(self._copy)
        view.bar.print.clicked.connect(self._print)
        self.printing.said.connect(self.said)
        self.elsewhere.asked.connect(lambda key: self.asked_to_go.emit(key, ""))
        self.cancel.clicked.connect(self._give_up)
        self.bring_in.clicked.connect(self._import)
        view.constructs.asked_to_draft.connect(self._draft_finding)
        view.constructs.said.questions.clicked.connect(lambda: self.go_to(view.questions))
        view.constructs.said.comments.clicked.connect(lambda: self.go_to(view.comments))
        view.constructs.difference.others.clicked.connect(self._offer_pairs)
        for page in (view.questions, view.comments, view.wave, view.printed):
            page.back.clicked.connect(lambda: self.go_to(view.constructs))
        self.doings.wire(view)
        self.importing.proposed.connect(self._show_proposal)
        self.importing.brought_in.connect(self._brought_in)
        self.view.wave.asked_to_save.connect(self.importing.save_table)
        view.reading.changed.connect(self._show_doings)

    def _show_wave(self) -> None:
        """Fill the page one is on; a wave without constructs begins with its questions."""
        view = self.view
        row = next((row for row in self._rows if row.id == self._wave_id), None)
        if row is None:
            self._results = None
            self._page = view.empty
        else:
            self._results = self._kept.results(row.id)
            view.bar.show_views(has_constructs=bool(self._results.constructs))
            self.groups.show_segments(group_segments(self._results))
            if self._began_with != row.id and first_group(self._results) and self.groups.key:
                self._began_with = row.id
                self.groups.choose(first_group(self._results))
            if not row.answers and self._page not in (view.wave, view.rates):
                self._page = view.nothing
            elif self._page in (view.empty, view.nothing, view.reading):
                self._page = view.constructs
            if self._page is view.constructs and not self._results.constructs:
                self._page = view.questions
        self._show_results()

    def _show_results(self) -> None:
        view, results = self.view, self._results
        if results is not None:
            row = next(row for row in self._rows if row.id == self._wave_id)
            group = self._group
            if self._page is view.constructs:
                self._show_constructs(results, group)
            elif self._page is view.questions:
                view.questions.show_results(results, group, everybody=self.groups.key in ("", EVERYBODY))
            elif self._page is view.comments:
                rows = self._kept.comments(row.id)
                view.comments.show_comments(rows, read_only=bool(self.engagement.read_only))
            elif self._page is view.wave:
                imports = survey_imports.list_imports(self.engagement, row.id)
                view.wave.show_wave(row, imports, read_only=bool(self.engagement.read_only))
                view.wave.published.show_rows(published_groups.list_published(self.engagement, row.id))
            else:
                self._views.show(self._page, results, self._rows)
        self._show_doings()
        view.pages.setCurrentWidget(self._page)

    def _show_constructs(self, results: WaveResults, group: Group | None) -> None:
        page = self.view.constructs
        page.show_results(results, self._kept.public_counts(results.wave_id), group)
        page.show_gaps(results, self._kept.gaps(results.wave_id, *self._pair), self._pair)
        page.difference.draft.setEnabled(page.difference.draft.isEnabled() and not self.engagement.read_only)
        page.said.show_links(results)

    @property
    def wave_id(self) -> str:
        """The wave that is shown; empty where there is none."""
        return self._wave_id

    @property
    def _group(self) -> Group | None:
        key = self.groups.key
        return Group(key) if key in set(Group) else None

    def _show_doings(self) -> None:
        view = self.view
        is_reading = self._page is view.reading
        is_shown = self._page in (view.constructs, view.questions) and self._results is not None
        self.groups.setVisible(is_shown and len(self._results.groups if self._results else ()) > 1)
        self.elsewhere.setVisible(self.groups.isHidden() and not is_reading)
        self.more.setVisible(not is_reading)
        self._show_bar()
        self.waves.setVisible(len(self._rows) > 1 and not is_reading)
        self.cancel.setVisible(is_reading)
        self.bring_in.setVisible(is_reading)
        if view.reading.complaint:
            self.bring_in.lock(view.reading.complaint)
        else:
            self.bring_in.unlock()
        if is_reading:
            self.head.title.setText(self.tr("Bring in answers"))
            self.head.set_line("")
        else:
            self.head.title.setText(self._results.title if self._results else self.tr("Surveys"))
            line = wave_line(self._results) if self._results else ""
            self.head.set_line("" if is_shown else line)
            view.bar.line.setText(line if is_shown else "")

    def _show_bar(self) -> None:
        """The bar stands above results, the chosen view on."""
        view = self.view
        key = next((key for key, page in view.views.items() if page is self._page), "")
        view.bar.setVisible(bool(key) or self._page is view.questions)
        view.bar.views.choose(key or RESULTS)

    def _copy(self) -> None:
        """Put the tables that are seen on the clipboard."""
        self.view.copy_tables()
        self.said.emit(self.tr("Numbers copied"), False)

    def _print(self) -> None:
        self.go_to(self.view.printed)
        self.printing.print_wave(self._wave_id, self.head.title.text())

    def leave_page(self) -> None:
        """Be at the results again when the screen is shown next."""
        self._page = self.view.constructs

    def go_to(self, page: QWidget) -> None:
        """Show a page of the wave."""
        self.finish_editing()
        self._page = page
        self._show_wave()

    def _offer_waves(self) -> None:
        drop_down(wave_menu(self, self._rows, self._wave_id, self.show_element), self.waves)

    def _offer_pairs(self) -> None:
        if self._results is not None:
            menu = pair_menu(self, self._results, self._compare)
            drop_down(menu, self.view.constructs.difference.others)

    def _compare(self, first: Group, second: Group) -> None:
        self._pair = (first, second)
        self._show_results()

    def add_wave(self) -> None:
        """Add a wave, and show its page."""
        title = self.tr("Survey, wave {number}").format(number=len(self._rows) + 1)
        done = self.tr("Wave added")
        added = self.attempt(lambda: survey_waves.add_wave(self.engagement, title), done=done)
        if added:
            self._wave_id = added
            self.go_to(self.view.wave)

    def _draft_finding(self, code: str) -> None:
        group = self._group
        if group is None or not code:
            return
        drafted = self.attempt(
            lambda: findings.draft_finding_from_survey_result(self.engagement, self._wave_id, code, group),
            done=self.tr("Finding drafted"),
        )
        if drafted:
            self.asked_to_go.emit("findings", drafted)

    def _import(self) -> None:
        self.finish_editing()
        self.importing.bring_in()

    def _show_proposal(self, proposal: ImportProposal) -> None:
        self._page = self.view.reading
        self.view.reading.show_proposal(proposal, self._rows)
        self._show_doings()
        self.view.pages.setCurrentWidget(self.view.reading)
        self.view.reading.table.setFocus()

    def _brought_in(self, done: survey_imports.Imported) -> None:
        self.view.reading.proposal = None
        self._wave_id = done.wave_id
        self._page = self.view.constructs
        self.refresh()
        said = self.tr("{answers} answers to {questions} questions brought in")
        self.said.emit(said.format(answers=f"{done.responses:,}", questions=done.questions), True)

    def _give_up(self) -> None:
        self.importing.cancel()
        self._page = self.view.constructs
        self.view.reading.proposal = None
        self.refresh()
