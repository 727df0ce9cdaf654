"""The escalation ladder as a staircase on a line of school days, darkest where cases should end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from assessor.charts.spacing import push_apart
from assessor.charts.styles import ChartStyle, mix, readable_on
from assessor.charts.svg import Anchor, Drawing, draw_nothing, told
from assessor.charts.widths import fit_text, text_width

_RISE = 32.0  # from one step to the next
_LOWEST = 30.0
_HIGHEST = 150.0
_NARROWEST = 16.0
_SEAM = 1.5


@dataclass(frozen=True)
class LadderStep:
    """A step: its number, name, who takes part, and how many school days it may take."""

    number: int
    name: str
    who: str
    days: int


@dataclass(frozen=True)
class LadderWords:
    """The words the chart itself says."""

    start: str = "raised"
    day: str = "day {day}"
    told: str = "step {number}, {name}, {who}: to day {day}"
    nothing: str = "No steps with a time limit yet."


@dataclass(frozen=True)
class LadderAim:
    """Where most cases should be settled: after which step, in words."""

    after: int  # the number of a step
    words: str


@dataclass(frozen=True)
class _Stair:
    step: LadderStep
    day: int  # by which it ends
    left: float
    right: float
    height: float
    fill: str
    ink: str

    @property
    def width(self) -> float:
        """How wide the stair is, seam included."""
        return self.right - self.left


@dataclass(frozen=True)
class _Tick:
    """A day on the line: its place, its words, and the figure alone."""

    x: float
    said: str
    short: str
    is_bold: bool


def draw_ladder(
    steps: Sequence[LadderStep],
    style: ChartStyle,
    reading: str,
    width: float = 516,
    aim: LadderAim | None = None,
    words: LadderWords = LadderWords(),
    highest: float = _HIGHEST,
) -> str:
    """The staircase as SVG, no step above `highest`; steps without a time limit (days 0) are left out."""
    timed = [step for step in steps if step.days > 0]
    if not timed:
        return draw_nothing(words.nothing, width, style, reading)
    stairs = _stairs(timed, width, style, highest)
    head = (style.label * 2.1 if aim else 0) + style.label * 2.9
    base = max(stair.height for stair in stairs) + head
    drawing = Drawing(width, base + style.label * 2.2, told(reading, _all_told(stairs, aim, words)), style)
    for index, stair in enumerate(stairs):
        with drawing.group(f"step-{index}"):
            _draw_stair(drawing, stair, base, last=index == len(stairs) - 1)
    _draw_days(drawing, stairs, base, aim, words)
    if aim:
        _draw_aim(drawing, stairs, base, aim)
    return drawing.svg()


def _all_told(stairs: Sequence[_Stair], aim: LadderAim | None, words: LadderWords) -> list[str]:
    said = [
        words.told.format(number=s.step.number, name=s.step.name, who=s.step.who, day=s.day) for s in stairs
    ]
    return [*said, *([aim.words] if aim else [])]


def _stairs(steps: Sequence[LadderStep], width: float, style: ChartStyle, highest: float) -> list[_Stair]:
    widths = _widths([step.days for step in steps], width)
    edges = [0.0, *accumulate(widths)]
    ends = list(accumulate(step.days for step in steps))
    rise = min(_RISE, (highest - _LOWEST) / max(len(steps) - 1, 1)) * (1 if style.is_paper else 1.25)
    colors = style.colors
    stairs = []
    for place, (step, day) in enumerate(zip(steps, ends, strict=True)):
        fill = _shade(colors.stairs, place, len(steps))
        ink = readable_on(fill, colors.ink, colors.onaccent)
        height = _LOWEST * (1 if style.is_paper else 1.25) + rise * place
        stairs.append(_Stair(step, day, edges[place], edges[place + 1], height, fill, ink))
    return stairs


def _widths(days: Sequence[int], width: float) -> list[float]:
    """In proportion to the days, but never narrower than a number needs."""
    least = min(_NARROWEST, width / len(days))
    narrow = {place for place, count in enumerate(days) if count * width / sum(days) < least}
    rest = sum(count for place, count in enumerate(days) if place not in narrow)
    room = width - least * len(narrow)
    return [least if place in narrow else room * count / rest for place, count in enumerate(days)]


def _shade(shades: Sequence[str], place: int, count: int) -> str:
    """The stair's fill: the given shades, spread evenly over however many stairs."""
    if count < 2:
        return shades[0]
    at = place * (len(shades) - 1) / (count - 1)
    lower = min(int(at), len(shades) - 2)
    return mix(shades[lower], shades[lower + 1], at - lower)


