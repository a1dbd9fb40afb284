"""XAdES signatures of .edoc and .asice containers, checked offline.

What is checked: every signed file still has its digest; the signature value fits the key of the certificate that the
signature carries. What is not: who issued the certificate, and whether it was revoked (`chain: not checked`).
"""
from __future__ import annotations

import base64
import binascii
import copy
import hashlib
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

from pipeline.read.source import ReadError
from pipeline.read.xml import parse_xml
from pipeline.records import ESignature

DS = "{http://www.w3.org/2000/09/xmldsig#}"
#: Digest methods by the end of their URI; SHA-1 stands in containers signed before 2016.
DIGESTS = {"#sha1": "sha1", "#sha224": "sha224", "#sha256": "sha256", "#sha384": "sha384", "#sha512": "sha512"}


def read_signatures(data: bytes, payload: dict[str, bytes]) -> list[tuple[ESignature, frozenset[str]]]:
    """Every signature in one signature file, with the names of the payload's members it covers."""
    try:
        root = parse_xml(data, "a signature file")
    except ReadError:
        return [(ESignature(signer=None, signed_at=None, digest_ok=None, signature_ok=None), frozenset(payload))]
    count = len(list(root.iter(DS + "Signature")))
    return [read_signature(root, index, payload) for index in range(min(count, 50))]


def read_signature(root: Any, index: int, payload: dict[str, bytes]) -> tuple[ESignature, frozenset[str]]:
    signature = list(root.iter(DS + "Signature"))[index]
    covered, digest_ok = check_digests(signature, payload)
    certificate = certificate_of(signature)
    signed_at = next((e.text.strip() for e in signature.iter() if isinstance(e.tag, str) and e.tag.endswith("}SigningTime")
                      and e.text), None)
    return ESignature(signer=common_name(certificate), signed_at=signed_at, digest_ok=digest_ok,
                      signature_ok=check_value(root, index, certificate, payload)), covered or frozenset(payload)


def check_digests(signature: Any, payload: dict[str, bytes]) -> tuple[frozenset[str], bool | None]:
    """Which members are signed, and whether all of them are there unchanged; None when no file is signed or a digest
    is of a kind unknown here."""
    covered: set[str] = set()
    verdict: bool | None = None
    for reference in signature.iter(DS + "Reference"):
        uri = reference.get("URI") or ""
        if not uri or uri.startswith("#"):
            continue
        name = unquote(uri).removeprefix("./").lstrip("/")
        if name == "mimetype":
            continue
        method, value = reference.find(DS + "DigestMethod"), reference.find(DS + "DigestValue")
        said = (method.get("Algorithm") or "") if method is not None else ""
        algorithm = next((name for end, name in DIGESTS.items() if said.endswith(end)), None)
        if algorithm is None or value is None:
            return frozenset(covered), None
        if name in payload:
            covered.add(name)
        same = name in payload and _decoded(value.text) == hashlib.new(algorithm, payload[name]).digest()
        verdict = same if verdict is None else verdict and same
    return frozenset(covered), verdict


def _decoded(text: str | None) -> bytes | None:
    try:
        return base64.b64decode("".join((text or "").split()))
    except (binascii.Error, ValueError):
        return None


def certificate_of(signature: Any) -> Any:
    """The certificate in the signature's KeyInfo; None when there is none that can be read."""
    from cryptography import x509

    element = next(signature.iter(DS + "X509Certificate"), None)
    der = _decoded(element.text) if element is not None else None
    try:
        return x509.load_der_x509_certificate(der) if der else None
    except ValueError:
        return None


def common_name(certificate: Any) -> str | None:
    """The name on a certificate, as a person writes it: eParaksts prints `VĀRDS UZVĀRDS` as the common name."""
    from cryptography.x509.oid import NameOID

    if certificate is None:
        return None
    try:
        found = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
        given = certificate.subject.get_attributes_for_oid(NameOID.GIVEN_NAME)
        family = certificate.subject.get_attributes_for_oid(NameOID.SURNAME)
    except ValueError:
        return None
    name = f"{given[0].value} {family[0].value}" if given and family else found[0].value if found else None
    if not name:
        return None
    return " ".join(part.capitalize() if part.isupper() else part for part in str(name).replace(",", " ").split())


def check_value(root: Any, index: int, certificate: Any, payload: dict[str, bytes]) -> bool | None:
    """Whether the signature value fits; None when it cannot be said (no certificate, an algorithm unknown here)."""
    from signxml import DigestAlgorithm, SignatureConfiguration, SignatureMethod, XMLVerifier
    from signxml.exceptions import InvalidDigest, InvalidSignature

    if certificate is None:
        return None
    alone = copy.deepcopy(root)
    for at, other in enumerate(list(alone.iter(DS + "Signature"))):
        if at != index and other.getparent() is not None:
            other.getparent().remove(other)
    config = SignatureConfiguration(
        expect_references=False, signature_methods=frozenset(SignatureMethod), digest_algorithms=frozenset(DigestAlgorithm),
        ignore_ambiguous_key_info=True, verification_time=_within(certificate))
    try:
        XMLVerifier().verify(alone, x509_cert=certificate, validate_schema=False, expect_config=config, id_attribute="Id",
                             uri_resolver=lambda uri: payload.get(unquote(uri).removeprefix("./").lstrip("/"), b""))
    except InvalidDigest as error:
        # The value itself fits. A changed file is `digest_ok`'s to tell; changed signed properties are the signature's.
        return "(#" not in str(error)
    except InvalidSignature:
        return False
    except Exception:   # whatever signxml cannot handle leaves the question open; the document itself is still read
        return None
    return True


def _within(certificate: Any) -> datetime:
    """A time at which the certificate was valid: expiry is part of the chain, which is not checked."""
    start: datetime = certificate.not_valid_before_utc
    end: datetime = certificate.not_valid_after_utc
    return min(max(start, datetime.now(UTC)), end)
