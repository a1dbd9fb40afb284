"""Who was at a session: the attendance block of minutes, and who came or left while it went on.

    Sēdē piedalās deputāti: Edvards Rijnieks, Ausma Vītiņa.                   → two present
    Nepiedalās deputāti: A. Ozols – slimības dēļ, B. Egle (komandējumā)       → two absent, each with the reason
    Jānis Kalns (uzsāk darbu plkst.15.40); Plkst. 16.05 sēdi atstāj A. Egle   → arrived 15:40; left 16:05
"""
from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.text import Text
from pipeline.extract.voting import people
from pipeline.latvian.names import find_names
from pipeline.latvian.names.same import same_person
from pipeline.records import Attendance, Attendee, Span

_BODY = r"(?:domes |novada domes |pašvaldības domes |pilsētas domes |padomes |komitejas |komisijas |valdes |prezidija )?"
_MEMBERS = (r"(?:deputāt(?:iem|i|s|es|e|u)|locek(?:ļi|lis|le|ļu)|domnieki"
            r"|(?:balsstiesīg\w+|klātesoš\w+) (?:deputāti|locekļi))")
_SESSION = r"(?:(?:domes |komitejas |komisijas |ārkārtas )?sēdē )?"
_AGAIN = r"(?: (?:domes )?sēdē(?= \S))?"
_COUNT = r"(?:\s?[–:(-]?\s?\d{1,2}\)?(?: no \d{1,2})?)?"
_CAME = r"(?:piedalās|piedalījās|piedalījušies|klāt|klātesoš(?:i|ie)|ieradušies|ierodas|reģistrējušies)"
_STAYED_AWAY = (r"(?:nepiedalās|nepiedalījās|nav (?:ieradušies|ieradies|ieradusies|piedalījušies|klāt)|neierodas|neieradās"
                r"|prombūtnē(?: ir)?)")
#: What stands before the beginning of a line or a sentence, where a label may stand.
_BEGINNING = re.compile(r"\n|[.;][ \t]| (?=Sēd[ēi] |Nepiedalās|Piedalās|Protokolē)")
#: What opens a list, or ends one.
_LABEL = re.compile(
    r"[\s•*–-]{0,3}(?:"
    rf"(?P<absent>{_SESSION}{_STAYED_AWAY}{_AGAIN}{_COUNT}\s?{_BODY}{_MEMBERS}?|(?:prombūtnē esošie|neklātesošie) {_MEMBERS})"
    rf"|(?P<present>{_SESSION}{_CAME}{_AGAIN}:?{_COUNT}\s?{_BODY}{_MEMBERS}|{_BODY}{_MEMBERS}(?=\s?{_COUNT}\s?[:–-])"
    rf"|klātesošie {_BODY}{_MEMBERS}|no \d{{1,2}} {_BODY}{_MEMBERS} {_SESSION}piedalās)"
    rf"|(?P<bare>{_SESSION}(?:piedalās|piedalījās|klāt)(?=\s?{_COUNT}\s?[:–-]))"
    r"|(?P<chair>sēdi (?:atklāj un |atklāj, |atklāja un )?(?:vada|vadīja|vadīs)(?: un protokolē)?"
    r"|sēdes vadītāj[sa](?=\s?[:–-]))"
    r"|(?P<secretary>(?:sēdi |sēdes )?protokol(?:ē|ēja|ists?|iste|ētāj[sa])\b)"
    rf"|(?P<other>{_SESSION}(?:piedalās|pieaicināt\w+|uzaicināt\w+|darba kārtīb\w+|klausītāj\w+|citi|pašvaldības"
    r"|administrācij\w+|sēdi (?:sāk|slēdz)|atklāj|ziņo|sēde |sēdes (?:sāk|norise|vieta|laik)|iestāžu|masu|pārējie)\b))",
    re.IGNORECASE)
_INLINE = re.compile(r"[,;] (?:(?P<chair>sēdi vada)|(?P<secretary>(?:sēdi )?protokolē|protokolist[se]|protokolētāj[sa]))\b")
_LEAD = re.compile(
    r"[\s:–-]*(?:\(?\d{1,2}(?![.)\d]\s?[A-ZĀ-Ž])\)?(?: deputāti| locekļi)?[\s:–-]*)?(?:no \d{1,2}[^:\n]{0,30}:)?\s*",
    re.IGNORECASE)
_CAPITALISED = "[A-ZĀČĒĢĪĶĻŅŠŪŽ]"
_SENTENCE = re.compile(
    rf"(?:(?<=[^\W\d_]{{3}})|(?<=\)))\.\s(?={_CAPITALISED}[a-zāčēģīķļņšūž]+ [a-zāčēģīķļņšūž])")
