"""The partner directory: kept in place, filtered by kind and state, with the kinds nobody covers."""

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from assessor.operations import partners
from assessor.operations.partners import PartnerRow
from assessor.store import Engagement
from assessor.ui.assess.partners.partners import PartnersScreen
from assessor.ui.widgets.row_models import ROW_ROLE, ListRow

TODAY = date(2026, 11, 9)


@pytest.fixture
def screen(engagement: Engagement, qtbot: QtBot) -> Iterator[PartnersScreen]:
    """The directory with nobody in it."""
    made = PartnersScreen(engagement)
    made.today = TODAY
    qtbot.addWidget(made)
    made.resize(1192, 632)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close_screen()


@pytest.fixture
def known(screen: PartnersScreen) -> dict[str, str]:
    """Three partners: one whose agreement ends soon, one ended, one asleep."""
    add, engagement = partners.add_partner, screen.engagement
    return {
        "County": add(
            engagement,
            "County Behavioral Health",
            kind="Mental-health services",
            agreement_on=date(2024, 9, 3),
            agreement_ends_on=date(2026, 12, 19),
            referrals=44,
        ),
        "Center": add(
            engagement,
            "Youth Mediation Center",
            kind="Restorative-justice or mediation center",
            agreement_ends_on=date(2026, 8, 3),
        ),
        "League": add(
            engagement,
            "After-school league",
            kind="Youth mentoring and after-school programs",
            is_active=False,
        ),
    }


def _titles(screen: PartnersScreen) -> list[str]:
    return [row.title for row in _rows(screen)]


def _rows(screen: PartnersScreen) -> list[ListRow]:
    model = screen.view.list.model()
    found = (model.index(place, 0).data(ROW_ROLE) for place in range(model.rowCount()))
    return [row for row in found if isinstance(row, ListRow)]


def _choose(screen: PartnersScreen, key: str) -> None:
    screen.view.segments.choose(key)
    screen.view.segments.chosen.emit(key)


def _only(screen: PartnersScreen) -> PartnerRow:
    return partners.list_partners(screen.engagement)[0]


def test_the_first_partner_is_added_named_and_described(screen: PartnersScreen, qtbot: QtBot) -> None:
    assert screen.view.empty.isVisible()
    screen.view.empty.button.click()
    name = screen.view.detail.name
    qtbot.keyClicks(name.box, "Youth mediation center")
    name.save()
    for field, text in (("referrals", "44"), ("agreement_ends_on", "Dec 19, 2026")):
        editor = screen.view.detail.form.fields[field]
        qtbot.keyClicks(editor.editor, text)
        editor.save()
    screen.view.detail.active.click()
    row = _only(screen)
    assert (row.name, row.referrals, row.is_active) == ("Youth mediation center", 44, False)
    assert row.agreement_ends_on == date(2026, 12, 19)
    assert screen.view.detail.agreement.text() == "Agreement ends in 40 days"
    screen.view.detail.remove.click()
    assert screen.view.empty.isVisible()


def test_a_partner_keeps_its_name(screen: PartnersScreen, known: dict[str, str]) -> None:
    screen.show_element(known["County"])
    name = screen.view.detail.name
    name.box.clear()
    name.save()
    assert "needs a name" in name.problem.sentence
    assert "County Behavioral Health" in {row.name for row in partners.list_partners(screen.engagement)}


def test_the_list_says_what_ends_and_who_is_dormant(screen: PartnersScreen, known: dict[str, str]) -> None:
    said = {row.title: row.trailing for row in _rows(screen)}
    assert said == {
        "County Behavioral Health": "Agreement ends in 40 days",
        "Youth Mediation Center": "Agreement ended Aug 3",
        "After-school league": "Dormant",
    }


def test_partners_are_filtered_by_state(screen: PartnersScreen, known: dict[str, str]) -> None:
    _choose(screen, "dormant")
    assert _titles(screen) == ["After-school league"]
    _choose(screen, "ending")
    assert _titles(screen) == ["County Behavioral Health", "Youth Mediation Center"]


def test_partners_are_filtered_by_kind(screen: PartnersScreen, known: dict[str, str]) -> None:
    box = screen.view.kinds
    box.setCurrentIndex(box.findText("Mental-health services"))
    box.activated.emit(box.currentIndex())
    assert _titles(screen) == ["County Behavioral Health"]
    _choose(screen, "dormant")
    assert screen.view.none.isVisible()


def test_a_filtered_partner_is_found_when_asked_for(screen: PartnersScreen, known: dict[str, str]) -> None:
    _choose(screen, "dormant")
    screen.show_element(known["County"])
    assert screen.view.detail.name.value() == "County Behavioral Health"


def test_a_gap_offers_to_add_a_partner_of_its_kind(screen: PartnersScreen, known: dict[str, str]) -> None:
    _choose(screen, "gaps")
    assert "Mental-health services" not in _titles(screen)
    assert "Youth mentoring and after-school programs" in _titles(screen)
    screen.view.list.choose("university")
    assert screen.view.gap.offers.text() == "Evaluation, research, curriculum and interns."
    screen.view.gap.add.click()
    assert screen.view.detail.isVisible()
    assert screen.view.detail.form.fields["kind"].value() == "Universities"


def test_an_end_before_the_beginning_is_refused_in_place(
    screen: PartnersScreen, known: dict[str, str], qtbot: QtBot
) -> None:
    screen.show_element(known["County"])
    ends = screen.view.detail.form.fields["agreement_ends_on"]
    ends.editor.selectAll()  # type: ignore[attr-defined]  # a line
    qtbot.keyClicks(ends.editor, "Jan 5, 2020")
    ends.save()
    assert "end before its first day" in screen.problem.sentence
