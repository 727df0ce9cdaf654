"""The command that brings a document in, or says what it would bring."""

import argparse
import json

from assessor.cli.asked import DONE, counted, opened


def import_document(asked: argparse.Namespace) -> int:
    """Bring a policy or agreement in; with --dry-run only print what was read, as JSON."""
    from assessor.operations.document_imports import import_document
    from assessor.operations.documents import get_document
    from assessor.progress import finish

    if asked.dry_run:
        return _print_what_was_read(asked)
    with opened(asked) as engagement:
        work = import_document(engagement, asked.source, title=asked.title, anew=asked.anew)
        document = get_document(engagement, finish(work))
    words, pages = counted(document.words, "word"), counted(document.pages, "page")
    read = f"{words} on {pages}" if document.has_text else "a scan without text"
    print(f"{asked.source.name}: {read} brought in.")
    return DONE


def _print_what_was_read(asked: argparse.Namespace) -> int:
    from assessor.exchange.reading import read_document_file
    from assessor.progress import finish

    with opened(asked, only_read=True):  # a wrong file or passphrase is said here as well
        text = finish(read_document_file(asked.source))
    print(json.dumps({"pages": len(text.pages), "words": text.words, "has_text": text.has_text}))
    return DONE
