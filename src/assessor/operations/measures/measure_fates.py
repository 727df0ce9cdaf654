"""What becomes of the lines of a table beside what is known: new, changed, the same, or refused by a rule."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sqlalchemy.orm import Session

from assessor.analysis.ratios import ArrestsExceedReferrals
from assessor.operations.measures.measure_checks import PAIRS_OF_ARRESTS, Told, compare_arrests
from assessor.operations.measures.measure_figures import decimals_among, number_words
from assessor.operations.measures.measure_names import Known
from assessor.operations.measures.measure_parts import Entry, find_entry
from assessor.operations.measures.measure_tables import SUMMED, Fate, TableLine


def settle_fates(session: Session, lines: Iterable[TableLine], known: Known) -> tuple[TableLine, ...]:
    """The lines with their fates: what is known already, and more arrests than referrals, is not taken."""
    ids = {each.code: each.id for each in known.measures if each.id}
    settled = [_beside(session, line, ids.get(line.measure, "")) for line in lines]
    judged = [_Arrests(session, settled, ids).refused(line) for line in settled]
    return tuple(_without_sums_of_refused(settled, judged))


def entry_words(entry: Entry) -> str:
    """A value in words, for a list of changes."""
    return number_words(entry.state, entry.value, entry.counted, entry.among, decimals_among([entry.value]))


def _beside(session: Session, line: TableLine, measure_id: str) -> TableLine:
    if line.entry is None or not measure_id:
        return line
    before = find_entry(session, measure_id, line.entry.period.starts_on, line.entry.whom)
    if before is None:
        return line
    same = (before.state, before.value or Decimal(0), before.counted, before.among) == (
        line.entry.state,
        line.entry.value or Decimal(0),
        line.entry.counted,
        line.entry.among,
    )
    return replace(line, fate=Fate.SAME if same else Fate.CHANGED, before=entry_words(before))


def _without_sums_of_refused(before: Sequence[TableLine], judged: Sequence[TableLine]) -> Iterator[TableLine]:
    """The lines, with sums over schools refused that would count in what was refused of a school."""
    spoiled = {
        (line.measure, line.period): line.whom
        for line, now in zip(before, judged, strict=True)
        if line.entry is not None and now.entry is None and line.entry.whom.site_id
    }
    for line in judged:
        school = spoiled.get((line.measure, line.period))
        is_sum = line.entry is not None and line.entry.whom.site_id is None and line.source in SUMMED
        if school and is_sum:
            why = f"it would count in what was refused of {school}"
            yield replace(line, fate=Fate.REFUSED, entry=None, why=why)
        else:
            yield line


@dataclass(frozen=True)
class _Arrests:
    """Arrests and referrals as they would stand beside each other."""

    session: Session
    lines: Sequence[TableLine]
    ids: dict[str, str]

    def refused(self, line: TableLine) -> TableLine:
        """The line, refused where it would put more arrests than referrals."""
        if line.entry is None:
            return line
        for arrests, referrals in PAIRS_OF_ARRESTS:
            if line.measure not in (arrests, referrals):
                continue
            pair = [self._told(code, line.entry) for code in (arrests, referrals)]
            is_later = line.measure == referrals and self._is_new(arrests, line.entry)
            if is_later or pair[0] is None or pair[1] is None:
                continue  # the arrests are refused, not both
            try:
                compare_arrests(pair[0], pair[1])
            except ArrestsExceedReferrals as error:
                return replace(line, fate=Fate.REFUSED, entry=None, why=str(error))
        return line

    def _is_new(self, code: str, entry: Entry) -> bool:
        return self._line(code, entry) is not None

    def _line(self, code: str, entry: Entry) -> Entry | None:
        key = (entry.period.starts_on, entry.whom)
        same = (one.entry for one in self.lines if one.measure == code and one.entry is not None)
        return next((one for one in same if (one.period.starts_on, one.whom) == key), None)

    def _told(self, code: str, entry: Entry) -> Told | None:
        found = self._line(code, entry)
        if found is None and code in self.ids:
            found = find_entry(self.session, self.ids[code], entry.period.starts_on, entry.whom)
        return None if found is None else Told(found.counted, found.value)
