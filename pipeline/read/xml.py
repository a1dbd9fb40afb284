"""XML from strangers: no entities, no network, no document type of its own."""
from __future__ import annotations

from typing import Any

from pipeline.read.failures import failure
from pipeline.read.limits import LIMITS


def parse_xml(data: bytes, what: str) -> Any:
    """The root element. Raises `unsafe` for entity declarations, `too_large`, `damaged`."""
    from lxml import etree

    if len(data) > LIMITS.xml_bytes:
        raise failure("too_large", what)
    head = data[:4000].replace(b"\x00", b"")
    if b"<!ENTITY" in head or b"<!ENTITY" in data or (b"<!DOCTYPE" in head and b"[" in head.split(b"<!DOCTYPE", 1)[1][:400]):
        raise failure("unsafe", f"{what} declares entities")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
                             remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise failure("damaged", what) from error
    if root is None:
        raise failure("damaged", what)
    return root
