"""Electronic signatures against the document they sign.

    a signed file changed after signing              → signature.invalid
    signed by "Anna Ozola", under it "M. Vaskis"     → signature.signer_differs
    signed by "Māris Vaskis", under it "M. Vaskis"   → nothing: one may be the other
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.records import Decision, Finding

WORD = re.compile(r"[^\W\d_]+")


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


def same_person(signer: str, printed: str) -> bool:
    """The surname is the same and the given names may be: `M. Vaskis` is `Māris Vaskis`, in either order."""
    a, b = WORD.findall(signer.casefold()), WORD.findall(printed.casefold())
    if not a or not b:
        return False
    return any(surname in b and fits([x for x in a if x != surname], [x for x in b if x != surname])
               for surname in a if len(surname) > 1)


def fits(a: list[str], b: list[str]) -> bool:
    """Given names or initials that do not contradict each other."""
    return not a or not b or any(x.startswith(y) or y.startswith(x) for x in a for y in b)
