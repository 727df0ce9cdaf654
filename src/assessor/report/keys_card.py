"""The card with the keys of the note-taking room, to lie beside the computer: one page."""

from dataclasses import dataclass

from assessor.report.templates import open_templates


@dataclass(frozen=True)
class Key:
    """What is typed or pressed, and what comes of it; `is_pressed` for keys held down together."""

    typed: str
    meaning: str
    is_pressed: bool = False


KEYS: tuple[tuple[str, tuple[Key, ...]], ...] = (
    (
        "Who speaks, at the beginning of the line",
        (
            Key("4 words", "seat 4 (or F4)"),
            Key("3+5 words", "seats 3 and 5 together"),
            Key("? words", "you did not see who; mend it later"),
        ),
    ),
    (
        "What kind of line it is",
        (
            Key("words", "what was meant, in your words"),
            Key('"words', "word for word"),
            Key("~words", "nearly word for word"),
            Key('"first words…', "a quote to be finished afterwards"),
            Key(";;words", "your own remark as observer"),
            Key(":nod 3 5", "seen or heard: nod, laugh, sigh, silence, crosstalk, tension"),
            Key(">>words", "to ask at the end"),
        ),
    ),
    (
        "Who agrees with the last point",
        (
            Key("+2 4 7", "seats 2, 4 and 7 agree"),
            Key("-6", "seat 6 dissents"),
            Key("=3", "seat 3 stands between"),
            Key("+2 4 -6 =3", "all in one line"),
            Key("#5/9", "five hands of nine people"),
        ),
    ),
    (
        "Who is there, and which question",
        (
            Key("/out 9", "seat 9 leaves, or has not come yet"),
            Key("/in 9", "seat 9 comes, or comes back"),
            Key("/T4", "jump to question T4"),
            Key("Ctrl+↓ Ctrl+↑", "next question, the one before", is_pressed=True),
        ),
    ),
    (
        "Keys to press",
        (
            Key("Enter", "note the line", is_pressed=True),
            Key("Tab", "spell an abbreviation out; take an offered code for a name", is_pressed=True),
            Key("Ctrl+Q", "flag the line, or the last one, as a quote", is_pressed=True),
            Key("Ctrl+Shift+O", "off the record, and on again", is_pressed=True),
            Key("Ctrl+Shift+E", "end, and write the debrief", is_pressed=True),
            Key("F6", "leave the line; Shift+F6 backward", is_pressed=True),
        ),
    ),
    (
        "A concern for someone’s safety",
        (
            Key("!!words", "kept apart from the notes and every export"),
            Key("Ctrl+Shift+S", "sets the line, or the last one, apart", is_pressed=True),
        ),
    ),
)


def lay_out_keys_card() -> str:
    """The card as one HTML page."""
    return open_templates("keys_card").get_template("card.html").render(sections=KEYS)
