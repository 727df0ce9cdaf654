"""The one reader of resources/instruments: finds `<kind>/<key>.v<version>.toml`, the newest unless told."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from assessor.instruments.errors import BrokenInstrument, NoSuchInstrument
from assessor.instruments.parsing import parse, parse_toml, refuse_dirt
from assessor.instruments.records import Instrument
from assessor.instruments.translations import translate
from assessor.places import shipped

I = TypeVar("I", bound=Instrument)  # noqa: E741  the usual letter for an instrument reads best here
ENGLISH = "en"
FILE_NAME = re.compile(r"(?P<key>[a-z0-9_]+)\.v(?P<version>[1-9]\d*)(\.(?P<language>[a-z]{2}))?\.toml")


@dataclass(frozen=True)
class InstrumentFile:
    """A file of the library and what its name says."""

    kind: str
    key: str
    version: int
    language: str
    path: Path

    @property
    def name(self) -> str:
        """The file as a person would call it: `rubrics/sro_agreement.v1.toml`."""
        return f"{self.kind}/{self.path.name}"


@dataclass(frozen=True)
class InstrumentText:
    """The exact text of a file and its SHA-256, for the copy an engagement keeps."""

    kind: str
    key: str
    version: int
    language: str
    text: str
    sha256: str


def list_files(kind: str, root: Path | None = None) -> tuple[InstrumentFile, ...]:
    """All files of a kind, by key, version and language; a name that says neither is refused."""
    folder = (root or shipped("resources", "instruments")) / kind
    if not folder.is_dir():
        raise NoSuchInstrument(f"Assessor ships no {kind}: that folder is missing. Install Assessor again.")
    return tuple(sorted((_named(kind, path) for path in folder.glob("*.toml")), key=_order))


def list_keys(kind: str, root: Path | None = None) -> tuple[str, ...]:
    """The keys of a kind, in alphabetical order."""
    return tuple(sorted({file.key for file in list_files(kind, root)}))


def list_versions(kind: str, key: str, root: Path | None = None) -> tuple[int, ...]:
    """The versions of a key, oldest first."""
    return tuple(sorted(file.version for file in _english(kind, key, root)))


def list_languages(kind: str, key: str, version: int, root: Path | None = None) -> tuple[str, ...]:
    """The languages a version can be read in, English first."""
    files = [file for file in list_files(kind, root) if (file.key, file.version) == (key, version)]
    languages = sorted(file.language for file in files)
    return tuple(sorted(languages, key=lambda language: language != ENGLISH))


def newest_version(kind: str, key: str, root: Path | None = None) -> int:
    """The newest version of a key."""
    return list_versions(kind, key, root)[-1]


def find_file(
    kind: str, key: str, version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> InstrumentFile:
    """The file of a key: the newest version unless one is named."""
    wanted = newest_version(kind, key, root) if version is None else version
    for file in list_files(kind, root):
        if (file.key, file.version, file.language) == (key, wanted, language):
            return file
    name = f"{key}.v{wanted}.toml" if language == ENGLISH else f"{key}.v{wanted}.{language}.toml"
    raise NoSuchInstrument(f"Assessor ships no {kind}/{name}. Choose a version or language that is listed.")


def get_text(
    kind: str, key: str, version: int | None = None, language: str = ENGLISH, root: Path | None = None
) -> InstrumentText:
    """The raw text of a file with its SHA-256 (of the bytes on disk)."""
    file = find_file(kind, key, version, language, root)
    raw = file.path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BrokenInstrument(f"{file.name} is not UTF-8 text. Save it as UTF-8.") from error
    return InstrumentText(kind, key, file.version, file.language, text, sha256(raw).hexdigest())


def read(
    record: type[I],
    kind: str,
    key: str,
    version: int | None = None,
    language: str = ENGLISH,
    root: Path | None = None,
) -> I:
    """A checked instrument; in another language, the English one with the translated texts laid over it."""
    english = find_file(kind, key, version, ENGLISH, root)
    source = get_text(kind, key, english.version, ENGLISH, root)
    instrument = parse(record, source.text, key=key, version=english.version, name=english.name)
    if language == ENGLISH:
        return instrument
    other = find_file(kind, key, english.version, language, root)
    words = parse_toml(get_text(kind, key, english.version, language, root).text, other.name)
    refuse_dirt(words, other.name)
    return translate(instrument, words, language=language, name=other.name)


def _named(kind: str, path: Path) -> InstrumentFile:
    match = FILE_NAME.fullmatch(path.name)
    if match is None:
        raise BrokenInstrument(
            f"{kind}/{path.name} is not named like sro.v1.toml or, translated, sro.v1.es.toml. Rename it."
        )
    return InstrumentFile(kind, match["key"], int(match["version"]), match["language"] or ENGLISH, path)


def _order(file: InstrumentFile) -> tuple[str, int, str]:
    return file.key, file.version, file.language


def _english(kind: str, key: str, root: Path | None) -> tuple[InstrumentFile, ...]:
    files = tuple(file for file in list_files(kind, root) if file.key == key and file.language == ENGLISH)
    if not files:
        raise NoSuchInstrument(
            f"Assessor ships no {kind}/{key}. Known keys are: {', '.join(list_keys(kind, root)) or 'none'}."
        )
    return files
