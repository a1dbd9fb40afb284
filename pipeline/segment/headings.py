"""Head lines and titles.

    2023. gada 25. maijā<TAB>Nr. 214                     → head line
    Par līguma slēgšanu / ar SIA “Kalni”                 → title, both lines
    NOLIKUMS                                             → title, when no `Par …` stands there
"""
from __future__ import annotations

import re

from pipeline.clean.text import Text
from pipeline.latvian.dates import DATE
from pipeline.latvian.speech import SPEAKER
from pipeline.segment import marks
from pipeline.segment.numbering import number_behind

_NUMBER_LINE = re.compile(r"^(?:LĒMUMS |Lēmums |lēmums )?\(?(?:nr|prot|protokol|sēdes protokol"
    r"|[a-zāčēģīķļņšūž]{4,20} sēdes prot)\w*\b[^\n]{0,80}$", re.IGNORECASE)
_DATE_LINE = re.compile(
    rf"^(?:(?![^\n\d]*\b(?:uz|no|ar|par|līdz|un) )[A-ZĀČĒĢĪĶĻŅŠŪŽ][^\n\d]{{0,60}})?\(?(?i:{DATE})(?P<rest>[^\n]{{0,90}})$")
#: What every date holds: a year, or `šī gada`; quick to look for.
_YEAR = re.compile(r"1[89]\d\d|20\d\d|š\.|šā|Š\.|Šā|ŠĀ|šĀ")
_DATE_REST = re.compile(
    r"^\.?[\s,]*(?:(?:nr|n)\b\.?\s*[^\s,]+\.?)?[\s,;]*(?:\(?(?:(?:domes|padomes|komisijas) )?(?:sēdes )?(?:prot"
    r"|lēmums)\S*\b.{0,60})?$",
    re.IGNORECASE)
_PLACE_LINE = re.compile(r"^[A-ZĀČĒĢĪĶĻŅŠŪŽ][\w.-]+(?:[ēāīūs]s?|os|ās|ē|ī|ā|ū)(?:, [A-ZĀČĒĢĪĶĻŅŠŪŽ][\w ]{2,40}(?:ā|ē))?,?$")
_CONTACT = re.compile(
    r"LV ?[-–] ?\d{4}|e-pasts|@\w|www\.|[Tt]ālr|[Tt]elef|[Rr]eģ(?:istrācijas|\.)? ?(?:[Nn]r|kod)|\biela \d|^Fakss"
    r"|^Vienotais reģ|NMR kods|PVN")
_CAPS = re.compile(r"^[A-ZĀČĒĢĪĶĻŅŌŖŠŪŽ][A-ZĀČĒĢĪĶĻŅŌŖŠŪŽ ,.\-–“”„\"()]{3,90}$")
_WEEKDAY = re.compile(r"^(?:Pirmdien|Otrdien|Trešdien|Ceturtdien|Piektdien|Sestdien|Svētdien)[aā]?$", re.IGNORECASE)
_LONGEST_HEAD_LINE = 200
_LONGEST_TYPE_LINE = 400
_CASE = re.compile(
    r"^(?:(?:administratīv|civil|krimināl|disciplinār)\w*(?: \w+){0,3} )?(?:Liet[aā]|Lietas) Nr\.? ?\S+$"
    r"|^Latvijas (?:Republikas|tautas) vārdā$"
    r"|^\(?Projekts\)?$|^PROJEKTS$|^NORAKSTS$|^IZRAKSTS$", re.IGNORECASE)
_BODY_NAME = re.compile(
    r"^[A-ZĀČĒĢĪĶĻŅŠŪŽ][\w .\-–]{2,90}(?:dome|padome|pašvaldība|komisija|komiteja|valde|departaments|birojs|ministrija"
    r"|kabinets|pārvalde|aģentūra|dienests)$",
    re.IGNORECASE)
