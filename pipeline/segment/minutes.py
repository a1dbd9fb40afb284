"""Where the items of a session's minutes begin.

    1. § / Par ielas nosaukumu                    → item 1, sign above the title
    2. / Par budžetu                              → item 2, number on a line of its own
    3. Par īri (lēmums Nr. 44/3)                  → item 3, number before the title
    Par īri<TAB>§ 4 · Par īri / 4. punkts         → item 4, number behind or below the title
    Par īri  (agenda: 5. Par īri)                 → item 5, number lost in conversion

A file keeps to one way. Each way proposes headings; that way is taken whose headings explain the file best: the agenda's
titles stand where items begin, and what lies between them ends as items do (`explains`).
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.clean.text import Text
from pipeline.latvian.speech import SPEAKER
from pipeline.segment import marks
from pipeline.segment.agenda import Agenda, alike, bare, same
from pipeline.segment.explains import explains
from pipeline.segment.numbering import NUMBER, ItemNumber, item_number, key_of, number_alone, number_behind
from pipeline.segment.operative import may_decide

#: What stands behind a number in its line, when that is a title.
_TITLE_BEHIND = re.compile(r"(?:[^\W\d]|[“„\"]).{2,700}$", re.DOTALL)
_DECISION_NUMBER = re.compile(r"[(\[] ?(?:lēmums|lēm\.) ?(?:Nr|nr)\.? ?\S+ ?[)\]]\.?$", re.IGNORECASE)
#: The item behind the decision's number: `(protokols Nr.14; 1.§)`, `(prot. Nr. 3, 4. p.)`, `(prot. Nr. 3, § 4)`.
_ITEM_BEHIND = re.compile(
    rf"[,;.] ?(?:(?P<number>{NUMBER})\.? ?(?:[§¤]|p\b|punkts|jautājums)|[§¤] ?(?P<n2>{NUMBER}))[^\d]{{0,12}}$")
#: Items that every session may close with, whatever they are called there.
_USUAL = re.compile(r"(?:Dažādi|DAŽĀDI|Cit[is]|CITI|Informācija|Informatīvie)(?: jautājum[is]| JAUTĀJUMI)?\.?$")
_SECTION = re.compile("[§¤]")
#: A number without its stop, or with another mark: `1 Par īri`, `1/ Par īri`, `1 – Par īri`.
_LOOSE = re.compile(
    rf"[\[(]?(?:(?P<number>{NUMBER}) ?[/:–\])-]?|[\d./-]{{3,9}})\.?[ \t]+(?=[^\W\d_]|[“„\"])")
_EXCERPT = re.compile(r"\b[Ii]zraksts?\b|\bIZRAKSTS?\b")

_LONGEST_HEAD_LINE = 220
_LONGEST_HEADING = 720
_WIDEST_GAP = 20  # numbers left out between two items that may still be looked for
_AHEAD = 6  # entries of the agenda that may be passed over, because their item bears another title


@dataclass(frozen=True, slots=True)
class Heading:
    """Paragraph where an item begins; its number as printed, and the offset where that number ends."""

    paragraph: int
    number: str | None
    end: int


def is_minutes(text: Text) -> bool:
    """A minutes line in the head, not the protocol reference of a single decision, and the usual opening of a session."""
    lines = [text.text[para.start:para.end] for para in text.paragraphs[:20]]
    for index, line in enumerate(lines):
        if len(line) > _LONGEST_HEAD_LINE or not marks.speaks_of_minutes(line):
            continue
        found = marks.MINUTES_LINE.match(line)
        if found and not re.search(r"[§¤]|\d\. ?p(?:\.|unkts)", found["rest"] or ""):
            return not _decided(lines[:index + 1]) and ("PROTOKOL" in line or index < 6 or _opening(text))
        if marks.excerpt_line(line, _words(text, index + 1)):
            return not _decided(lines[:index + 1])
    return False


def _decided(lines: list[str]) -> bool:
    """One of the lines heads a decision."""
    typed = (marks.TYPE_LINE.match(line) for line in lines if len(line) <= _LONGEST_HEAD_LINE)
    return any(one["type"].lower().startswith("lēmum") for one in typed if one)


def _opening(text: Text) -> bool:
    return bool(re.search(r"(?:Sēd[ie] (?:vada|atklāj|atklāta|sasaukta)|Protokolē|[Pp]iedalās"
        r"|[Dd]arba kārtīb)", text.text[:6000]))


def find_headings(text: Text, agenda: Agenda, start: int, end: int) -> list[Heading]:
    """The headings of items among paragraphs `[start, end)`."""
    best: list[Heading] = []
    top: int | None = None
    for way in (_sections, _alone, _lines, _behind, _decisions, _unnumbered, _loose_lines):
        found = _gaps(text, _fill(text, agenda, way(text, agenda, start, end), start, end))
        if not found or len(found) < 2 <= len(agenda.titles):
            continue
        weight, whole = explains(text, agenda, [(one.paragraph, one.number, one.end) for one in found], end)
        if way is _loose_lines and not whole:
            continue
        if top is None or weight > top:
            best, top = found, weight
        if whole:
            break
    return best


def _words(text: Text, index: int) -> str:
    if not 0 <= index < len(text.paragraphs):
        return ""
    para = text.paragraphs[index]
    return text.text[para.start:para.end]


def _follows(last: tuple[int, ...], number: tuple[int, ...], leap: int) -> bool:
    """`number` may come after `last`: the next one, or a few further when some were lost."""
    if number <= last:
        return False
    if len(number) == len(last) and number[:-1] == last[:-1]:
        return number[-1] - last[-1] <= leap
    return number[0] - last[0] <= leap if number[0] != last[0] else True


def _excerpt(text: Text) -> bool:
    """Some of the items only: their numbers leap."""
    return _EXCERPT.search(text.text, 0, 1500) is not None


def _sections(text: Text, agenda: Agenda, start: int, end: int) -> list[Heading]:
    found: list[Heading] = []
    last: tuple[int, ...] = (0,)
    for index in range(start, end):
        line = _words(text, index)
        number = item_number(line) if _SECTION.search(line, 0, 12) and len(line) <= 700 else None
        if not number or number.sign != "section":
            continue
        if _follows(last, number.key, 40):
            last = number.key
            title = line[number.end:]
            above = bool(title) and _numbers_a_decision(title)  # `1.§ (lēmums Nr. 12-1)`, the title below
            para = text.paragraphs[index]
            found.append(Heading(index, number.printed, para.end if above else para.start + number.end))
    return found


def _numbers_a_decision(line: str) -> bool:
    """Nothing but the decision's number: `(lēmums Nr. 12-1)`, `LĒMUMS Nr. GND/2020/341`."""
    if len(line) > 80:
        return False
    typed = marks.TYPE_LINE.match(line)
    return bool(_DECISION_NUMBER.fullmatch(line) or (typed and typed["type"].lower().startswith("lēm")))


