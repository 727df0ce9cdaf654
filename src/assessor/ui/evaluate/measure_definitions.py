"""What the library says of a measure: its definition, and the definitions of law it rests on."""

from assessor.instruments.measures import Measure, get_measure_library


def shipped_measure(code: str) -> Measure | None:
    """The measure of the library under a code."""
    return next((each for each in get_measure_library().measures if each.code == code), None)


def counting_words(shipped: Measure | None) -> str:
    """The definitions of law that a measure of the library rests on, in full."""
    if shipped is None:
        return ""
    known = {each.code: each for each in get_measure_library().definitions}
    blocks = [known[code] for code in shipped.defined_by if code in known]
    return "\n\n".join(
        f"{each.title} ({each.edition.rstrip('.')})\n" + "\n".join((*each.elements, *each.counting))
        for each in blocks
    )