_NOT_TITLE_CONTINUED = re.compile(
    r"^(?:\(|§|\d{1,3}\.? ?[§¤]|\d{1,3}(?:\.\d{1,3})?\.\s|[Zz]iņo|Izskat|Atklāti|Noklaus|Sēdes? |Deputāt|\[|Pamatojoties"
    r"|Saskaņā ar|Ņemot vērā|Ievērojot|Lieta |Izdot[sia]\b|Pieņemt[sia]\b|Sakarā ar|Lai |I+\. )")
#: What stands where a title would, and is none: who sat, who found, what it was issued under, a chapter.
_NOT_TITLE = re.compile(
    r"\bšādā sastāvā\b|\bvienbalsīgi\b|^[Ll]ietā? |\bkonstatēj"
    r"|\b(?:nolemj|nolēma|izskatīj\w*|noklausīj\w*|izskatot|piedaloties)\b"
    r"|^(?:Izdot|Pieņemt)[sia]\b"
    r"|^[IVX]+\.? |\d{4}\. ?gada \d{1,2}\. ?\w+$|^\d{4}\. ?gada \d")
#: The item of the minutes that a single decision was taken from, before its title: `1. § Par …`.
_ITEM_NUMBER = re.compile(r"^\d{1,3}\.? ?[§¤]\.?\s*(?=Par |PAR )")
_ADOPTED_WITH = re.compile(r"(?:ar|lēmumu|lēmums) .{3,120}(?:Nr\.|lēmumu|domes|sēdes)")
_AMENDED = re.compile(r"^[Gg]rozījumi:? (?:ar |\d\d?\. ?\d\d?\. ?\d{4})")
#: A sentence ends and another begins; initials (`V. T.`) and short words (`Nr. 5`) end none.
_SENTENCES = re.compile(r"[a-zāčēģīķļņšūž]{4}[)”\"]?\. ")
#: `Grozījumi Rīgas domes lēmumā Nr.1189`: the act's own title follows in quotes.
_ACT_NUMBER = re.compile(r"(?:\bNr\.? ?\S*\d\S*|noteikum\w+|lēmum\w+|nolikum\w+|rīkojum\w+)$")
_FULL_CAPS = re.compile(r"^(?=.*[A-ZĀČĒĢĪĶĻŅŠŪŽ]{4})[^a-zāčēģīķļņšūž]+$")


def is_foot_date(line: str) -> bool:
    """A place and date line: `Rīgā 2000.gada 21.janvārī`."""
    match = _DATE_LINE.match(line) if len(line) < 120 and _YEAR.search(line) else None
    return bool(match) and bool(_DATE_REST.match(match["rest"] if match else ""))


def is_head_line(line: str, *, after_title: bool = False) -> bool:
    """A line of the header. After the title only the plain ones: date, place, number, protocol."""
    if len(line) > _LONGEST_HEAD_LINE:
        return False
    if _NUMBER_LINE.match(line) or is_foot_date(line) or _WEEKDAY.match(line) or _CASE.match(line):
        return True
    if len(line) < 60 and _PLACE_LINE.match(line) and not marks.TITLE.match(line):
        return True
    if after_title:
        return False
    return bool(marks.TYPE_LINE.match(line) or _minutes_line(line) or _CONTACT.search(line) or _CAPS.match(line)
                or _BODY_NAME.match(line) or marks.STAMP.match(line) or marks.SEPARATOR.match(line)
                or _AMENDED.match(line) or _ADOPTED_WITH.match(line)
                or (line.startswith(("Pieņemt", "Apstiprināt", "Precizēt")) and len(line) < 160))