def _alone(text: Text, agenda: Agenda, start: int, end: int) -> list[Heading]:
    found: list[Heading] = []
    free = _excerpt(text)
    last: tuple[int, ...] = (0,)
    for index in range(start, end):
        para = text.paragraphs[index]
        line = _words(text, index) if para.end - para.start <= 40 else ""
        number = item_number(line)
        if not number or number.end < len(line):
            continue
        below = index + 2 if _numbers_a_decision(_words(text, index + 1)) else index + 1
        title = _words(text, below)
        heard = marks.HEARD.match(title)
        title = (title[heard.end():] or _words(text, below + 1)) if heard else title
        known = _known(agenda, number)
        fits = alike(known, title) >= 0.7 if known else _titular(title, number)
        leap = 40 if known or free or number.sign in ("section", "item") else 1 if number.sign == "number" else 3
        if fits and _follows(last, number.key, leap):
            last = number.key
            found.append(Heading(index, number.printed, para.end))
    return found


def _titular(line: str, number: ItemNumber) -> bool:
    """What stands below a number alone can be a title: `Par …`; below a sign also `Dažādi`."""
    if line.endswith((":", ";")):
        return False
    return bool(marks.TITLE.match(line)) or (
        number.sign != "bare" and line[:1].isupper() and len(line) < 120 and not line.endswith((".", ",")))


def _known(agenda: Agenda, number: ItemNumber) -> str | None:
    """The title that the agenda gives this number."""
    printed = number.printed
    return agenda.titles.get(printed if printed[0].isdigit() else str(number.key[0]), agenda.titles.get(printed))


def _loose_lines(text: Text, agenda: Agenda, start: int, end: int) -> list[Heading]:
    """Numbered titles that have little to show for themselves."""
    return _lines(text, agenda, start, end, least=2)


