"""XML of foreign files: parsed without entities, document types or anything fetched from elsewhere."""

from xml.etree.ElementTree import Element, ParseError

import defusedxml.ElementTree as SafeTree
from defusedxml.common import DefusedXmlException

from assessor.exchange.unreadable import UnreadableFile, printable

_DEEPEST = 200
_LONGEST_PART = 60
_SAVE = "open it in its own program and save it again"


def parse_xml(data: bytes, name: str, part: str = "") -> Element:
    """The root element; raises UnreadableFile for XML that is broken, too deep, or declares entities.

    `part` is the part of a container it was found in; the sentence names it, and the line of a fault.
    """
    where = f" in its part “{printable(part, _LONGEST_PART)}”" if part else ""
    try:
        root: Element = SafeTree.fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        why = f"its XML declares entities or outside parts{where}, as an attack would"
        raise UnreadableFile(name, why, "do not open it, and ask its sender for a fresh copy") from error
    except ParseError as error:
        raise UnreadableFile(name, f"its XML is damaged{where}, line {error.position[0]}", _SAVE) from error
    except (ValueError, LookupError) as error:
        raise UnreadableFile(name, f"its XML is damaged{where}", _SAVE) from error
    _check_depth(root, name, where)
    return root


def local_name(element: Element) -> str:
    """An element's name without its namespace, since Word writes two."""
    return str(element.tag).rpartition("}")[2]


def _check_depth(root: Element, name: str, where: str) -> None:
    level, depth = [root], 0
    while level:
        level = [child for element in level for child in element]
        depth += 1
        if depth > _DEEPEST:
            why = f"its XML is nested too deep{where}"
            raise UnreadableFile(name, why, "ask its sender for a fresh copy")