_SEATS = re.compile(
    r"(?:\bno (?:kopējā |visiem )?|sastāv(?:ā|s|ā ir|s ir)\s?[–:-]?\s?|ievēlēt\w+\s|domē ir )"
    r"(?P<n>\d{1,2})\s(?:ievēlēt\w+ |domes |esoš\w+ )?deputāt", re.IGNORECASE)
_CLOCK = r"(?:[Pp]l(?:kst)?\.?|[Pp]ulksten(?:is)?)\s?(?P<h{0}>\d{{1,2}})\s?[.:]?\s?(?P<m{0}>\d\d)(?!\d)"
_ARRIVED = re.compile(
    rf"(?:uzsāk|ierod|ierad|pievieno|piedalās no|no|sāk|klāt no|atnāk)\w*[^\n]{{0,40}}?{_CLOCK.format(1)}", re.IGNORECASE)
_LEFT = re.compile(rf"(?:līdz|atstāj|pamet|aiziet|aizgāj|dodas prom|beidz)\w*[^\n]{{0,40}}?{_CLOCK.format(1)}", re.IGNORECASE)
_RANGE = re.compile(r"\d\s?[-–]\s?\d")
_ROLE = re.compile(r"priekšsēdētāj|vietnie|deputāt|vadītāj|locek|sekretār", re.IGNORECASE)
_REASON_AFTER = re.compile(r",\s(?:iemesls\s?[–:-]\s?)?(?P<reason>[a-zāčēģīķļņšūž][^,;.\n]{3,80})")
_OFFICE = re.compile(r"[a-zāčēģīķļņšūž]{4,} $")
_MOVES = r"(?:ierodas|ieradās|pievienojas|pievienojās|sēdi atstāj|atstāj|aiziet|pamet)"
#: Plkst. 10.40 sēdei pievienojas deputāte A. Egle · deputāts J. Kalns sēdi atstāj plkst. 11.05
_MOVED = re.compile(
    rf"{_CLOCK.format(1)}\s?(?:[–,-]\s?)?(?P<a>(?:sēdei |sēdē |sēdes zālē )?{_MOVES}[^\n.]{{0,30}}?)\s(?:deputāt\w+ )?"
    rf"(?P<who1>{_CAPITALISED}[\w.\- ]{{3,40}})"
    rf"|(?P<who2>{_CAPITALISED}[^\n,;:()]{{3,40}}?) (?P<b>{_MOVES})[^\n.]{{0,30}}?{_CLOCK.format(2)}")


def read_attendance(text: Text, span: Span) -> Attendance | None:
    """The attendance stated in `text[span]` (the part of the minutes before the first item); comings and goings of the whole
    session. None when nobody is named. Names are as complete as printed; attendees have no spans, as items do not hold them.
    """
    words = text.text
    present: list[Attendee] = []
    absent: list[Attendee] = []
    loose: list[Attendee] = []
    chair = secretary = None
    for kind, start, end in _lists(words, *span):
        if kind == "present":
            present += _attendees(words, start, end)
        elif kind == "absent":
            absent += _attendees(words, start, end, reasons=True)
        elif kind == "bare":
            loose += _attendees(words, start, end, offices=False)
        elif kind == "chair" and chair is None:
            chair = _person(words, start, end)
        elif kind == "secretary" and secretary is None:
            secretary = _person(words, start, end)
    present = present or loose
    seats = _SEATS.search(words, *span)
    if not (present or absent or chair or secretary):
        return None
    moved = list(_movements(words, span[0]))
    return Attendance(present=[_with_moves(one, moved) for one in present], absent=absent, chair=chair, secretary=secretary,
                      seats=int(seats["n"]) if seats else None)