def _draw_stair(drawing: Drawing, stair: _Stair, base: float, last: bool) -> None:
    style, colors = drawing.style, drawing.style.colors
    top, size = base - stair.height, style.label * 24 / 9
    drawing.rect(stair.left, top, stair.width - (0 if last else _SEAM), stair.height, stair.fill)
    number = str(stair.step.number)
    size = min(size, (stair.width - 4) / max(text_width(number, 1, style.display), 0.1))
    wide = text_width(number, size, style.display)
    left = stair.left + min(8.0, max(2.0, (stair.width - wide) / 2))
    drawing.text(left, top + style.label * 1.65, number, size, stair.ink, 300, family=style.display)
    beside = stair.right - _SEAM - 4 - (left + wide + 7)
    if _name_width(stair, style) <= beside:
        _draw_name(drawing, stair, left + wide + 7, top + style.label * 1.12, beside, stair.ink, stair.ink)
    else:
        above = top - style.label * 1.85
        _draw_name(drawing, stair, stair.left, above, stair.width - 4, colors.ink, colors.grey)


def _name_width(stair: _Stair, style: ChartStyle) -> float:
    return max(
        text_width(stair.step.name, style.label + 0.5, style.sans, 600),
        text_width(stair.step.who, style.note, style.sans),
    )


def _draw_name(
    drawing: Drawing, stair: _Stair, left: float, middle: float, room: float, ink: str, second: str
) -> None:
    style = drawing.style
    size = style.label + 0.5
    name = _worth(stair.step.name, fit_text(stair.step.name, room, size, style.sans, 600))
    who = _worth(stair.step.who, fit_text(stair.step.who, room, style.note, style.sans))
    if name:
        drawing.text(left, middle, name, size, ink, 600)
        drawing.text(left, middle + style.label * 1.2, who, style.note, second)


def _worth(whole: str, shown: str) -> str:
    """The text if enough of it is left to be read; the table beside has it in full."""
    return shown if shown == whole or len(shown) > 8 else ""


def _draw_days(
    drawing: Drawing, stairs: Sequence[_Stair], base: float, aim: LadderAim | None, words: LadderWords
) -> None:
    style, colors = drawing.style, drawing.style.colors
    drawing.line(0, base, drawing.width, base, colors.ink, 1)
    ticks = [_Tick(0.5, words.start, words.start, False)]
    for stair in stairs:
        is_bold = stair is stairs[-1] or (aim is not None and stair.step.number == aim.after)
        x = min(stair.right, drawing.width - 0.5)
        ticks.append(_Tick(x, words.day.format(day=stair.day), str(stair.day), is_bold))
    for tick in ticks:
        drawing.line(tick.x, base, tick.x, base + 5, colors.ink, 0.75)
    for tick, place in _tick_places(ticks, style, drawing.width):
        weight = 600 if tick.is_bold else 400
        drawing.text(place, base + style.label * 1.4, tick.said, style.label, colors.ink, weight, "middle")


def _tick_places(ticks: Sequence[_Tick], style: ChartStyle, width: float) -> list[tuple[_Tick, float]]:
    """The ticks with words and where these stand: in full, else in figures, else only where there is room."""
    kept = list(ticks)
    figures = [*(replace(tick, said=tick.short) for tick in ticks[:-1]), ticks[-1]]
    while True:
        sizes = [text_width(tick.said, style.label, style.sans, 600) for tick in kept]
        places = push_apart([tick.x for tick in kept], sizes, 0, width, 6)
        moved = [abs(place - tick.x) for tick, place in zip(kept, places, strict=True)]
        inner = range(1, len(kept) - 1)
        worst = max(inner, key=lambda index: (moved[index], -kept[index].is_bold), default=None)
        if worst is None or moved[worst] <= style.label:
            return list(zip(kept, places, strict=True))
        kept = figures if len(kept) == len(ticks) and kept != figures else kept[:worst] + kept[worst + 1 :]


def _draw_aim(drawing: Drawing, stairs: Sequence[_Stair], base: float, aim: LadderAim) -> None:
    style, color = drawing.style, drawing.style.colors.accent
    after = next((place for place, stair in enumerate(stairs) if stair.step.number == aim.after), None)
    if after is None:
        return
    end = min(stairs[after].right - _SEAM / 2, drawing.width - 0.75)
    next_top = base - stairs[min(after + 1, len(stairs) - 1)].height
    drawing.line(end, 0, end, min(next_top + style.label * 2, base), color, 1, "3 2.5")
    width = text_width(aim.words, style.label, style.sans, 600)
    to_right = end + 6 + width <= drawing.width
    anchor: Anchor = "start" if to_right else "end"
    room = drawing.width - end - 6 if to_right else end - 6
    said = fit_text(aim.words, room, style.label, style.sans, 600)
    drawing.text(end + (6 if to_right else -6), style.label * 0.6, said, style.label, color, 600, anchor)
