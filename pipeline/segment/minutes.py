"""Where the items of a session's minutes begin.

    1. § / Par ielas nosaukumu                    → item 1, sign above the title
    2. / Par budžetu                              → item 2, number on a line of its own
    3. Par īri (lēmums Nr. 44/3)                  → item 3, number before the title
    Par īri  (agenda: 4. Par īri)                 → item 4, number lost in conversion

A file keeps to one way. Each way proposes headings; the agenda, where there is one, says which of them are right.
"""
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.clean.text import Text
from pipeline.latvian.speech import SPEAKER
from pipeline.segment import marks
from pipeline.segment.agenda import Agenda, alike, bare, same

_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{1,3})?)"
_SECTION = re.compile(rf"^(?:§ ?{_NUMBER}|{_NUMBER.replace('number', 'n2')}\.? ?[§¤])[.:]?\s*(?P<title>.*)$")
_ALONE = re.compile(
    rf"^(?:(?:darba kārtības )?{_NUMBER}\.(?: ?(?:p\.?|punkts|jautājums|darba kārtības (?:jautājums|punkts)))?"
    rf"|{_NUMBER.replace('number', 'n2')} ?"
    r"(?:p\.|punkts|jautājums))[.:]?$", re.IGNORECASE)
_LINE = re.compile(
    rf"^{_NUMBER}(?:\.? ?(?:p\.|punkts\.?|jautājums[.:]?|lēmums\.?)|\.|\))[ \t]*(?P<title>[^\W\d].{{2,700}}"
    rf"|[“„\"].{{2,700}})$", re.DOTALL)
_DECISION_NUMBER = re.compile(r"[(\[] ?(?:lēmums|lēm\.) ?(?:Nr|nr)\.? ?\S+ ?[)\]]\.?$", re.IGNORECASE)

_LONGEST_HEAD_LINE = 220
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
        if marks.EXCERPT_LINE.match(line):
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
    for way in (_sections, _alone, _lines, _decisions, _unnumbered):
        found = way(text, agenda, start, end)
        if found and (len(found) >= 0.6 * len(agenda.titles) if agenda.titles else len(found) > 1):
            best = found
            break
        if len(found) > len(best):
            best = found
    return _fill(text, agenda, best, start, end)


def _words(text: Text, index: int) -> str:
    if not 0 <= index < len(text.paragraphs):
        return ""
    para = text.paragraphs[index]
    return text.text[para.start:para.end]


def _key(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split("."))


def _follows(last: tuple[int, ...], number: tuple[int, ...], leap: int) -> bool:
    """`number` may come after `last`: the next one, or a few further when some were lost."""
    if number <= last:
        return False
    if len(number) == len(last) and number[:-1] == last[:-1]:
        return number[-1] - last[-1] <= leap
    return number[0] - last[0] <= leap if number[0] != last[0] else True


def _sections(text: Text, agenda: Agenda, start: int, end: int) -> list[Heading]:
    found: list[Heading] = []
    last: tuple[int, ...] = (0,)
    for index in range(start, end):
        line = _words(text, index)
        match = _SECTION.match(line) if line[:1].isdigit() or line[:1] == "§" else None
        if not match or len(line) > 700:
            continue
        number = match["number"] or match["n2"]
        if _follows(last, _key(number), 40):
            last = _key(number)
            above = bool(match["title"]) and _numbers_a_decision(match["title"])  # `1.§ (lēmums Nr. 12-1)`, the title below
            para = text.paragraphs[index]
            found.append(Heading(index, number, para.end if above else para.start + match.start("title")))
    return found


def _numbers_a_decision(line: str) -> bool:
    """Nothing but the decision's number: `(lēmums Nr. 12-1)`, `LĒMUMS Nr. GND/2020/341`."""
    if len(line) > 80:
        return False
    typed = marks.TYPE_LINE.match(line)
    return bool(_DECISION_NUMBER.fullmatch(line) or (typed and typed["type"].lower().startswith("lēm")))


def _alone(text: Text, agenda: Agenda, start: int, end: int) -> list[Heading]:
    found: list[Heading] = []
    last: tuple[int, ...] = (0,)
    for index in range(start, end):
        para = text.paragraphs[index]
        if para.end - para.start > 40:
            continue
        match = _ALONE.match(_words(text, index))
        if not match:
            continue
        number = match["number"] or match["n2"]
        below = index + 2 if _numbers_a_decision(_words(text, index + 1)) else index + 1
        title = _words(text, below)
        heard = marks.HEARD.match(title)
        title = (title[heard.end():] or _words(text, below + 1)) if heard else title
        known = agenda.titles.get(number)
        fits = alike(known, title) >= 0.7 if known else bool(marks.TITLE.match(title)) and not title.endswith((":", ";"))
        if fits and _follows(last, _key(number), 40 if known else 3):
            last = _key(number)
            found.append(Heading(index, number, para.end))
    return found