def _lists(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """(what the label opens, where its words begin, where they end)."""
    marks = [(match.lastgroup or "", match.start(), match.end()) for match in _labels(text, start, end)]
    marks += [(match.lastgroup or "", match.start(), match.end()) for match in _INLINE.finditer(text, start, end)]
    marks.sort(key=lambda mark: mark[1])
    for index, (kind, _, begin) in enumerate(marks):
        limit = marks[index + 1][1] if index + 1 < len(marks) else end
        if kind != "other":
            yield kind, begin, _extent(text, begin, limit, lines=3 if kind in ("chair", "secretary") else 200)


def _labels(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Every label, each at the beginning of a line or a sentence."""
    at = start
    for place in (0, *[before.end() for before in _BEGINNING.finditer(text, max(0, start - 2), end)]):
        label = _LABEL.match(text, place, end) if place >= at else None
        if label:
            yield label
            at = label.end()


def _extent(text: str, begin: int, limit: int, lines: int) -> int:
    """Where the list ends: at the end of its line, or of the lines below that go on with names."""
    lead = _LEAD.match(text, begin, limit)
    at = lead.end() if lead else begin
    sentence = _SENTENCE.search(text, at, limit)
    if sentence:
        limit = sentence.start()
    stop = text.find("\n", at, limit)
    while stop >= 0 and lines:
        following = text.find("\n", stop + 1, limit)
        following = limit if following < 0 else following
        open_ = text[:stop].rstrip().endswith((",", ";", " un", "-", "–"))
        if not open_ and not _only_names(text, stop + 1, following) and lines > 3:
            return stop
        lines -= 1
        if following == limit:
            return limit
        stop = following
    return stop if stop >= 0 and not lines else limit


def _only_names(text: str, start: int, end: int) -> bool:
    """Every item of the line is a name, with its note."""
    line = text[start:end].strip()
    if not line or len(line) > 600 or line[:1].islower():
        return False
    items = [item for item in re.split(r"[,;\t]", re.sub(r"\([^()]*\)", "", line)) if item.strip()]
    return bool(items) and all(
        people.one(item, 0, len(item)) and not _ROLE.match(item.strip()) and " par " not in item.casefold() for item in items)


def _attendees(text: str, start: int, end: int, *, offices: bool = True, reasons: bool = False) -> list[Attendee]:
    """The names of a list. Without `offices` a list of officials is none; `reasons`: words after a name may be its reason."""
    lead = _LEAD.match(text, start, end)
    begin = lead.end() if lead else start
    found = []
    for voter in people.listed(text, begin, end):
        before = text[max(begin, voter.span[0] - 25):voter.span[0]]
        office = _OFFICE.search(before)
        if office and not _ROLE.search(office[0]):
            if not offices:
                return []
            continue  # `izpilddirektors K. Lapsiņš` among the councillors is none
        note = voter.note if voter.note and not (_ROLE.search(voter.note) and "plkst" not in voter.note) else None
        if reasons and note is None:
            after = _REASON_AFTER.match(text, voter.span[1], end)
            note = after["reason"] if after else None
        found.append(_timed(Attendee(name=voter.name, note=note)))
    return found


def _timed(one: Attendee) -> Attendee:
    """With the hour of a late arrival or an early leaving; a pause (`no plkst.1410-1412`) is neither."""
    if not one.note or not re.search(r"\d", one.note):
        return one
    if _RANGE.search(one.note):
        return one
    arrived, left = _ARRIVED.search(one.note), _LEFT.search(one.note)
    return one.model_copy(update={"arrived": _hour(arrived, 1), "left": _hour(left, 1)})


def _hour(match: re.Match[str] | None, group: int) -> str | None:
    if match is None:
        return None
    hour, minute = int(match[f"h{group}"]), int(match[f"m{group}"])
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def _person(text: str, start: int, end: int) -> str | None:
    """The first name of a stretch: `domes priekšsēdētājs Ziedonis Marks`."""
    end = min(end, start + 260)
    for left, right in find_names(text, start, end):
        return people.tidy(text[left:right])
    for item in re.split(r"[\n,;:]|\s[–-]\s", text[start:end]):
        voter = people.one(item.strip(" .:–-"), 0, len(item.strip(" .:–-")))
        if voter and (" " in voter.name or "." in voter.name) and not _ROLE.search(voter.name):
            return voter.name
    return None


def _movements(text: str, start: int) -> Iterator[tuple[str, str, str]]:
    """(name, `arrived` or `left`, HH:MM) for everyone who came or left while the session went on."""
    if not any(text.find(word, start) >= 0 for word in ("ierodas", "ieradās", "atstāj", "pievieno", "aiziet", "pamet")):
        return
    for match in _MOVED.finditer(text, start):
        verb = match["a"] or match["b"]
        hour = _hour(match, 1 if match["a"] else 2)
        who = next((text[a:b] for a, b in find_names(text, *match.span("who1" if match["who1"] else "who2"))), None)
        if hour and who:
            yield people.tidy(who), "left" if re.search("atstāj|aiziet|pamet", verb) else "arrived", hour


def _with_moves(one: Attendee, moved: list[tuple[str, str, str]]) -> Attendee:
    update = {what: hour for name, what, hour in moved if same_person(name, one.name) and getattr(one, what) is None}
    return one.model_copy(update=update) if update else one
