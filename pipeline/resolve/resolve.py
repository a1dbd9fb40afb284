"""The second pass: issuers left out, short forms and relative forms get the act they stand for.

`…domes 2005.gada lēmuma Nr.401 … bet 2004.gada 25.novembra lēmuma Nr.730`   → the second has the first one's issuer
`Jaunatnes likuma 5. pants …, savukārt šā likuma 12. pants`                  → Jaunatnes likums
`Noteikumu 12. punkts`                                                       → what (turpmāk – Noteikumi) defined
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from pipeline.grammar.laws import abbreviations, abbreviations_in, key_title
from pipeline.grammar.mention import Mention
from pipeline.grammar.scan import scan
from pipeline.grammar.tail import Tail, read_tail
from pipeline.latvian.slug import slug
from pipeline.resolve.acts import Act, Acts
from pipeline.resolve.aliases import find_uses
from pipeline.resolve.same_place import same_places

_NOTEIKUMI = ("saistosie_noteikumi", "mk_noteikumi", "cits")
_BY_GROUP = {
    "noteikumi": _NOTEIKUMI,
    "rīkojums": ("mk_rikojums", "rikojums"),
    "instrukcija": ("mk_instrukcija", "cits"),
    "lēmums": ("lemums", "tiesas_nolemums"),
    "nolikums": ("cits",),
}
_UNDEFINED_LAW = re.compile(r"Likum(?:a|ā|am|u|s)(?=\s?\d)")
_UNDEFINED_RULES = re.compile(r"Noteikum(?:u|os|iem|us|i)(?=\s?\d)")
_FIGURE = re.compile(r"\d")
_INSIDE = re.compile(r"[\w“„\"«-]")
#: Before a short form of one word in lower case: `saskaņā ar likuma 4. pantu`, not `izsoles noteikumu 4. punktu`.
_ALONE = re.compile(
    r"(?:^|[,;.:(\n]\s?|\b(?:ar|uz|un|vai|kā|arī|no|pēc|par|vērā|ievērojot|atbilstoši|atbilstīgi|ka|piemērojot)\s)$",
    re.IGNORECASE,
)
_OWN = re.compile(r"š[āīoi]|šaj|šis|šie", re.IGNORECASE)
Span = tuple[int, int]
#: No more short forms of one document are looked for; each costs a little at every word.
MOST_ALIASES = 64


@dataclass(frozen=True, slots=True)
class Context:
    """What the rest of the document tells: who decided, when, whether the document is itself a regulation or an order."""

    institution: str | None = None
    date: str | None = None
    own_group: str = "lēmums"  # head noun the document calls itself by: `šā lēmuma` is no reference
    shut: tuple[Span, ...] = ()  # where nothing is read: the document's own head, signatures

    @property
    def year(self) -> int | None:
        return int(self.date[:4]) if self.date else None


class Resolved(NamedTuple):
    mention: Mention
    act: Act | None


def resolve(text: str, context: Context) -> list[Resolved]:
    """Every mention of the text with its act, in text order; what nothing resolves has no act."""
    mentions = scan(text, context.year)
    for start, end in context.shut:
        mentions = [m for m in mentions if not start <= m.start < end]
    acts = Acts()
    kept = _identify(mentions, acts, context)
    kept = _with_aliases(text, kept, acts, context)
    return _with_relatives(text, kept, acts, context)


def _inside(at: int, shut: Iterable[Span]) -> bool:
    return any(start <= at < end for start, end in shut)


def _identify(mentions: list[Mention], acts: Acts, context: Context) -> list[Mention]:
    """Issuers for mentions without one; mentions that identify nothing are dropped."""
    kept: list[Mention] = []
    issuers: dict[str, str] = {}
    for mention in mentions:
        if mention.form != "relative" and not mention.bare_issuer and not _is_own(mention, context):
            acts.place(mention)
    for mention in mentions:
        if mention.form != "relative":
            if mention.bare_issuer and not _lend_issuer(mention, acts, issuers, context):
                continue
            if _is_own(mention, context):
                continue
            if mention.issuer and not mention.bare_issuer:
                issuers[mention.group] = issuers["any"] = mention.issuer
                if mention.kind in ("mk_noteikumi", "mk_rikojums", "mk_instrukcija"):
                    issuers.pop("any")
            if id(mention) not in acts.of:
                acts.place(mention)
        kept.append(mention)
    return kept


def _lend_issuer(mention: Mention, acts: Acts, issuers: dict[str, str], context: Context) -> bool:
    """Whether the act can be told although the mention leaves out who issued it."""
    if mention.number:
        known = acts.numbered(
            _BY_GROUP.get(mention.group, ()) if mention.kind != "saistosie_noteikumi" else ("saistosie_noteikumi",),
            mention.number,
        )
        if known and (not mention.date or not known.date or mention.date == known.date):
            mention.kind, mention.issuer, mention.bare_issuer = known.kind, known.issuer, False  # type: ignore[assignment]
            mention.form = "short" if not (mention.title and mention.date) else mention.form
            return True
    if mention.group == "nolikums" and mention.title and not mention.date:
        return True
    if mention.kind in ("saistosie_noteikumi", "lemums"):
        if mention.kind == "lemums" and not mention.date:
            return False
        printed = (mention.issuer or "").casefold()
        fits = [issuers.get(mention.group), issuers.get("any"), context.institution]
        noun = printed.split()[-1] if printed else ""
        lent = next((one for one in fits if one and one != "Ministru kabinets" and one.casefold().endswith(noun)), None)
        mention.issuer = lent or mention.issuer
        return mention.issuer is not None or mention.date is not None or mention.number is not None
    if mention.issuer is None and mention.group in issuers and (mention.date or mention.title):
        mention.issuer = issuers[mention.group]
        if mention.issuer == "Ministru kabinets":
            mention.kind = {"noteikumi": "mk_noteikumi", "rīkojums": "mk_rikojums", "instrukcija": "mk_instrukcija"}.get(  # type: ignore[assignment]
                mention.group, mention.kind
            )
        return True
    if mention.group == "noteikumi" and mention.number and mention.issuer is None and mention.title:
        mention.kind = "mk_noteikumi"
        return True
    if mention.issuer and context.institution:
        mention.issuer = context.institution
    return bool(mention.issuer and (mention.number or mention.date))


def _is_own(mention: Mention, context: Context) -> bool:
    return (
        mention.group == context.own_group
        and mention.date is not None
        and mention.date == context.date
        and mention.title is None
        and bool(mention.issuer and context.institution and slug(mention.issuer) == slug(context.institution))
    )


def _with_aliases(text: str, kept: list[Mention], acts: Acts, context: Context) -> list[Mention]:
    defined: list[tuple[str, Mention | None, int]] = [
        (m.alias, m, m.alias_span[1]) for m in kept if m.alias and m.alias_span and m.form != "relative"
    ]
    names = {alias for alias, _, _ in defined}
    history: dict[str, list[tuple[Mention | None, int]]] = {}
    for name, m, since in defined:
        history.setdefault(name, []).append((m, since))
    unique = {name: (name, m, since) for name, m, since in reversed(defined)}
    defined = list(unique.values())[-MOST_ALIASES:]
    defined += [(short, None, 0) for short in abbreviations_in(text) if short not in names]
    starts = [m.start for m in kept]
    taken: dict[int, Mention] = {}
    found: list[Mention] = []
    dropped: set[int] = set()
    for index, match in find_uses(text, [alias for alias, _, _ in defined]):
        alias, source, since = defined[index]
        source, since = _latest(history.get(alias, []), match.start()) or (source, since)
        if match.start() < since or _inside(match.start(), context.shut):
            continue
        at = bisect_right(starts, match.end() - 1) - 1
        over = kept[at] if at >= 0 and kept[at].end > match.start() else None
        if over is not None:
            same = over.kind == "likums" and over.title and key_title(over.title) == key_title(alias)
            if not same and over.key != "likums:?" and not (over.start == match.start() and over.form == "short"):
                continue
            dropped.add(id(over))
        tail = read_tail(text, match.end(), law=True)
        if source is None and not tail.pinpoints:
            continue
        if alias[0].isupper() and match[0][0].islower() and not _meant(text, match.start(), alias, tail):
            continue
        mention = _alias_mention(source, alias, match, tail.end if tail.title is None else match.end())
        mention.pinpoints = tail.pinpoints if tail.title is None else []
        taken[id(mention)] = source or mention
        found.append(mention)
        if source is None:
            acts.place(mention)
        else:
            acts.of[id(mention)] = acts.of[id(source)]
    if found:
        kept = sorted([m for m in kept if id(m) not in dropped] + found, key=attrgetter("start"))
    return _with_undefined(text, kept, context)


def _meant(text: str, start: int, alias: str, tail: Tail) -> bool:
    """Whether the words in lower case at `start` mean the short form `alias`, which was defined with a capital."""
    return " " in alias or (bool(tail.pinpoints) and _ALONE.search(text, max(0, start - 24), start) is not None)


def _latest(history: list[tuple[Mention | None, int]], at: int) -> tuple[Mention | None, int] | None:
    """A short form defined twice means what it was last defined as."""
    index = bisect_right(history, at, key=lambda one: one[1]) - 1
    return history[index] if index >= 0 else None


def _alias_mention(source: Mention | None, alias: str, match: re.Match[str], end: int) -> Mention:
    if source is None:
        return Mention("likums", "likums", match.start(), end, form="alias", title=abbreviations()[alias])
    return Mention(
        source.kind,
        source.group,
        match.start(),
        end,
        form="short" if _FIGURE.search(alias) else "alias",
        title=source.title,
        number=source.number,
        date=source.date,
        issuer=source.issuer,
    )


def _with_undefined(text: str, kept: list[Mention], context: Context) -> list[Mention]:
    """`Likuma 4. pants` where nothing defined `Likums`: kept, unresolved."""
    starts = [m.start for m in kept]
    extra = []
    for match in (*_UNDEFINED_LAW.finditer(text), *_UNDEFINED_RULES.finditer(text)):
        at = bisect_right(starts, match.start()) - 1
        if _INSIDE.match(text, match.start() - 1) and match.start():
            continue
        if (at >= 0 and kept[at].end > match.start()) or _inside(match.start(), context.shut):
            continue
        tail = read_tail(text, match.end(), law=True)
        if not tail.pinpoints:
            continue
        law = match.re is _UNDEFINED_LAW
        extra.append(
            Mention(
                "likums" if law else "mk_noteikumi",
                "likums" if law else "noteikumi",
                match.start(),
                tail.end,
                form="alias",
                pinpoints=tail.pinpoints,
                resolved=False,
                key="likums:?" if law else "mk:?/?",
            )
        )
    return sorted(kept + extra, key=attrgetter("start")) if extra else kept


def _with_relatives(text: str, kept: list[Mention], acts: Acts, context: Context) -> list[Resolved]:
    last: dict[str, Mention] = {}
    resolved: list[Resolved] = []
    for mention in kept:
        if mention.form == "relative":
            own = _OWN.match(text, mention.start) is not None
            source = last.get(mention.group)
            if source is None or (own and mention.group in (context.own_group, "lēmums")):
                continue
            mention.kind = source.kind
            act: Act | None = acts.of[id(source)]
        elif not mention.resolved:
            act = None
        else:
            act = acts.of[id(mention)]
            last[mention.group] = mention
        resolved.append(Resolved(mention, act))
    pointed = same_places(text, [one.mention for one in resolved])
    further = [Resolved(mention, acts.of.get(id(source))) for mention, source in pointed]
    return sorted(resolved + further, key=lambda one: one.mention.start) if further else resolved
