"""Signatures inside a PDF (PAdES), checked offline with pyHanko."""
from __future__ import annotations

import io
from typing import Any

from pipeline.read.xades import common_name
from pipeline.records import ESignature

MARK = b"/ByteRange"


def read_pdf_signatures(data: bytes) -> tuple[ESignature, ...]:
    """Every signature field that was signed; () for the many PDFs without any, at the cost of one search."""
    if MARK not in data:
        return ()
    import logging

    from pyhanko.pdf_utils.reader import PdfFileReader

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    try:
        signatures = list(PdfFileReader(io.BytesIO(data), strict=False).embedded_regular_signatures)
    except Exception:   # a PDF that PDFium can read and pyHanko cannot: the signature is there, nothing is known of it
        return (ESignature(signer=None, signed_at=None, digest_ok=None, signature_ok=None),)
    return tuple(read_one(signature) for signature in signatures[:50])


def read_one(signature: Any) -> ESignature:
    from cryptography import x509
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    signer = signed_at = None
    digest_ok = signature_ok = None
    try:
        signer = common_name(x509.load_der_x509_certificate(signature.signer_cert.dump()))
        reported = signature.self_reported_timestamp
        signed_at = reported.isoformat() if reported is not None else None
        status = validate_pdf_signature(signature, ValidationContext(trust_roots=[], allow_fetching=False))
        digest_ok, signature_ok = bool(status.intact), bool(status.valid)
    except Exception:   # an unknown algorithm or a broken structure: what was found so far stands
        pass
    return ESignature(signer=signer, signed_at=signed_at, digest_ok=digest_ok, signature_ok=signature_ok)
