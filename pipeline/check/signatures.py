"""Electronic signatures against the document they sign.

    a signed file changed after signing              → signature.invalid
    signed by "Anna Ozola", under it "M. Vaskis"     → signature.signer_differs
    signed by "Māris Vaskis", under it "M. Vaskis"   → nothing: one may be the other
"""
from __future__ import annotations

from collections.abc import Iterator

from pipeline.latvian.names.same import same_person
from pipeline.records import Decision, Finding


def check_signatures(decision: Decision) -> Iterator[Finding]:
    """`signature.invalid` for each signature that does not hold; `signature.signer_differs` when no signer signed the text."""
    signatures = decision.source.e_signatures
    for signature in signatures:
        if signature.digest_ok is False or signature.signature_ok is False:
            why = ("a signed file was changed or is missing" if signature.digest_ok is False
                   else "its value does not fit its certificate")
            signer = signature.signer or "an unknown signer"
            yield Finding(code="signature.invalid", severity="error",
                          message=f"The electronic signature of {signer} does not hold: {why}.")
    signers = [signature.signer for signature in signatures if signature.signer]
    names = [signatory.name for signatory in decision.signatories]
    if signers and names and not any(same_person(signer, name) for signer in signers for name in names):
        yield Finding(code="signature.signer_differs", severity="warning", span=decision.signatories[0].span,
                      message=f"Signed electronically by {', '.join(signers)}, but the document names {', '.join(names)}.")
