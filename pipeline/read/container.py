"""Containers: .zip, and the e-signed .edoc, .asice, .sce (a ZIP with META-INF/signatures*.xml).

Every member is read or named with the reason why not; members that are part of the container itself (signatures,
manifests, desktop litter) are no documents. Originals are never changed, and nothing is written to disk.
"""
from __future__ import annotations

import hashlib
from dataclasses import replace

from pipeline.read.archive import Archive, open_archive, safe_name
from pipeline.read.failures import failure
from pipeline.read.limits import LIMITS
from pipeline.read.options import ReadOptions
from pipeline.read.readers import Unread, unpack
from pipeline.read.sniff import MEDIA_TYPES, Kind
from pipeline.read.source import ReadError, Source
from pipeline.records import Container, ESignature

Signed = tuple[ESignature, frozenset[str]]     # a signature and the members it covers
LITTER = ("__MACOSX/", "META-INF/")
LITTER_NAMES = frozenset((".DS_Store", "Thumbs.db", "desktop.ini", "mimetype"))


def read_members(data: bytes, path: str, kind: Kind, options: ReadOptions, depth: int) -> list[Source | Unread]:
    """Every member as a document or a reason. Raises `no_document`, `too_large`, `bomb`, `unsafe`, `damaged`."""
    container = Container(path=path, sha256=hashlib.sha256(data).hexdigest(), media_type=MEDIA_TYPES[kind])
    found: list[Source | Unread] = []
    with open_archive(data, options.password) as archive:
        payload: dict[str, bytes] = {}
        for info in archive.members:
            name = safe_name(info.filename)
            if name is None:
                raise failure("unsafe", f"a member named {info.filename[:80]!r}")
            if name.startswith(LITTER) or name.rsplit("/", 1)[-1] in LITTER_NAMES:
                continue
            try:
                member = archive.read(info)
            except ReadError as error:
                if error.code == "bomb":
                    raise
                found.append(Unread(f"{path}/{name}", error.code, error.message))
                continue
            if kind == "asic":
                payload[name] = member
            found.extend(_member(member, f"{path}/{name}", options, depth))
        signatures = _signatures(archive, payload) if kind == "asic" else []
    if not found:
        raise failure("no_document", path.rsplit("/", 1)[-1])
    return [_placed(one, container, signatures, path) if isinstance(one, Source) else one for one in found]


def _placed(source: Source, container: Container, signatures: list[Signed], path: str) -> Source:
    """The document with the innermost container it came from and the signatures that cover it."""
    name = source.path.removeprefix(f"{path}/")
    covering = tuple(signature for signature, names in signatures if name in names or name.split("/", 1)[0] in names)
    return replace(source, container=source.container or container, e_signatures=covering + source.e_signatures)


def _member(data: bytes, path: str, options: ReadOptions, depth: int) -> list[Source | Unread]:
    try:
        return unpack(data, path, options, depth + 1)
    except ReadError as error:
        if error.code == "bomb":
            raise
        return [Unread(path, error.code, error.message)]


def _signatures(archive: Archive, payload: dict[str, bytes]) -> list[Signed]:
    from pipeline.read.xades import read_signatures

    found: list[Signed] = []
    for info in archive.members:
        name = info.filename.lower()
        if name.startswith("meta-inf/") and "signatures" in name and name.endswith(".xml"):
            found.extend(read_signatures(archive.read(info, LIMITS.xml_bytes), payload))
    return found
