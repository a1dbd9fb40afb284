"""Every mention of a legal act in one part, with its pinpoints and the act it stands for.

    Pašvaldību likuma 4.panta pirmās daļas 4.punktu             → likums:pašvaldību likums, pants 4, dala 1, punkts 4
    MK 28.09.2010. noteikumu Nr. 919 “…” 3. un 10. punktu       → mk:2010-09-28/919, punkts 3; punkts 10
    minētā likuma 3. pants                                      → the law cited last before it, pants 3

First `grammar` reads what is printed, then `resolve` tells which act each mention means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter

from pipeline.grammar.laws import key_title
from pipeline.grammar.tail import find_aliases
from pipeline.records import Definition, Reference, Span
from pipeline.resolve.resolve import Context, Resolved, resolve
from pipeline.resolve.roles import Cues, role_of
from pipeline.segment.part import Part

_OWN_GROUP = {"binding_regulation": "noteikumi", "other": "noteikumi", "order": "rīkojums"}
#: `APSTIPRINĀTI ar Cēsu novada domes 24.02.2022. lēmumu`, `PRECIZĒTI ar …`
_STAMP = re.compile(r"(?:apstiprinā|precizē)t\w\s{1,80}ar\s[^§]{0,200}?lēmumu", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;.:(\n]\s")
_BODY = re.compile(
    r"(?:dome|pašvaldība|komisija|komiteja|dienests|aģentūra|pārvalde|biedrība|SIA|AS|uzņēmums|centrs|iestāde|fonds)\b",
    re.IGNORECASE,
)
#: Builds the models of one document at once.
_REFERENCES = TypeAdapter(tuple[Reference, ...])


@dataclass(frozen=True)
class References:
    references: tuple[Reference, ...] = ()
    definitions: tuple[Definition, ...] = ()


def read_references(part: Part, institution: str | None, date: str | None) -> References:
    """Found, resolved references in text order, with the definitions they rest on.

    `institution` (the deciding body, nominative) and `date` (ISO) of the decision serve self-references and `š.g.`.
    """
    context = Context(
        institution, date, _OWN_GROUP.get(part.document_type, "lēmums"), tuple(_shut(part))
    )
    return _references(part.text.text, context)


def _shut(part: Part) -> Iterator[Span]:
    """Where a document speaks of itself: its head without the stamps that name decisions, its signatures."""
    yield from part.zones_of("signature")
    for start, end in part.zones_of("head"):
        for stamp in _STAMP.finditer(part.text.text, start, end):
            yield start, stamp.start()
            start = stamp.end()
        yield start, end


def find_references(text: str) -> list[Reference]:
    """Every mention of a legal act in any Latvian text, resolved within it. Spans point into `text`."""
    return list(_references(text, Context()).references)


def _references(text: str, context: Context) -> References:
    found = resolve(text, context)
    index: dict[int, int] = {}
    references = []
    cues = Cues(text)
    for position, one in enumerate(found):
        references.append(_reference(text, one, index, cues))
        if one.act is not None and one.mention.form in ("full", "short"):
            index[id(one.act)] = position
    return References(_REFERENCES.validate_python(references), tuple(_definitions(text, found)))


def _reference(text: str, one: Resolved, index: dict[int, int], cues: Cues) -> dict[str, object]:
    """The fields of a `Reference`."""
    mention, act = one.mention, one.act
    pointing = mention.form in ("alias", "relative")
    start = mention.start
    paragraph = text.rfind("\n", max(0, start - 3000), start) + 1
    title, date = (None, None) if pointing else (mention.title, mention.date)
    return {
        "kind": mention.kind,
        "form": mention.form,
        "title": title or (act.title if act else None),
        "number": act.number if act else None,
        "date": date or (act.date if act else None),
        "issuer": act.issuer if act else None,
        "alias": mention.alias,
        "pinpoints": mention.pinpoints,
        "act": act.key if act else mention.key,
        "span": (start, mention.end),
        "role": role_of(text, start, mention.end, mention.kind, paragraph, cues),
        "antecedent": index.get(id(act)) if pointing and act is not None else None,
    }


def _definitions(text: str, found: list[Resolved]) -> list[Definition]:
    acts = {one.mention.alias_span[0]: one for one in found if one.mention.alias_span}
    definitions = []
    for alias, start, end in find_aliases(text):
        one = acts.get(start)
        if one is not None:
            meaning = text[one.mention.start : start].rstrip()
            definitions.append(
                Definition(alias=alias, kind="act", meaning=meaning, act=one.act.key if one.act else None, span=(start, end))
            )
            continue
        before = _CLAUSE_END.split(text[max(0, start - 120) : start])[-1].strip()
        sure = before[:1].isupper() and len(before.split()) <= 7
        kind = (
            "project"
            if key_title(alias).endswith("projekts")
            else "body"
            if _BODY.search(before) or _BODY.search(alias)
            else "other"
        )
        definitions.append(Definition(alias=alias, kind=kind, meaning=before if sure else None, span=(start, end)))  # type: ignore[arg-type]
    return definitions
