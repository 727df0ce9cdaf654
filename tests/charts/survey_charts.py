"""Survey charts that tests draw: every state a group can be in, in each kind of chart."""

from assessor.charts.agreement import AgreementChart, AgreementRow
from assessor.charts.gaps import GapChart, GapRow, GapWords
from assessor.charts.items import ItemBlock, ItemsChart
from assessor.charts.profiles import ProfileCell, ProfileChart, ProfileColumn, ProfileRow, Reading
from assessor.charts.rates import RateRow, RatesChart
from assessor.charts.tables import Chart
from assessor.terms import Group

HIDDEN = "n < 10, not shown"
ANSWERS = (
    AgreementRow("SROs", None, "", Group.SRO, HIDDEN, is_hidden=True),
    AgreementRow(
        "Administrators", (0, 7, 14, 50, 29), "n 14", Group.ADM, n=14, favorable="79%", dont_know="4%"
    ),
    AgreementRow(
        "Teachers", (18, 25, 16, 30, 11), "n 118", Group.TCH, n=118, favorable="41%", dont_know="12%"
    ),
    AgreementRow(
        "Students", None, "n 1,212", Group.STU, "≥ 95% gave the same answer",
        n=1212, favorable="≥ 95%", dont_know="3%",
    ),
)  # fmt: skip
ITEMS = (
    ItemBlock("ROL4", "I know which student behavior is a matter for the school. " * 3, ANSWERS),
    ItemBlock("ROL6", "The SRO is asked to do too much.", ANSWERS[1:3], "Not asked of students."),
)
GAPS = (
    GapRow("Trust", 3.3, 3.1, numbers=(16, 14), favorable=("52%", "48%"), favorable_gap="−4"),
    GapRow(
        "Role clarity", 4.5, 3.1,
        is_flagged=True, numbers=(16, 14), favorable=("90%", "42%"), favorable_gap="−48",
    ),
    GapRow("Shared goals", None, None, HIDDEN, is_hidden=True),
)  # fmt: skip
RATES = (
    RateRow("SROs", Group.SRO, 6, None, None, 100, HIDDEN, is_hidden=True),
    RateRow("Teachers", Group.TCH, 92, 38, 41.3, 60),
    RateRow("Students", Group.STU, None, 1212, None, 70, "Number invited not known"),
    RateRow("Partners", Group.PRT, 9, 0, 0.0),
)
COLUMNS = (
    ProfileColumn("SROs", "n < 10", Group.SRO, is_hidden=True),
    ProfileColumn("Teachers", "n 38", Group.TCH),
    ProfileColumn("Students", "n 1,212", Group.STU),
)
_UNTOLD = ProfileCell(words="n < 10", is_hidden=True)
PROFILE = (
    ProfileRow("Trust", (_UNTOLD, ProfileCell(2.64, Reading.CONCERN), ProfileCell(4.1, Reading.STRENGTH))),
    ProfileRow("Role clarity", (_UNTOLD, ProfileCell(3.2, Reading.WATCH), ProfileCell())),
    ProfileRow("Shared goals", (_UNTOLD, ProfileCell(3.5, Reading.STEADY), _UNTOLD)),
)

CHARTS: dict[str, Chart] = {
    "agreement": AgreementChart("What each group says", ANSWERS),
    "items": ItemsChart("Role clarity, item by item", ITEMS),
    "gaps": GapChart("Where the two differ", GAPS),
    "changes": GapChart(
        "What changed", GAPS, (Group.TCH, Group.TCH), GapWords("Wave A", "Wave B", "B less A"), is_change=True
    ),
    "rates": RatesChart("Who answered", RATES),
    "profile": ProfileChart("What the answers come to", COLUMNS, PROFILE),
}
