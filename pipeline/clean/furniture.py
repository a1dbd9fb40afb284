"""What is printed on the pages but is no part of the running text: it is marked, and goes to the asides.

    ŠIS DOKUMENTS IR PARAKSTĪTS AR DROŠU ELEKTRONISKO PARAKSTU UN SATUR LAIKA ZĪMOGU   → e_signature
    Saulkrastu novada domes 26.04.2023. lēmums Nr. 118 / 2 (3)                         → header, page_number
    Statuss: zaudējis spēku                                                            → publisher

A line's first letters and length tell the few candidates; only those are looked at with their neighbours.
"""
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, product
from operator import itemgetter

from pipeline.clean.lines import LOWER, Line
from pipeline.clean.publisher import mark_page

_NUMBER = r"(?:[-–—] ?\d{1,4} ?[-–—]|\d{1,4} ?\( ?\d{1,4} ?\)|\d{1,4} ?(?:/|no) ?\d{1,4}|\d{1,3})"
_PAGE = rf"(?:{_NUMBER}|(?:Lpp|lpp|LPP|Lapa|lapa|Lappuse|Page)\.? ?{_NUMBER}(?: of \d+)?|{_NUMBER}\.? ?(?:lpp|lapa|lappuse)\.?)"
PAGE_LINE = re.compile(_PAGE)
#: Only these can begin a page number, an e-signature notice, a line of the site's own.
_PAGE_FIRST = frozenset("-–—0123456789Ll")
_LONGEST_PAGE = 24
_E_SIGNATURE = re.compile(
    r"[*/(]{0,2} ?(?:šis |šī )?(?:(?:dokuments?|dokumenta|lēmums|protokols|rīkojums) (?:ir )?)?(?:elektroniski )?"
    r"(?:parakstīts (?:elektroniski|ar (?:drošu )?(?:elektronisko|kvalificētu))|rekvizīt[^\n]{0,40}paraksts"
    r"|autentiskum[^\n]{0,60}pārbaud)"
    r"|(?:paraksta pārbaude|parakstīja|paraksttiesīg[^\n]{0,20}):[^\n]{0,80}laika zīmog", re.IGNORECASE)
#: How notices begin, in capitals of any kind, when they do not begin with marks.
_E_SIGNATURE_STARTS = ("dok", "lēm", "pro", "rīk", "ele", "par", "rek", "aut", "šis", "šī ")
_E_SIGNATURE_MARKS = frozenset("*/(")
_E_SIGNATURE_TAIL = re.compile(
    r"(?:(?:ar )?(?:drošu |kvalificētu )?elektronisko parakstu|parakstu|un satur|satur|laika zīmog\w*|zīmogu)\b", re.IGNORECASE)
_CHROME = re.compile(
    r"(?:Precizētā redakcijā|Drukāt|Izdrukāt|Share on [^\n]{0,40}|Tweet"
    r"|Dalīties[^\n]{0,40}|Teksta versija"
    r"|Lejupielād[eē]t?:?[^\n]{0,60}|Uz augšu|Atpakaļ|Aizvērt|Nosūtīt draugam|Pievienot (?:e-)?grāmatplauktam"
    r"|(?:Zaudējis spēku|Mainīts|Mainīta|Grozīts) ar [^\n]{0,160}|Publicēts:? [^\n]{0,120}"
    r"|Oficiālais izdevējs[^\n]{0,60})$")
_CHROME_FIRST = ("Preciz", "Druk", "Izdr", "Share", "Tweet", "Dalīt", "Tekst", "Lejup", "Uz a", "Atpak", "Aizv", "Nosūt",
                 "Pievien", "Zaud", "Mainīt", "Grozīt", "Publ", "Ofici")
#: The first three letters of every notice, and of all that is the site's: a quick look.
_NOTICE_STARTS = frozenset(
    "".join(letters) for start in _E_SIGNATURE_STARTS for letters in product(*((letter, letter.upper()) for letter in start)))
_CHROME_STARTS = frozenset(first[:3] for first in _CHROME_FIRST)
#: The document names itself: `Līčupes novada domes 26.04.2023. lēmums Nr. 118`, `… sēdes protokols Nr. 8    2`.
_SELF = re.compile(
    r"(?:[A-ZĀČĒĢĪĶĻŅŠŪŽ][^\n]{3,110}?(?:lēmum[sa]|protokol[sa]|rīkojum[sa])|(?:Lēmums|Sēdes protokols|Protokols))"
    r" ?Nr\. ?[^\s,;:]{1,16}[^\n]{0,60}$")
