"""How wide a text will stand, estimated from the advance widths of the bundled fonts."""

import unicodedata
from functools import cache

# Advance widths of the printable ASCII characters, in thousandths of the size.
_INTER_REGULAR = (
    "281 278 403 631 638 812 639 222 362 362 500 659 280 460 276 357 625 464 605 636 642 608 624 571 "
    "616 624 276 280 659 659 659 507 936 676 651 727 719 598 587 743 740 264 543 652 562 889 753 761 "
    "635 761 639 638 642 741 676 949 642 665 625 362 357 362 469 452 497 564 621 558 621 582 361 609 "
    "591 237 237 544 237 869 585 597 609 609 372 523 364 581 557 812 540 557 541 362 327 362 659 "
)
_INTER_SEMIBOLD = (
    "248 309 396 643 649 844 663 213 393 393 543 673 295 466 290 379 667 481 621 652 666 632 648 587 "
    "646 648 290 295 673 673 673 544 999 724 657 744 724 608 586 755 744 275 561 677 566 906 741 775 "
    "643 776 651 649 660 734 724 1007 690 705 653 393 379 393 481 468 497 575 630 577 630 593 377 625 "
    "613 261 261 569 261 898 610 608 625 625 397 549 380 608 576 837 562 576 562 393 358 393 673 "
)
_SANS_REGULAR = (
    "200 289 426 497 497 824 609 249 303 303 418 497 249 311 249 350 497 497 497 497 497 497 497 497 "
    "497 497 249 249 497 497 497 425 847 544 588 571 615 527 494 617 652 263 480 579 486 727 647 664 "
    "566 664 569 534 536 645 515 786 513 476 539 303 350 303 497 500 542 504 553 456 555 496 292 504 "
    "544 246 247 495 255 829 547 542 555 555 347 419 338 544 467 719 446 467 425 303 241 303 497 "
)
_SANS_SEMIBOLD = (
    "200 315 482 513 513 841 639 275 324 324 438 513 275 322 275 344 513 513 513 513 513 513 513 513 "
    "513 513 275 275 513 513 513 444 875 558 597 576 625 538 510 628 663 282 494 597 502 745 657 674 "
    "582 674 592 545 546 655 536 800 541 501 540 324 344 324 513 500 549 516 563 462 564 507 317 520 "
    "558 262 263 522 271 843 560 549 564 564 373 431 361 556 495 748 481 495 443 324 255 324 513 "
)
_DISPLAY_LIGHT = (
    "209 273 288 517 464 785 671 153 302 302 412 500 267 288 267 284 464 464 464 464 464 464 464 464 "
    "464 464 267 267 500 500 500 360 816 613 543 588 636 541 513 622 703 313 330 604 517 827 687 645 "
    "519 645 608 481 561 681 613 885 597 597 498 280 284 280 496 474 400 458 530 431 523 446 317 471 "
    "550 267 253 495 267 814 550 488 532 507 379 389 299 548 472 712 454 474 411 327 280 327 500 "
)

_PUNCTUATION = {"–": 500, "—": 1000, "“": 420, "”": 420, "‘": 250, "’": 250, "…": 950, "·": 290}
_SYMBOLS = dict.fromkeys("−×÷≥≤", 660) | dict.fromkeys("→←↑↓", 955) | dict.fromkeys("▲●◆■○□✓", 1000)
_SPECIAL = _PUNCTUATION | _SYMBOLS
_OTHER = 660
_EAST_ASIAN = 1000


def _table(widths: str) -> dict[str, int]:
    return {chr(32 + place): int(width) for place, width in enumerate(widths.split())}


_REGULAR = {
    "Inter": _table(_INTER_REGULAR),
    "Plan Sans": _table(_SANS_REGULAR),
    "Plan Display": _table(_DISPLAY_LIGHT),
}
_SEMIBOLD = _REGULAR | {"Inter": _table(_INTER_SEMIBOLD), "Plan Sans": _table(_SANS_SEMIBOLD)}


@cache
def _other_width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return _EAST_ASIAN
    return _SPECIAL.get(character, _OTHER)


def _base(character: str) -> str:
    """The plain letter under an accent."""
    return unicodedata.normalize("NFD", character)[0]


def text_width(text: str, size: float, family: str = "Inter", weight: int = 400) -> float:
    """The width of one line of text, in the units of `size`; exact to a few percent."""
    tables = _SEMIBOLD if weight >= 500 else _REGULAR
    table = tables.get(family, tables["Inter"])
    thousandths = sum(
        table[base] if (base := _base(character)) in table else _other_width(character) for character in text
    )
    return thousandths * size / 1000


def fit_text(text: str, width: float, size: float, family: str = "Inter", weight: int = 400) -> str:
    """The text, or as much of it as stands in `width` with an ellipsis after it; may be empty."""
    if text_width(text, size, family, weight) <= width:
        return text
    for end in range(len(text) - 1, 0, -1):
        shorter = text[:end].rstrip(" ,;:-–") + "…"
        if text_width(shorter, size, family, weight) <= width:
            return shorter
    return ""


def wrap_text(
    text: str, width: float, size: float, family: str = "Inter", weight: int = 400, lines: int = 2
) -> tuple[str, ...]:
    """The text in at most `lines` lines of `width`; what does not fit ends in an ellipsis."""
    words = text.split()
    wrapped: list[str] = []
    while words and len(wrapped) < lines - 1:
        count = 1
        while count < len(words):
            if text_width(" ".join(words[: count + 1]), size, family, weight) > width:
                break
            count += 1
        wrapped.append(fit_text(" ".join(words[:count]), width, size, family, weight))
        words = words[count:]
    if words:
        wrapped.append(fit_text(" ".join(words), width, size, family, weight))
    return tuple(line for line in wrapped if line)
