"""The released files and their hashes: a released file never changes, a new wording is a new version."""

from hashlib import sha256
from pathlib import Path

from assessor.instruments.errors import BrokenInstrument
from assessor.places import shipped

LIST_NAME = "released.sha256"


def list_released(root: Path | None = None) -> dict[str, str]:
    """The SHA-256 of each released file by its name, as in `rubrics/sro_agreement.v1.toml`."""
    lines = (_folder(root) / LIST_NAME).read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


def list_faults(root: Path | None = None) -> tuple[str, ...]:
    """One sentence for each file that changed after release, is gone, or was never released."""
    released, present = list_released(root), _hash_files(root)
    changed = sorted(name for name in released if name in present and present[name] != released[name])
    gone = sorted(released.keys() - present.keys())
    new = sorted(present.keys() - released.keys())
    return (
        *(f"{name} changed after its release; put it back, and make a new version." for name in changed),
        *(f"{name} was released and is gone; put it back." for name in gone),
        *(f"{name} is not released yet; run python -m assessor.instruments.released." for name in new),
    )


def release_new_files(root: Path | None = None) -> tuple[str, ...]:
    """Add the files not in the list yet and return their names; refuse when a released one changed."""
    folder = _folder(root)
    released = list_released(root) if (folder / LIST_NAME).exists() else {}
    present = _hash_files(root)
    spoiled = sorted(name for name, digest in released.items() if present.get(name) != digest)
    if spoiled:
        raise BrokenInstrument(f"{spoiled[0]} changed after its release. Put it back first.")
    lines = [f"{digest}  {name}\n" for name, digest in sorted(present.items())]
    (folder / LIST_NAME).write_text("".join(lines), encoding="utf-8", newline="\n")
    return tuple(sorted(present.keys() - released.keys()))


def _hash_files(root: Path | None) -> dict[str, str]:
    folder = _folder(root)
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.glob("*/*.toml")
    }


def _folder(root: Path | None) -> Path:
    return root or shipped("resources", "instruments")


if __name__ == "__main__":
    for added in release_new_files():
        print(added)
