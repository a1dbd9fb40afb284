"""Electronic signatures, checked offline: whole, over a changed file, with a wrong value; and the signer against the text."""
from __future__ import annotations

from typing import Any

import pytest

from pipeline.read.options import ReadOptions
from pipeline.read.readers import Unread, unpack
from tests.read.helpers import FILES, records, refused, sample, zipped
from tests.read.signing import SIGNED_AT, Signer, container, sign_pdf, signature, signer

NAME = "Lēmums Nr. 318.docx"


@pytest.fixture(scope="module")
def by() -> Signer:
    return signer()


@pytest.fixture(scope="module")
def document() -> bytes:
    return sample("licupe-318.docx")


def signatures(data: bytes, **options: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = records(data, "lemums.edoc", **options)[0]["source"]["e_signatures"]
    return found


def codes(data: bytes) -> list[str]:
    return [f["code"] for f in records(data, "lemums.edoc")[0]["findings"] if f["code"].startswith("signature.")]


@pytest.mark.parametrize("mimetype", ["application/vnd.etsi.asic-e+zip", "application/vnd.lv.edoc", "text/plain"])
def test_valid(by: Signer, document: bytes, mimetype: str) -> None:
    data = container({NAME: document}, [signature({NAME: document}, by)], mimetype)
    assert signatures(data) == [{"signer": "Andris Bērziņš", "signed_at": SIGNED_AT, "digest_ok": True, "signature_ok": True,
                                 "chain": "not checked"}]
    record = records(data, "lemums.edoc")[0]
    assert record["source"]["path"] == f"lemums.edoc/{NAME}"
    assert record["source"]["container"]["path"] == "lemums.edoc"
    assert record["number"] == "318"
    assert codes(data) == []


def test_a_changed_document(by: Signer, document: bytes) -> None:
    data = container({NAME: sample("licupe-318.odt")}, [signature({NAME: document}, by)])
    assert [(s["digest_ok"], s["signature_ok"]) for s in signatures(data)] == [(False, True)]
    assert codes(data) == ["signature.invalid"]


def test_a_document_that_is_gone(by: Signer, document: bytes) -> None:
    data = container({NAME: document}, [signature({NAME: document, "pielikums.pdf": b"x"}, by)])
    assert signatures(data)[0]["digest_ok"] is False


@pytest.mark.parametrize(("old", "new"), [
    (b"<ds:SignatureValue>", b"<ds:SignatureValue>AAAA"),                       # another value
    (SIGNED_AT.encode(), b"2023-01-01T00:00:00Z"),                                # signed properties changed
])
def test_a_wrong_value(by: Signer, document: bytes, old: bytes, new: bytes) -> None:
    data = container({NAME: document}, [signature({NAME: document}, by).replace(old, new)])
    assert [(s["digest_ok"], s["signature_ok"]) for s in signatures(data)] == [(True, False)]
    assert codes(data) == ["signature.invalid"]


def test_anothers_certificate(by: Signer, document: bytes) -> None:
    """The value was made with one key, the certificate shown is another's."""
    other = Signer(by.key, signer("JĀNIS KALĒJS").certificate)
    assert signatures(container({NAME: document}, [signature({NAME: document}, other)]))[0]["signature_ok"] is False


def test_two_signers_each_over_its_own_document(by: Signer, document: bytes) -> None:
    second, name = signer("ILZE KALNIŅA"), "izraksts.odt"
    files = {NAME: document, name: sample("licupe-318.odt")}
    data = container(files, [signature({NAME: document}, by), signature(files, second, 1)])
    sources = [record["source"] for record in records(data, "x.asice")]
    found = {source["path"].split("/")[-1]: [s["signer"] for s in source["e_signatures"]] for source in sources}
    assert found == {NAME: ["Andris Bērziņš", "Ilze Kalniņa"], name: ["Ilze Kalniņa"]}


def test_signed_by_another_than_the_text_names(document: bytes) -> None:
    data = container({NAME: document}, [signature({NAME: document}, signer("ILZE KALNIŅA"))])
    assert codes(data) == ["signature.signer_differs"]


def test_garbled_signatures_leave_the_document_readable(by: Signer, document: bytes) -> None:
    for spoilt in (b"<not-xml", b"<a/>", signature({NAME: document}, by).replace(b"X509Certificate>", b"X>")):
        record = records(container({NAME: document}, [spoilt]), "x.edoc")[0]
        assert record["number"] == "318"
        assert all(s["signature_ok"] is not True for s in record["source"]["e_signatures"])


def test_entities_in_a_signature_are_not_expanded(by: Signer, document: bytes) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "c">]>' + signature({NAME: document}, by)
    assert signatures(container({NAME: document}, [bomb])) == [
        {"signer": None, "signed_at": None, "digest_ok": None, "signature_ok": None, "chain": "not checked"}]


def test_signed_pdf(by: Signer) -> None:
    signed = sign_pdf(sample("licupe-318.pdf"), by)
    found = records(signed, "lemums.pdf")[0]
    assert found["number"] == "318"
    one = found["source"]["e_signatures"]
    assert [(s["signer"], s["digest_ok"], s["signature_ok"]) for s in one] == [("Andris Bērziņš", True, True)]
    assert one[0]["signed_at"]


def test_signed_pdf_changed_since(by: Signer) -> None:
    signed = sign_pdf(sample("licupe-318.pdf"), by)
    changed = signed.replace(b"/Producer", b"/Xroducer", 1)
    assert changed != signed
    one = records(changed, "lemums.pdf")[0]["source"]["e_signatures"][0]
    assert one["digest_ok"] is False


def test_signed_pdf_inside_a_signed_container(by: Signer) -> None:
    signed = sign_pdf(sample("licupe-318.pdf"), signer("ILZE KALNIŅA"))
    data = container({"lemums.pdf": signed}, [signature({"lemums.pdf": signed}, by)])
    assert [s["signer"] for s in signatures(data)] == ["Andris Bērziņš", "Ilze Kalniņa"]


def test_every_member_is_accounted_for(document: bytes) -> None:
    data = zipped({"a/lēmums.docx": document, "b.pdf": b"%PDF-1.4 cut", "c.txt": b"", "d.bin": b"\x7fELF", "__MACOSX/x": b"1",
                   "Thumbs.db": b"2"})
    found = unpack(data, "all.zip", ReadOptions(ocr=False))
    assert {one.path: one.code if isinstance(one, Unread) else "read" for one in found} == {
        "all.zip/a/lēmums.docx": "read", "all.zip/b.pdf": "damaged", "all.zip/c.txt": "empty", "all.zip/d.bin": "unreadable"}
    assert refused(zipped({"mimetype": "x"})) == "no_document"


def test_originals_are_never_changed(by: Signer, document: bytes) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in FILES.iterdir()}
    data = container({NAME: document}, [signature({NAME: document}, by)])
    copy = bytes(data)
    records(data)
    assert data == copy
    assert {path.name: path.stat().st_mtime_ns for path in FILES.iterdir()} == before