def _lines(text: Text, agenda: Agenda, start: int, end: int, least: int = 3) -> list[Heading]:
    found: list[Heading] = []
    free = _excerpt(text)
    last: tuple[int, ...] = (0,)
    for index in range(start, end):
        line = _words(text, index)
        number = item_number(line) if len(line) < 720 else None
        behind = _TITLE_BEHIND.match(line, number.end) if number else None
        if not number or not behind:
            continue
        heard = marks.HEARD.match(behind[0])
        title = (behind[0][heard.end():] or _words(text, index + 1)) if heard else behind[0]
        weight = _weight(text, agenda, index, number, title) + (3 if heard else 0)
        if weight < least:
            continue
        sure = (weight >= (4 if free else 5) and number.sign != "number") or same(_known(agenda, number) or "", bare(title))
        if _follows(last, number.key, 40 if sure else 1):
            last = number.key
            found.append(Heading(index, number.printed, text.paragraphs[index].start + number.end))
    return found


def _behind(text: Text, agenda: Agenda, start: int, end: int) -> list[Heading]:
    """The number behind the title on its line, or alone on the line below it."""
    found: list[Heading] = []
    last: tuple[int, ...] = (0,)
    for index in range(start, end):
        line = _words(text, index)
        at, behind = index, number_behind(line) if len(line) < _LONGEST_HEADING else None
        if behind is None and index > start:
            at, behind = index - 1, _below(text, index)
        if behind is None:
            continue
        title, number = behind
        known = _known(agenda, number)
        if (alike(known, title) >= 0.7 if known else _titular(title, number)) and _follows(last, number.key, 40):
            last = number.key
            found.append(Heading(at, number.printed, text.paragraphs[at].start))
    return found


def _below(text: Text, index: int) -> tuple[str, ItemNumber] | None:
    """The title above the number that stands alone in paragraph `index`."""
    title = _words(text, index - 1)
    number = number_alone(_words(text, index)) if len(title) < _LONGEST_HEADING else None
    return (title, number) if number else None


def _weight(text: Text, agenda: Agenda, index: int, number: ItemNumber, title: str) -> int:
    """How surely `N. title` heads an item and is no point of a resolution; 3 is enough."""
    weight = 0
    known = _known(agenda, number)
    if known:
        close = alike(known, title) >= 0.7
        weight += 4 if same(known, bare(title)) or (close and not title.endswith(".")) else 1 if close else -2
    if _DECISION_NUMBER.search(title):
        weight += 3
    weight += 2 if _USUAL.match(title) else 1 if marks.TITLE.match(title) else 0
    weight += -3 if title.endswith((";", ":", ",")) else (0 if title.endswith(".") else 1)
    para = text.paragraphs[index]
    weight += (1 if para.blank_before else 0) + (1 if para.centered else 0)
    after = _words(text, index + 1)
    before = _words(text, index - 1)
    if SPEAKER.match(after):
        weight += 2
    if weight >= 0 and after[:1].isdigit() and _opens_section(number, title, after):
        return weight + 4
    if number.sign != "bare":
        return weight + (3 if title[0].isupper() else 0)
    for line, step in ((after, 1), (before, -1)):
        point = marks.POINT.match(line)
        if point and int(point["number"].split(".")[0]) == number.key[0] + step and not para.blank_before:
            weight -= 2
    if before.endswith(":") and not para.blank_before:
        weight -= 2
    return weight


def _opens_section(number: ItemNumber, title: str, after: str) -> bool:
    """`2. SOCIĀLIE JAUTĀJUMI` above `2.1. Par pabalstu`."""
    below = item_number(after)
    if below is None or below.key != (*number.key, 1) or title.endswith("."):
        return False
    return bool(marks.TITLE.match(after[below.end:]))


def _decisions(text: Text, agenda: Agenda, start: int, end: int) -> list[Heading]:
    """`LĒMUMS Nr. 12` above each title, perhaps with the item behind it: `Lēmums Nr. 12 (protokols Nr. 3; 1.§)`."""
    found: list[Heading] = []
    last: tuple[int, ...] = (0,)
    for index in range(start, end):
        line = _words(text, index)
        match = marks.TYPE_LINE.match(line) if len(line) < 120 else None
        if match and match["type"].lower().startswith("lēm") and any(
                marks.TITLE.match(_words(text, i)) for i in range(index + 1, min(index + 4, end))):
            item = _ITEM_BEHIND.search(line)
            number = item["number"] or item["n2"] if item else None
            if number and _follows(last, key_of(number), 40):
                last = key_of(number)
            else:
                number = None
            found.append(Heading(index, number, text.paragraphs[index].end))
    return found