def _lines(text: Text, agenda: Agenda, start: int, end: int) -> list[Heading]:
    found: list[Heading] = []
    last: tuple[int, ...] = (0,)
    for index in range(start, end):
        line = _words(text, index)
        match = _LINE.match(line) if line[:1].isdigit() and len(line) < 720 else None
        if not match:
            continue
        number = _key(match["number"])
        title = marks.HEARD.sub("", match["title"]) or _words(text, index + 1)
        weight = _weight(text, agenda, index, match["number"], title)
        named = same(agenda.titles.get(match["number"], ""), bare(title))
        if weight >= 3 and _follows(last, number, 40 if named or weight >= 5 else 1):
            last = number
            found.append(Heading(index, match["number"], text.paragraphs[index].start + match.start("title")))
    return found


def _weight(text: Text, agenda: Agenda, index: int, number: str, title: str) -> int:
    """How surely `N. title` heads an item and is no point of a resolution; 3 is enough."""
    weight = 0
    known = agenda.titles.get(number)
    if known:
        close = alike(known, title) >= 0.7
        weight += 4 if same(known, bare(title)) or (close and not title.endswith(".")) else 1 if close else -2
    if _DECISION_NUMBER.search(title):
        weight += 3
    if marks.TITLE.match(title):
        weight += 1
    weight += -3 if title.endswith((";", ":", ",")) else (0 if title.endswith(".") else 1)
    para = text.paragraphs[index]
    weight += (1 if para.blank_before else 0) + (1 if para.centered else 0)
    after = _words(text, index + 1)
    before = _words(text, index - 1)
    if SPEAKER.match(after):
        weight += 2
    own = _key(number)[0]
    for line, step in ((after, 1), (before, -1)):
        point = marks.POINT.match(line)
        if point and int(point["number"].split(".")[0]) == own + step and not para.blank_before:
            weight -= 2
    if before.endswith(":") and not para.blank_before:
        weight -= 2
    return weight


def _decisions(text: Text, agenda: Agenda, start: int, end: int) -> list[Heading]:
    """`LĒMUMS Nr. 12` above each title."""
    found: list[Heading] = []
    for index in range(start, end):
        line = _words(text, index)
        match = marks.TYPE_LINE.match(line) if len(line) < 120 else None
        if match and match["type"].lower().startswith("lēm") and any(
                marks.TITLE.match(_words(text, i)) for i in range(index + 1, min(index + 4, end))):
            found.append(Heading(index, None, text.paragraphs[index].end))
    return found


def _unnumbered(text: Text, agenda: Agenda, start: int, end: int) -> list[Heading]:
    """Titles that stand alone; the agenda gives the number that was lost."""
    found: list[Heading] = []
    pending = list(agenda.titles.items())
    for index in range(start, end):
        para = text.paragraphs[index]
        line = _words(text, index)
        if agenda.titles:
            if len(line) > 700 or _is_point(line) or not pending:
                continue
            ahead = next((i for i, (_, title) in enumerate(pending[:_AHEAD]) if same(title, bare(line))), None)
            if ahead is not None:
                found.append(Heading(index, pending[ahead][0], para.start))
                del pending[:ahead + 1]
        elif marks.TITLE.match(line) and (para.blank_before or para.centered) and not line.endswith((".", ":", ";", ",")):
            found.append(Heading(index, None, para.start))
    return found


def _is_point(line: str) -> bool:
    return line[:1].isdigit()


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


def _lost(text: Text, agenda: Agenda, found: list[Heading], missing: list[str], start: int, end: int) -> Iterator[Heading]:
    order = list(agenda.titles)
    at = {heading.number: heading.paragraph for heading in found}
    for number in missing:
        place = order.index(number)
        left = max((at[n] for n in order[:place] if n in at), default=start - 1)
        right = min((at[n] for n in order[place + 1:] if n in at), default=end)
        for index in range(left + 1, right):
            line = _words(text, index)
            if len(line) < 700 and same(agenda.titles[number], bare(line)) and not _is_point(line) \
                    and index - left > 1 and not line.endswith((":", ";", ",")):
                at[number] = index
                yield Heading(index, number, text.paragraphs[index].start)
                break
