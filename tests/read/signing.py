"""Signed containers made by hand, with a key made on the spot: XAdES as eParaksts writes it, without the library under test."""
from __future__ import annotations

import base64
import hashlib
import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID
from lxml import etree

from tests.read.helpers import zipped

DS = "http://www.w3.org/2000/09/xmldsig#"
XADES = "http://uri.etsi.org/01903/v1.3.2#"
C14N = "http://www.w3.org/2001/10/xml-exc-c14n#"
SIGNED_AT = "2024-08-29T14:05:00Z"
MIMETYPE = "application/vnd.etsi.asic-e+zip"


@dataclass(frozen=True)
class Signer:
    """A key and a certificate that nobody but itself vouches for."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate


def signer(name: str = "ANDRIS BĒRZIŅŠ") -> Signer:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    given, family = name.split()
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name), x509.NameAttribute(NameOID.GIVEN_NAME, given),
                         x509.NameAttribute(NameOID.SURNAME, family)])
    start = datetime(2024, 1, 1, tzinfo=UTC)
    usage = x509.KeyUsage(digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False,
                          key_agreement=False, key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False)
    certificate = (x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
                   .serial_number(1).not_valid_before(start).not_valid_after(start + timedelta(days=3650))
                   .add_extension(usage, critical=True).sign(key, hashes.SHA256()))
    return Signer(key, certificate)


def digest(data: bytes) -> str:
    return base64.b64encode(hashlib.sha256(data).digest()).decode()


def canonical(element: etree._Element) -> bytes:
    out = io.BytesIO()
    etree.ElementTree(element).write_c14n(out, exclusive=True)
    return out.getvalue()


def signature(files: dict[str, bytes], by: Signer, number: int = 0) -> bytes:
    """META-INF/signaturesN.xml over the files."""
    der = base64.b64encode(by.certificate.public_bytes(serialization.Encoding.DER)).decode()
    properties = (f'<xades:SignedProperties xmlns:xades="{XADES}" Id="S{number}-props"><xades:SignedSignatureProperties>'
                  f"<xades:SigningTime>{SIGNED_AT}</xades:SigningTime></xades:SignedSignatureProperties></xades:SignedProperties>")
    references = "".join(
        f'<ds:Reference URI="{quote(name)}"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>'
        f"<ds:DigestValue>{digest(data)}</ds:DigestValue></ds:Reference>" for name, data in files.items())
    references += (f'<ds:Reference URI="#S{number}-props" Type="http://uri.etsi.org/01903#SignedProperties"><ds:Transforms>'
                   f'<ds:Transform Algorithm="{C14N}"/></ds:Transforms>'
                   '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/>'
                   f"<ds:DigestValue>{digest(canonical(etree.fromstring(properties)))}</ds:DigestValue></ds:Reference>")
    signed = (f'<ds:SignedInfo xmlns:ds="{DS}"><ds:CanonicalizationMethod Algorithm="{C14N}"/>'
              f'<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>{references}</ds:SignedInfo>')
    value = by.key.sign(canonical(etree.fromstring(signed)), padding.PKCS1v15(), hashes.SHA256())
    return ('<asic:XAdESSignatures xmlns:asic="http://uri.etsi.org/02918/v1.2.1#">'
            f'<ds:Signature xmlns:ds="{DS}" Id="S{number}">{signed}'
            f"<ds:SignatureValue>{base64.b64encode(value).decode()}</ds:SignatureValue>"
            f"<ds:KeyInfo><ds:X509Data><ds:X509Certificate>{der}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>"
            f'<ds:Object><xades:QualifyingProperties xmlns:xades="{XADES}" Target="#S{number}">{properties}'
            "</xades:QualifyingProperties></ds:Object></ds:Signature></asic:XAdESSignatures>").encode()


def container(files: dict[str, bytes], signatures: list[bytes], mimetype: str = MIMETYPE) -> bytes:
    members: dict[str, bytes | str] = {"mimetype": mimetype, **files}
    return zipped(members | {f"META-INF/signatures{number}.xml": one for number, one in enumerate(signatures)})


def sign_pdf(data: bytes, by: Signer) -> bytes:
    """The PDF with a signature inside (PAdES)."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers

    packed = serialization.pkcs12.serialize_key_and_certificates(
        b"x", by.key, by.certificate, None, serialization.NoEncryption())
    simple = signers.SimpleSigner.load_pkcs12_data(packed, other_certs=[], passphrase=None)
    out = io.BytesIO()
    signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(data)), signers.PdfSignatureMetadata(
        field_name="Paraksts", md_algorithm="sha256"), signer=simple, output=out)
    return out.getvalue()