def find_title(text: Text, lines: list[str], limit: int, *, item: bool, item_end: int) -> tuple[int, int] | None:
    """The title's characters: the first `Par …` (or other title word) among the paragraphs before `limit`; else a heading."""
    paras = text.paragraphs
    if item:
        return _item_title(text, lines, item_end)
    fallback = None
    typed = False
    for index in range(min(limit + 1, 30, len(paras))):
        line = lines[index]
        numbered = _ITEM_NUMBER.match(line)
        if numbered:
            return paras[index].start + numbered.end(), paras[_extend(text, lines, index, limit)].end
        if marks.TITLE.match(line) and not marks.TYPE_LINE.match(line) and _titular(line) and not _AMENDED.match(line):
            return paras[index].start, paras[_extend(text, lines, index, limit)].end
        if marks.BASIS_PARAGRAPH.match(line) or (marks.POINT.match(line) and len(line) > 40):
            break
        if typed and fallback is None and marks.RULES_TITLE.match(line) and not _NOT_TITLE.search(line):
            return paras[index].start, paras[_extend(text, lines, index, limit)].end
        types = not typed and len(line) <= _LONGEST_TYPE_LINE and marks.TYPE_LINE.match(line) is not None
        heading = (types and len(line) <= _LONGEST_HEAD_LINE) or is_head_line(line) or _full_type(line)
        typed = typed or types
        if not heading and typed and fallback is None and _titular(line) and len(line) < 260 \
                and not line.endswith(",") and not _NOT_TITLE.search(line):
            fallback = index
        elif not heading and len(line) > 260:
            break
    if fallback is None:
        return None
    return paras[fallback].start, paras[_extend(text, lines, fallback, limit)].end


def _full_type(line: str) -> bool:
    return _minutes_line(line) or marks.STAMP.match(line) is not None


def _minutes_line(line: str) -> bool:
    return marks.speaks_of_minutes(line) and marks.MINUTES_LINE.match(line) is not None


def _titular(line: str) -> bool:
    """Not a sentence: no full stop, colon or comma at its end (a full stop is forgiven a short line)."""
    stripped = line.rstrip()
    return stripped[-1:] not in ".:;" or (len(stripped) < 160 and stripped.endswith(".") and not _SENTENCES.search(stripped))


def _extend(text: Text, lines: list[str], index: int, limit: int) -> int:
    """The last paragraph of a title that begins at paragraph `index`."""
    paras = text.paragraphs
    first = lines[index]
    last = index
    while last + 1 < min(limit, index + 6, len(paras)):
        para = paras[last + 1]
        line, current = lines[last + 1], lines[last]
        if para.blank_before or len(line) > 240 or _NOT_TITLE_CONTINUED.match(line) or SPEAKER.match(line) \
                or _NOT_TITLE.search(line) or marks.VOTE_PARAGRAPH.match(line) or marks.SEPARATOR.match(line) \
                or marks.DECISION_NUMBER.match(line):
            break
        if line.endswith((".", ":", ";")) and not current.endswith((",", "un", "–", "-")):
            break
        if bool(_FULL_CAPS.match(first)) != bool(_FULL_CAPS.match(line)) or is_foot_date(line) \
                or (marks.TITLE.match(line) and not (line[0] in "“„\"" and _ACT_NUMBER.search(current))):
            break
        if line[0].isupper() and not para.centered and len(current) > 170:
            break
        last += 1
    return last


def _item_title(text: Text, lines: list[str], item_end: int) -> tuple[int, int] | None:
    """The title of a minutes item: what follows the item's number, on its line or the next."""
    paras, words = text.paragraphs, text.text
    for index, para in enumerate(paras[:5]):
        start = max(para.start, item_end)
        if start >= para.end:
            continue
        while start < para.end and words[start] in " \t.–-":
            start += 1
        heard = marks.HEARD.match(words[start:para.end])
        start += heard.end() if heard else 0
        line = words[start:para.end]
        if not line or is_head_line(line, after_title=True) or SPEAKER.match(line):
            continue
        number = re.search(r"[\s,;–-]*[(\[]? ?(?:lēmums|lēm\.|LĒMUMS|Lēmums)\.? ?(?:Nr\.? ?)?[\w/.-]+ ?[)\]]?[.;]?$"
            r"|\t.*$", line)
        if number and number.start():
            return start, start + number.start()
        behind = number_behind(line)
        if behind:
            return start, start + len(behind[0])
        last = _extend(text, lines, index, len(paras))
        return start, paras[last].end
    return None
