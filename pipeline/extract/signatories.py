"""Who signed, with the role as printed.

    Domes priekšsēdētājs<TAB>(personiskais paraksts)<TAB>M. Valpēters   → Domes priekšsēdētājs: M. Valpēters
    Sēdes vadītājs, / domes priekšsēdētājs / A. Bērziņš                 → Sēdes vadītājs, domes priekšsēdētājs: A. Bērziņš
    Kolēģijas locekļi: A.Svirido, J.Rumkovskis                          → two, each Kolēģijas locekļi
"""
from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.clean.text import Text
from pipeline.extract.people.signature_line import Piece, pieces, without_marks
from pipeline.latvian.names import capitals
from pipeline.records import Signatory, Span

_FOLD = re.compile(r"\s+")
_POINT = re.compile(r"\s*(?:\d{1,3}(?:\.\d{1,3})*[.)]|[-•–]\s|[a-z]\))\s*\S")
#: Lines of a signature block that name nobody who signed: closing words, e-signature notices, letters' contacts. In small
#: letters, which `re` finds faster than letters of either kind.
_NOISE = re.compile(
    r"dokument\w*\s+(?:ir\s+)?(?:elektroniski\s+)?(?:parakst|sagatavot)|elektronisk\w*\s+parakst|laika\s+zīmog|\d{5}|@|www\."
    r"|protokol\w*\s+parakst|sēd[ie]\s+(?:slē|beid|pārtr)|sēdes?\s+(?:slē|beid)|pielikum"
    r"|lēmum\w*\s+(?:var|stājas|pieņemts)")
#: What follows a signature and is none: who prepared, who gets a copy, who certifies one.
_AFTER = re.compile(
    r"\s*\W{0,3}(?:izsnieg|nosūt|izdruk|sagatavo|iesnie[dg]|sastādī|izpildī(?:ja|tāj[sa]?\s*[:\-–])|saskaņo|vīz[aēu]|kopij|adresāt|paziņot"
    r"|informācij|tālr|tel\.|izstrādā|projekt[us]\s+(?:sagat|iesn|izstr)|lēmumprojekt|lēmuma\s+projekt|ziņo|norakst|izrakst|atbildīg)",
    re.IGNORECASE)
_CERTIFIED = re.compile(r"\s*(?:norakst|izrakst|kopij|atvasinājum)\w*\s+(?:ir\s+)?(?:pareiz|apliecin)", re.IGNORECASE)
_LONGEST = 200


@dataclass(slots=True)
class _Block:
    """Offices and names that wait for each other: printed side by side, one above the other, or in columns."""

    offices: list[Piece] = field(default_factory=list)
    names: list[Piece] = field(default_factory=list)
    named_first: bool = False


def read_signatories(text: Text, zones: list[Span]) -> list[Signatory]:
    """The signatures that stand in the given zones of `text` (usually one `signature` zone), in printed order.

    Names keep the completeness they are printed in (`J.Sproģis`), in normal capitals; roles keep the printed words, with the
    marks for the hand-written signature left out. A lone name without an office counts only where nothing else was signed.
    """
    found: list[Signatory] = []
    lone: list[Signatory] = []
    for start, end in zones:
        _read_zone(text.text, start, end, found, lone)
    return found or lone[:1]


def _read_zone(text: str, start: int, end: int, found: list[Signatory], lone: list[Signatory]) -> None:
    block = _Block()
    prepared = False
    for left, right in _lines(text, start, end):
        line = text[left:right]
        if _CERTIFIED.match(line):
            break
        if _AFTER.match(line):
            _close(text, block, found, lone)
            if found:
                break
            # `Sagatavoja:` alone: the next line names who did.
            prepared = line.rstrip().endswith(":")
            continue
        if prepared or len(line) > _LONGEST or _POINT.match(line) or _NOISE.search(without_marks(line).lower()):
            prepared = False
            continue
        _add(text, pieces(text, left, right), block, found, lone)
    _close(text, block, found, lone)


def _lines(text: str, start: int, end: int) -> list[Span]:
    spans = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if text[start:stop].strip():
            spans.append((start, stop))
        start = stop + 1
    return spans


def _add(text: str, line: list[Piece], block: _Block, found: list[Signatory], lone: list[Signatory]) -> None:
    """Takes one line into the block; a block is closed when a new one can begin."""
    for index, piece in enumerate(line):
        if piece.kind == "name":
            if block.offices and block.offices[-1].kind == "words" and len(block.offices) == 1:
                block.offices.clear()
            block.names.append(piece)
            block.named_first |= not block.offices
            continue
        full = bool(block.names) and (bool(block.offices) and (not block.named_first or len(block.offices) >= len(block.names)))
        if full or (block.names and piece.kind == "words" and not _continues(text, piece)):
            _close(text, block, found, lone)
        before = block.offices[-1] if block.offices and not index else None
        if before and (before.kind == "words" or piece.kind == "words" or _continues(text, piece)
                       or text[before.start:piece.start].rstrip().endswith(",")):
            kind = "office" if "office" in (before.kind, piece.kind) else "words"
            block.offices[-1] = Piece(kind, before.start, piece.end, piece.column, before.plural or piece.plural)  # type: ignore[arg-type]
        else:
            block.offices.append(piece)


def _continues(text: str, piece: Piece) -> bool:
    return text[piece.start].islower()


def _close(text: str, block: _Block, found: list[Signatory], lone: list[Signatory]) -> None:
    """Pairs the block's offices with its names and empties it."""
    offices, names = [office for office in block.offices if office.kind == "office"], block.names
    if names and not offices:
        lone.extend(_signatory(text, None, name) for name in names)
    elif len(offices) == len(names):
        found.extend(_signatory(text, office, name) for office, name in zip(offices, names, strict=True))
    elif names and len(names) == 1:
        # Two lines of offices above one name are one person's: `Sēdes vadītājs` / `domes priekšsēdētājs`.
        found.append(_signatory(text, Piece("office", offices[0].start, offices[-1].end), names[0]))
    elif names and len(offices) == 1:
        found.extend(_signatory(text, offices[0], name) for name in names[:None if offices[0].plural else 1])
    elif names:
        found.extend(_signatory(text, office, name) for office, name in zip(offices, names, strict=False))
    block.offices, block.names, block.named_first = [], [], False


def _signatory(text: str, office: Piece | None, name: Piece) -> Signatory:
    role = _FOLD.sub(" ", without_marks(text[office.start:office.end], " ")).strip(" ,:;–—-/(|") if office else None
    near = office is not None and text.count("\n", min(office.start, name.start), max(office.end, name.end)) <= 3
    start, end = (min(office.start, name.start), max(office.end, name.end)) if office and near else (name.start, name.end)
    return Signatory(role=role or None, name=_FOLD.sub(" ", capitals(text[name.start:name.end])), span=(start, end))
