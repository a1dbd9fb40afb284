"""One decision's text cut into zones.

Zones stand in text order, do not overlap, and together hold every letter of the text; only white space lies between them.
A kind may come more than once. What each holds:

    head          letterhead, type line, number, date, place, protocol; also a date line at the foot, `LĒMUMS Nr. 12` under
                  a minutes item, and the item's number before its title
    title         the title alone; at the end of the text where publishers put it
    facts         what the council found, up to the legal basis
    basis         from `Pamatojoties uz …` to the vote or the operative formula
    vote          `atklāti balsojot: …`, before the operative word or after the resolution
    operative     the body's name, when it stands right before the operative word, and that word with its colon
    resolution    the points: everything decided; nothing of the tail below
    annexes       the list of annexes (`Pielikumā: 1) … uz 3 lp.`)
    appeal        the unnumbered notice of where and when to appeal
    signature     roles and names, `(personiskais paraksts)`
    distribution  `Izsniegt: …`, `Sagatavoja: …`, the drafter's telephone, `NORAKSTS PAREIZS` with its place and date
    annex_text    an annex that follows in the same file, from its own heading to the end of the part
    other         speakers' lines, the text of regulations, everything else
"""
from __future__ import annotations

from pipeline.clean.text import Text
from pipeline.latvian.speech import SPEAKER
from pipeline.records import DocumentType
from pipeline.segment import marks
from pipeline.segment.cuts import Cuts
from pipeline.segment.headings import find_title, is_foot_date, is_head_line
from pipeline.segment.numbering import number_alone
from pipeline.segment.operative import find_operative
from pipeline.segment.part import Zone
from pipeline.segment.reasons import split_reasons
from pipeline.segment.tail import label_tail


def cut(
    text: Text, lines: list[str], document_type: DocumentType, *, item: bool = False, item_end: int = 0,
) -> tuple[Zone, ...]:
    """The zones of one decision. `lines` are its paragraphs' words (`text.lines()`).

    `item`: a minutes item, whose heading number ends at offset `item_end`.
    """
    words = text.text
    cuts = Cuts()
    if not words.strip():
        return ()
    cuts.add(0, "head")
    paras = text.paragraphs
    operative = None
    if document_type not in ("binding_regulation", "other"):
        operative = find_operative(words, item_end, len(words), last=item)
    limit = _para_at(text, operative.body if operative else len(words))
    title = find_title(text, lines, limit if operative else min(len(paras), 30), item=item, item_end=item_end)
    body = _label_head(text, lines, cuts, title, item_end, operative.start if operative else len(words))
    if operative and paras[body if body < len(paras) else -1].start > operative.end:
        body = _para_at(text, operative.start)
    if operative:
        split_reasons(text, cuts, paras[body].start if body < len(paras) else len(words), operative)
        cuts.add(operative.body, "operative")
        if operative.end < len(words):
            cuts.add(operative.end, "resolution")
        first = _para_at(text, operative.end - 1)
        label_tail(text, lines, cuts, first + 1, first, titled=title is not None)
        if item:
            _vote_behind(text, cuts, first, operative.end)
    else:
        first = _without_operative(text, lines, cuts, body, document_type)
        regulation = document_type in ("binding_regulation", "other")
        label_tail(text, lines, cuts, first, first, titled=title is not None, base="other" if regulation else "resolution")
    return cuts.zones(words)


def _vote_behind(text: Text, cuts: Cuts, first: int, start: int) -> None:
    """Cuts the vote off the end of the resolution's last paragraph."""
    paras = text.paragraphs
    last = first
    while last + 1 < len(paras) and not cuts.begins(paras[last + 1].start):
        last += 1
    vote = marks.VOTE_BEHIND.search(text.text, max(start, paras[last].start), paras[last].end)
    if vote:
        cuts.add(vote.end(), "vote")


def _para_at(text: Text, offset: int) -> int:
    """Index of the paragraph that holds `offset`."""
    low, high = 0, len(text.paragraphs)
    while low < high:
        middle = (low + high) // 2
        if text.paragraphs[middle].end < offset:
            low = middle + 1
        else:
            high = middle
    return min(low, len(text.paragraphs) - 1)


def _label_head(text: Text, lines: list[str], cuts: Cuts, title: tuple[int, int] | None, item_end: int, stop: int) -> int:
    """Marks head and title; gives the index of the first paragraph of the body. `title` is a span of characters; at `stop`
    the operative word stands."""
    paras = text.paragraphs
    index = 0
    if title:
        cuts.add(title[0], "title")
        last = _para_at(text, title[1])
        if title[1] < paras[last].end:
            cuts.add(title[1], "head")
        index = last + 1
    while index < len(paras) and paras[index].end < stop:
        line = lines[index]
        if SPEAKER.match(line) and title:
            cuts.add(paras[index].start, "other")
        elif is_head_line(line, after_title=title is not None) or paras[index].end <= item_end or number_alone(line):
            cuts.add(paras[index].start, "head")
        else:
            break
        index += 1
    if index < len(paras):
        cuts.add(paras[index].start, "facts")
    return index


def _without_operative(text: Text, lines: list[str], cuts: Cuts, body: int, document_type: DocumentType) -> int:
    """Marks the body of an act that has no operative word; gives the index of its first paragraph that decides."""
    paras = text.paragraphs
    regulation = document_type in ("binding_regulation", "other")
    for index in range(body, len(paras)):
        line = lines[index]
        point = marks.POINT.match(line)
        if regulation and not marks.BASIS_PARAGRAPH.match(line) and not line.startswith("un "):
            cuts.add(paras[index].start, "other")
            return index
        if (point and point["number"] in ("1", "1.1")) or _infinitive(line):
            if not regulation:
                cuts.add(paras[index].start, "resolution")
            return index
        if marks.BASIS_PARAGRAPH.match(line):
            cuts.add(paras[index].start, "basis")
        if marks.signature_line(line) or is_foot_date(line):
            return index
    return body


def _infinitive(line: str) -> bool:
    """`Izdarīt šādus grozījumus: …`, `Piešķirt …`: a sentence that decides without an operative word."""
    first, _, rest = line.partition(" ")
    return len(first) > 4 and first.endswith(("āt", "ēt", "īt", "ot", "kt", "rt", "st", "ūt", "lt", "mt", "pt", "gt", "dt")) \
        and first[0].isupper() and first[1:].islower() and len(rest) > 8


__all__ = ["cut"]
