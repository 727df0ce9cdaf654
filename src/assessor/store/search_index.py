"""Full-text search over what people said and wrote: an index kept in step by triggers."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessor.store.connections import Driver

CREATE = 'CREATE VIRTUAL TABLE search_index USING fts5(text, tokenize = "unicode61 remove_diacritics 2")'

_INDEXED = (
    ("remark", ("text",)),
    ("document_page", ("text",)),
    ("finding", ("title", "statement")),
    ("goal", ("title",)),
    ("objective", ("text",)),
    ("action_step", ("title", "description")),
    ("meeting", ("title", "agenda", "notes")),
    ("decision", ("text",)),
    ("protocol", ("title", "purpose")),
    ("document", ("title",)),
    ("participant", ("code", "description")),
    ("measure", ("code", "title")),
    ("sitting", ("title", "themes", "surprises", "differences", "follow_ups", "memo")),
)
"""What is searched; new entries go at the end, up to sixteen."""

_SLOTS = 16
MARK_START, MARK_END = "\x02", "\x03"
"""Around the words found, in a hit's snippet."""


@dataclass(frozen=True)
class Hit:
    """One row found: its table, its id, and the words around the match with the match marked."""

    table: str
    row_id: str
    snippet: str


def triggers() -> Iterator[str]:
    """The statements that keep the index in step with what this connection writes."""
    for slot, (table, columns) in enumerate(_INDEXED):
        rowid = f"{{side}}.rowid * {_SLOTS} + {slot}"
        old, new = rowid.format(side="OLD"), rowid.format(side="NEW")
        text = " || char(10) || ".join(f"NEW.{column}" for column in columns)
        differs = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in columns)
        add = f"INSERT INTO search_index (rowid, text) VALUES ({new}, {text});"
        drop = f"DELETE FROM search_index WHERE rowid = {old};"
        name = f"CREATE TEMP TRIGGER search_{table}"
        yield f"{name}_insert AFTER INSERT ON main.{table} BEGIN {add} END"
        yield f"{name}_update AFTER UPDATE ON main.{table} WHEN {differs} BEGIN {drop} {add} END"
        yield f"{name}_delete AFTER DELETE ON main.{table} BEGIN {drop} END"


def rebuild(driver: Driver) -> None:
    """Make the index anew from the tables."""
    driver.execute("DELETE FROM search_index")
    for slot, (table, columns) in enumerate(_INDEXED):
        text = " || char(10) || ".join(columns)
        driver.execute(
            f"INSERT INTO search_index (rowid, text) SELECT rowid * {_SLOTS} + {slot}, {text} FROM {table}"
        )


def search(driver: Driver, typed: str, limit: int) -> list[Hit]:
    """The rows that hold every word typed, best first; the last word may be unfinished.

    What is typed is taken literally: quotes, stars and operators of the index mean nothing.
    """
    query = _literal(typed)
    if not query:
        return []
    found = driver.execute(
        "SELECT rowid, snippet(search_index, 0, ?, ?, '…', 16) FROM search_index"
        " WHERE search_index MATCH ? ORDER BY rank LIMIT ?",
        (MARK_START, MARK_END, query, limit),
    ).fetchall()
    return [_hit(driver, rowid, snippet) for rowid, snippet in found]


def _hit(driver: Driver, rowid: int, snippet: str) -> Hit:
    table = _INDEXED[rowid % _SLOTS][0]
    row = driver.execute(f"SELECT id FROM {table} WHERE rowid = ?", (rowid // _SLOTS,)).fetchone()
    return Hit(table, row[0], snippet)


def _literal(typed: str) -> str:
    """The words typed as a query of the index: each in quotes, the last a prefix."""
    words = [word.replace('"', '""') for word in typed.replace("\x00", " ").split()]
    words = [word for word in words if any(letter.isalnum() for letter in word)]
    return " ".join(f'"{word}"' for word in words) + "*" if words else ""
