"""What a long piece of work looks like: a generator that yields Progress and returns its result."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

Result = TypeVar("Result")


@dataclass(frozen=True)
class Progress:
    """How far a piece of work is: `done` of `total` steps, and what is being done now, in words."""

    done: int
    total: int
    doing: str = ""


Work = Generator[Progress, None, Result]


def finish(work: Work[Result]) -> Result:
    """Run a piece of work to its end, looking at none of its progress, and return its result."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def as_part(work: Work[Result], start: int, end: int, total: int) -> Work[Result]:
    """The work with its progress told as what lies between `start` and `end` of a longer one."""
    try:
        while True:
            step = next(work)
            done = start + (end - start) * step.done // max(step.total, 1)
            yield Progress(done, total, step.doing)
    except StopIteration as ended:
        result: Result = ended.value
        return result
    finally:
        work.close()
