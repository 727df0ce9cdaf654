"""XML of foreign files: parsed without entities, document types or anything fetched from elsewhere."""

from xml.etree.ElementTree import Element, ParseError

import defusedxml.ElementTree as SafeTree
from defusedxml.common import DefusedXmlException

from assessor.exchange.unreadable import UnreadableFile

_DEEPEST = 200


def parse_xml(data: bytes, name: str) -> Element:
    """The root element; raises UnreadableFile for XML that is broken, too deep, or declares entities."""
    try:
        root: Element = SafeTree.fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        why = "its XML declares entities or outside parts, as an attack would"
        raise UnreadableFile(name, why, "do not open it, and ask its sender for a fresh copy") from error
    except (ParseError, ValueError, LookupError) as error:
        raise UnreadableFile(
            name, "its XML is damaged", "open it in its own program and save it again"
        ) from error
    _check_depth(root, name)
    return root


def local_name(element: Element) -> str:
    """An element's name without its namespace, since Word writes two."""
    return str(element.tag).rpartition("}")[2]


def _check_depth(root: Element, name: str) -> None:
    level, depth = [root], 0
    while level:
        level = [child for element in level for child in element]
        depth += 1
        if depth > _DEEPEST:
            raise UnreadableFile(name, "its XML is nested too deep", "ask its sender for a fresh copy")