def _unnumbered(text: Text, agenda: Agenda, start: int, end: int) -> list[Heading]:
    """Titles that stand alone; the agenda gives the number that was lost."""
    found: list[Heading] = []
    pending = list(agenda.titles.items())
    for index in range(start, end):
        para = text.paragraphs[index]
        line = _words(text, index)
        if agenda.titles:
            if len(line) > 700 or not pending:
                continue
            printed, title, numbered = _parted(line)
            ahead = next((i for i, (_, entry) in enumerate(pending[:_AHEAD]) if same(entry, bare(title))), None)
            if ahead is not None:
                found.append(Heading(index, printed or pending[ahead][0], para.start + numbered))
                del pending[:ahead + 1]
        elif marks.TITLE.match(line) and (para.blank_before or para.centered) and not line.endswith((".", ":", ";", ",")):
            found.append(Heading(index, None, para.start))
    return found


def _parted(line: str) -> tuple[str | None, str, int]:
    """The number a line bears before or behind its title, that title, and where a number before it ends."""
    heard = marks.HEARD.match(line)
    if heard:
        printed, title, numbered = _parted(line[heard.end():])
        return printed, title, heard.end() + numbered
    number = item_number(line)
    if number:
        return number.printed, line[number.end:], number.end
    behind = number_behind(line)
    if behind:
        return behind[1].printed, behind[0], 0
    loose = _LOOSE.match(line)
    return (loose["number"], line[loose.end():], loose.end()) if loose else (None, line.partition("\t")[0], 0)


def _fill(text: Text, agenda: Agenda, found: list[Heading], start: int, end: int) -> list[Heading]:
    """Adds the agenda's items whose number was lost, where their title stands between two found headings."""
    if not agenda.titles or not found:
        return found
    have = {heading.number for heading in found}
    missing = [number for number in agenda.titles if number not in have]
    if not missing or len(missing) > len(agenda.titles) // 2:
        return found
    extra = list(_lost(text, agenda, found, missing, start, end))
    return sorted([*found, *extra], key=lambda heading: heading.paragraph)


def _gaps(text: Text, found: list[Heading]) -> list[Heading]:
    """Adds items that the agenda does not know: a title whose number is the one left out between two headings, with a decision
    on either side of it."""
    extra: list[Heading] = []
    for left, right in pairwise(found):
        if not (left.number and right.number and left.number.isdigit() and right.number.isdigit()):
            continue
        below, limit = left.paragraph, text.paragraphs[right.paragraph].start
        for wanted in range(int(left.number) + 1, min(int(right.number), int(left.number) + _WIDEST_GAP)):
            index = next((i for i in range(below + 2, right.paragraph) if _fits_gap(text, i, wanted)), None)
            if index is None:
                continue
            para = text.paragraphs[index]
            if may_decide(text.text, text.paragraphs[below].start, para.start) and may_decide(text.text, para.start, limit):
                extra.append(Heading(index, str(wanted), para.start + _parted(_words(text, index))[2]))
                below = index
    return sorted([*found, *extra], key=lambda heading: heading.paragraph) if extra else found


def _fits_gap(text: Text, index: int, wanted: int) -> bool:
    """Paragraph `index` stands apart and is a title with this number."""
    para = text.paragraphs[index]
    if not para.blank_before or para.end - para.start > _LONGEST_HEAD_LINE:
        return False
    number, title, _ = _parted(_words(text, index))
    return number == str(wanted) and bool(marks.TITLE.match(title)) and title[-1] not in ":;,"


def _lost(text: Text, agenda: Agenda, found: list[Heading], missing: list[str], start: int, end: int) -> Iterator[Heading]:
    order = list(agenda.titles)
    at = {heading.number: heading.paragraph for heading in found}
    for number in missing:
        place = order.index(number)
        left = max((at[n] for n in order[:place] if n in at), default=start - 1)
        right = min((at[n] for n in order[place + 1:] if n in at), default=end)
        for index in range(left + 1, right):
            line = _words(text, index)
            if len(line) >= 700 or line.endswith((":", ";", ",")) or index - left < 2:
                continue
            printed, title, numbered = _parted(line)
            if printed in (None, number) and same(agenda.titles[number], bare(title)):
                at[number] = index
                yield Heading(index, number, text.paragraphs[index].start + numbered)
                break