_LONGEST_SELF = 200
_AT_EDGES = frozenset(["page_number", "e_signature"])
_LONGEST_RUNNING = 140
_TOP = 25  # lines in which the site may stand above the act
#: What minutes say again and again, also at a page's edge: never a running head.
_SPOKEN = re.compile(r":$|\b(?:[Nn]olemj|NOLEMJ|Ziņo|Balso|Izsakās|Debatēs)\b")
_TYPE_HEADING = re.compile(r"^(?:[A-ZĀČĒĢĪĶĻŅŠŪŽ]+ )*(?:L ?Ē ?M ?U ?M ?S|RĪKOJUMS|SAISTOŠIE NOTEIKUMI|(?:SĒDES )?PROTOKOLS)\b")


def mark_furniture(lines: list[Line]) -> None:
    """Sets `aside` on every line that is no running text, and `seam` on the line after it."""
    if not lines:
        return
    mark_page(lines)
    pages: list[int] = []
    named: set[int] = set()
    for index, line in enumerate(lines):
        body = line.body
        first = body[0]
        if first in _PAGE_FIRST and len(body) <= _LONGEST_PAGE and PAGE_LINE.fullmatch(body):
            pages.append(index)
        start = body[:3]
        if (start in _NOTICE_STARTS or first in _E_SIGNATURE_MARKS) and line.aside is None and _notice(body):
            _e_signature(lines, index)
        if start in _CHROME_STARTS and body.startswith(_CHROME_FIRST) and _CHROME.match(body) and (
                index < _TOP or body.startswith(("Drukāt", "Share", "Uz augšu"))):
            line.aside = "publisher"
        if "Nr." in body and len(body) <= _LONGEST_SELF and ("ēmum" in body or "rotokol" in body or "īkojum" in body) \
                and _SELF.match(body):
            named.add(index)
    _page_numbers(lines, pages)
    _running(lines, named)
    for before, line in pairwise(lines):
        if before.aside and before.aside != "publisher":
            line.seam = True


def _notice(body: str) -> bool:
    folded = body.casefold()
    return ("paraks" in folded or "autentisk" in folded) and _E_SIGNATURE.match(body) is not None


def _e_signature(lines: list[Line], index: int) -> None:
    lines[index].aside = "e_signature"
    done = "zīmog" in lines[index].body.casefold()
    for line in lines[index + 1:index + 3]:
        if done or line.blank or not _E_SIGNATURE_TAIL.match(line.body):
            return
        line.aside = "e_signature"
        done = "zīmog" in line.body.casefold()


def _page_numbers(lines: list[Line], candidates: list[int]) -> None:
    """A number is a page's when it stands apart (or at a page's edge) and grows as pages do."""
    last = 0
    for index in candidates:
        line = lines[index]
        before = lines[index - 1] if index else None
        after = lines[index + 1] if index + 1 < len(lines) else None
        apart_above = before is None or line.seam or line.blank > 0 or before.aside is not None
        apart_below = after is None or after.seam or after.blank > 0 or after.aside is not None
        if not line.body.isdigit():
            if apart_above or apart_below:
                line.aside = "page_number"
            continue
        number = int(line.body)
        grows = last < number <= 3 + max(last + 2, line.start // 1000)
        edge = line.seam or after is None or after.seam
        broken = bool(before and after and not before.ends_sentence() and after.body[0] in LOWER and before.right > 60)
        # far right or in the middle of the sheet, between lines of running text
        pushed = bool(before and after and line.indent >= 20 and max(before.indent, after.indent) < 10
                      and not before.gap and not after.gap)
        if grows and ((apart_above and apart_below) or edge or broken or pushed):
            line.aside = "page_number"
            last = number


def _running(lines: list[Line], named: set[int]) -> None:
    """Headers and footers: beside a page number or notice, at a page's edge, or standing apart in mid-sentence."""
    near = _edges(lines)
    apart = {i for i in named if lines[i].aside is None and i > 3 and _apart(lines, i)}
    if not near and not apart:
        return
    repeated = _repeated(lines, near)
    for index in sorted(near.keys() | apart):
        line = lines[index]
        body = _without_page(line.body)
        paged = body != line.body
        again = body in repeated and len(body) > 3 and any(c.isalpha() for c in body) and not _SPOKEN.search(body)
        if not again and index not in apart:
            continue
        group = list(_group(lines, index))
        heading = len(group) > 4 or (index not in named and any(_TYPE_HEADING.match(lines[i].body) for i in group))
        if heading and (not (line.seam or _edge(lines, index)) or _letterhead(lines, index)):
            continue
        anchored = any(lines[i].aside for i in group)
        alone = index in apart and (paged or again or anchored or _broken(lines, group)
                                    or (index in near and _broken(lines, [index])))
        close = (index in near and again and (paged or anchored or _edge(lines, index))
                 and not _letterhead(lines, index) and not line.body[0].isdigit())
        if alone or close:
            line.aside = "header"


def _edges(lines: list[Line]) -> dict[int, int]:
    """The two lines on either side of every page's edge: index → -1 above it, 1 below it."""
    near: dict[int, int] = {}
    edges = [index for index, line in enumerate(lines) if line.seam or line.aside in _AT_EDGES]
    for index in edges:
        below = index if lines[index].seam else index + 1
        for i in range(max(0, index - 2), min(len(lines), below + 2)):
            if lines[i].aside is None:
                near.setdefault(i, -1 if i < below else 1)
    return near


def _repeated(lines: list[Line], near: dict[int, int]) -> set[str]:
    """What stands at the same edge of a good part of the pages, and hardly anywhere else: a header or footer.

    A title or point that two items of minutes share may stand at an edge by chance; it stands elsewhere as well. A line that
    reads as a title or a sentence must therefore stand on most pages.
    """
    edge = near.keys() | set(range(min(3, len(lines))))
    at_edges = Counter((_without_page(lines[i].body), near.get(i, 1)) for i in edge if len(lines[i].body) < _LONGEST_RUNNING)
    breaks = max(len([line for line in lines if line.seam]), len([line for line in lines if line.aside == "page_number"]))
    few = 2 if breaks <= 3 else 3
    often = {body: count for (body, _), count in sorted(at_edges.items(), key=itemgetter(1))
             if count >= max(few, (0.7 if body[-1:] in ".;:" or body.startswith("Par ") else 0.4) * breaks)}
    if not often:
        return set()
    everywhere = Counter(_without_page(line.body) for line in lines if len(line.body) < _LONGEST_RUNNING)
    return {body for body, count in often.items() if count >= 0.75 * everywhere[body]}


def _without_page(body: str) -> str:
    """The line without a page number that stands apart at its end or beginning."""
    if "  " not in body and "\t" not in body:
        return body
    gap = max(body.rfind("  "), body.rfind("\t"))
    if PAGE_LINE.fullmatch(body[gap + 1:].strip()[:_LONGEST_PAGE + 1]):
        return body[:gap].rstrip()
    first, _, rest = body.partition("  ")
    if rest and len(first) <= _LONGEST_PAGE and PAGE_LINE.fullmatch(first) and not rest.lstrip()[:1].isdigit():
        return rest.lstrip()
    return body


def _apart(lines: list[Line], index: int) -> bool:
    group = list(_group(lines, index))
    return len(group) <= 3 and not any("pielikum" in lines[i].body.casefold() for i in group)


def _group(lines: list[Line], index: int) -> Iterator[int]:
    """Indexes of the lines that stand together with this one, at most four each way."""
    first = index
    while first > max(0, index - 4) and not lines[first].blank and not lines[first].seam:
        first -= 1
    yield first
    for i in range(first + 1, min(len(lines), index + 5)):
        if lines[i].blank or lines[i].seam:
            return
        yield i


def _broken(lines: list[Line], group: list[int]) -> bool:
    """A sentence runs across the group; what was set aside above it does not count."""
    above = group[0] - 1
    while above > 0 and lines[above].aside:
        above -= 1
    if above < 0 or group[-1] + 1 >= len(lines):
        return False
    return not lines[above].ends_sentence() and lines[group[-1] + 1].body[0] in LOWER


def _edge(lines: list[Line], index: int) -> bool:
    """Among the first or last two lines of a page."""
    return any(i >= len(lines) or lines[i].seam for i in (index, index - 1, index + 1, index + 2) if i > 0)


def _letterhead(lines: list[Line], index: int) -> bool:
    """A page that begins a document: what stands above `LĒMUMS` is its letterhead, however often it repeats."""
    return any(_TYPE_HEADING.match(line.body) for line in lines[index:index + 10])
