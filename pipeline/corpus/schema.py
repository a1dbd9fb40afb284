"""The tables of `corpus.sqlite`, column by column. The database, docs/CORPUS.md and the exports are all made from this list.

A row's id tells its decision: point 3 of decision 17 is 1700003 (`row_id`), so that ids need no counters.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pipeline.corpus.lemmas import LEMMAS_VERSION

#: Changes with any table; a database of another version is built anew.
DATABASE_VERSION = f"5.{LEMMAS_VERSION}"

#: Rows of one kind a decision may have.
ROWS_A_DECISION = 100_000

UNITS = ("pants", "dala", "punkts", "apakspunkts", "teikums", "rindkopa", "nodala", "sadala", "pielikums", "parejas")
SIDES = ("for", "against", "abstain", "not_voting", "absent")

Type = Literal["INTEGER", "REAL", "TEXT"]


def row_id(decision: int, n: int) -> int:
    """The id of the nth row (from 0) that a decision has in a table."""
    return decision * ROWS_A_DECISION + n


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: Type
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """`key`: its primary key; `indexes`: columns (or several, with commas) that are looked up."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    indexes: tuple[str, ...] = ()
    key: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def create(self) -> str:
        def of(column: Column) -> str:
            name = f'"{column.name}" {column.type}'
            return name + " PRIMARY KEY" if column.name == self.key else name
        return f'CREATE TABLE "{self.name}" ({", ".join(of(c) for c in self.columns)})'

    def create_indexes(self) -> list[str]:
        return [f'CREATE INDEX "{self.name}_{names.replace(",", "_")}" ON "{self.name}" ({names})' for names in self.indexes]

    def insert(self) -> str:
        return f'INSERT INTO "{self.name}" VALUES ({",".join("?" * len(self.columns))})'


def _table(name: str, meaning: str, columns: str, indexes: str = "", key: str | None = None) -> Table:
    rows = (line.split(None, 2) for line in columns.splitlines() if line)
    return Table(name, meaning, tuple(Column(n, t, m) for n, t, m in rows), tuple(indexes.split()), key)  # type: ignore[arg-type]


_SPAN = """
span_start INTEGER where the words begin in the decision's text; null when not known
span_end INTEGER where they end (exclusive)"""

DECISIONS = _table("decisions", "One row a record: the head, the deciding vote in short, where it came from.", """
decision INTEGER number of the decision in this database; all tables refer to it
id TEXT the record's id, `institution/year/number`; two documents may claim the same
file TEXT the record's file below `data/parsed`, unique
document_type TEXT decision, minutes_item, order, binding_regulation, ruling or other
institution TEXT the deciding body, nominative, as printed
institution_slug TEXT its name as in addresses, `ogres-novada-dome`
institution_kind TEXT municipal_council, committee, cabinet, ministry, court, official, …
municipality TEXT nominative, `Ogres novads`; null when none is meant
number TEXT as printed, without `Nr.`
date TEXT ISO 8601; null when not printed
year INTEGER of the date
place TEXT nominative
protocol_number TEXT number of the session minutes
protocol_item TEXT item of the session minutes
title TEXT as printed
verb TEXT the operative word, `NOLEMJ`
vote_method TEXT of the deciding vote: open, secret, electronic
unanimous INTEGER 1, 0 or null
outcome TEXT adopted, rejected, unknown; null without a vote
votes_for INTEGER of the deciding vote; null when the text gives no figure
votes_against INTEGER see votes_for
votes_abstain INTEGER see votes_for
votes_not_voting INTEGER see votes_for
points INTEGER number of resolution points, sub-points included
appeal_court TEXT where the appeal notice sends the reader
appeal_term TEXT within what term, as printed
source_path TEXT the document, relative to the input folder
source_sha256 TEXT its checksum
media_type TEXT of the document
pages INTEGER null for formats without pages
text_source TEXT native, ocr or mixed
ocr_confidence REAL 0..1 when recognition took part
part_index INTEGER which of several decisions in one file, from 1
part_of INTEGER how many the file holds
removed INTEGER 1 when the document is no longer in the input folder
length INTEGER characters of the text
""", "id municipality,date institution date institution_slug,date document_type year source_path", "decision")

TABLES: tuple[Table, ...] = (
    DECISIONS,
    _table("texts", "The whole text of a decision; every span points into it.", """
decision INTEGER see decisions
text TEXT a paragraph a line
""", key="decision"),
    _table("acts", "Every act that some decision cites, amends, repeals or approves.", """
act TEXT canonical key, `mk:2024-07-16/483`
kind TEXT one of the kinds of docs/REFERENCES.md: likums, mk_noteikumi, saistosie_noteikumi, lemums, …
title TEXT the title most citations give it
number TEXT null when nobody states it
date TEXT of adoption, when stated
year INTEGER of adoption, when stated
issuer TEXT who adopted it
likumi_id INTEGER its number at likumi.lv, when the registry knows exactly one such act
url TEXT its address at likumi.lv
""", "kind number", "act"),
    _table("refs", "One row a mention of an act, in text order.", """
ref INTEGER id of the mention
decision INTEGER see decisions
n INTEGER its place among the decision's mentions, from 0
act TEXT canonical key, see acts
kind TEXT see acts
form TEXT full, short, alias or relative
role TEXT legal_basis, amends, repeals, approves or mentions
point INTEGER the resolution point it stands in, see points
cited_title TEXT the title this mention gives; null for short forms
cited_number TEXT the number this mention gives or stands for
cited_date TEXT the date this mention gives or stands for
issuer TEXT who adopted it, as this mention gives or implies
alias TEXT the short form this mention defines
antecedent INTEGER for alias and relative forms: the mention they stand for
printed TEXT the words of the text
""" + _SPAN, "decision act,decision", "ref"),
    _table("pinpoints", "One row a place in an act that a mention points to. Units keep their Latvian names.", """
ref INTEGER the mention, see refs
decision INTEGER see decisions
act TEXT see acts
pants TEXT article of a law
dala TEXT part (daļa) of an article
punkts TEXT point
apakspunkts TEXT sub-point
teikums TEXT sentence
rindkopa TEXT paragraph
nodala TEXT chapter
sadala TEXT section
pielikums TEXT annex
parejas TEXT point of the transitional provisions
""", "decision ref act,pants act,punkts"),
    _table("votes", "One row a vote; a decision may have several rounds.", """
vote INTEGER id of the vote
decision INTEGER see decisions
round INTEGER order of the votes, from 1
deciding INTEGER 1 for the vote that carries the decision
method TEXT open, secret or electronic
unanimous INTEGER 1, 0 or null
outcome TEXT adopted, rejected or unknown
outcome_rule TEXT which rule told the outcome
subject TEXT what was voted on, when the text says
total INTEGER number of voters that the text states
invalid INTEGER invalid ballot papers
""" + "\n".join(f"{side}_count INTEGER {side}: declared, else the number of names, else null\n"
                f"{side}_declared INTEGER {side}: the number that the text states" for side in SIDES) + _SPAN,
           "decision", "vote"),
    _table("vote_names", "One row a person and vote: who voted how.", """
vote INTEGER see votes
decision INTEGER see decisions
person INTEGER see persons
name TEXT nominative, as complete as the document gives it
side TEXT for, against, abstain, not_voting or absent
deciding INTEGER 1 when the vote carries the decision
""" + _SPAN, "decision person,side vote"),
    _table("recusals", "Who took no part in a vote, with the stated reason.", """
vote INTEGER see votes
decision INTEGER see decisions
person INTEGER see persons
name TEXT nominative
reason TEXT as printed
""" + _SPAN, "decision person"),
    _table("candidates", "Results of elections, one row a candidate.", """
vote INTEGER see votes
decision INTEGER see decisions
person INTEGER see persons
name TEXT nominative
votes_for INTEGER null when not stated
votes_against INTEGER null when not stated
""" + _SPAN, "decision person"),
    _table("persons", "Everyone named in votes, attendance, signatures and resolutions: one row a person and institution. "
           "A name with initials is the one person it fits, in the decision or else in all decisions of the institution.", """
person INTEGER number of the person in this database
key TEXT `ogres-novada-dome/janis-berzins`
name TEXT nominative
folded TEXT the name in small letters without diacritics, for looking up
institution TEXT the institution whose decisions name the person
institution_slug TEXT see decisions
""", "key folded institution_slug", "person"),
    _table("assignments", "Whom a resolution appoints, entrusts or makes responsible.", """
decision INTEGER see decisions
person INTEGER see persons
name TEXT nominative
printed TEXT as printed
role TEXT nominative
point_number TEXT number of the resolution point
ambiguous INTEGER 1 when Latvian allows another nominative and nothing decides
""" + _SPAN, "decision person"),
    _table("signatories", "Who signed.", """
decision INTEGER see decisions
person INTEGER see persons
name TEXT nominative
role TEXT as printed
""" + _SPAN, "decision person"),
    _table("attendance", "Who was at the session, and who was not.", """
decision INTEGER see decisions
person INTEGER see persons
name TEXT nominative
present INTEGER 1 or 0
note TEXT reason of absence, late arrival or early leaving, as printed
arrived_at TEXT HH:MM when stated
left_at TEXT HH:MM when stated
""", "decision person"),
    _table("points", "The points of the resolution, in text order.", """
point INTEGER id of the point
decision INTEGER see decisions
parent INTEGER the point it belongs to; null at the top
depth INTEGER 0 at the top
number TEXT as printed, without the last dot; null for unnumbered paragraphs
text TEXT the point's own words
action TEXT approve, amend, repeal, entrust, allocate, sell, lease, inform, control, appoint or other
deadline TEXT ISO date
relative_amount INTEGER for terms that run from an event: how many
relative_unit TEXT day, working_day, week, month or year
relative_event TEXT from what event, as printed
""" + _SPAN, "decision action", "point"),
    _table("amounts", "Sums of money in the resolution.", """
decision INTEGER see decisions
point INTEGER see points
value REAL for reckoning
decimal TEXT exact, with a point: `30100.00`
currency TEXT EUR, LVL, USD, …
vat TEXT included, excluded or null
""" + _SPAN, "decision currency,value"),
    _table("annexes", "Annexes that the decision cites or carries.", """
decision INTEGER see decisions
number TEXT null for a bare `(pielikumā)`
title TEXT null when not listed
pages INTEGER when stated
in_document INTEGER 1 when its text stands in the document
cited_in TEXT numbers of the points that cite it, joined by `, `
stamp TEXT approval stamp, as printed
""" + _SPAN, "decision"),
    _table("relations", "What the decision does to another act.", """
decision INTEGER see decisions
type TEXT amends, repeals or approves
act TEXT see acts
points TEXT numbers of the points that do so, joined by `, `
""", "decision act"),
    _table("definitions", "Short forms that the text defines with (turpmāk – …).", """
decision INTEGER see decisions
alias TEXT the short form
kind TEXT act, body, project or other
meaning TEXT what it stands for, as printed
act TEXT the act, when it is one
""" + _SPAN, "decision"),
    _table("findings", "What does not add up. Codes are explained in docs/FINDINGS.md.", """
decision INTEGER see decisions
code TEXT e.g. `vote.count_mismatch`
severity TEXT error, warning or info
message TEXT for a person
""" + _SPAN, "decision code,decision"),
    _table("e_signatures", "Electronic signatures, read offline.", """
decision INTEGER see decisions
signer TEXT name on the certificate
signed_at TEXT claimed time, ISO 8601
digest_ok INTEGER 1, 0 or null: the signed files still have their digests
signature_ok INTEGER 1, 0 or null: the signature fits the certificate
chain TEXT not checked, trusted or untrusted
""", "decision"),
)

BY_NAME = {table.name: table for table in TABLES}
#: Tables whose rows belong to one decision and go with it.
OWNED = tuple(table for table in TABLES if table.name not in {"acts", "persons"})

#: Not for people: the records themselves, what the index was made from, its words.
INTERNAL = (
    # apart, so that looking for changes need not pass over the records themselves
    "CREATE TABLE _stamps (decision INTEGER PRIMARY KEY, file TEXT UNIQUE NOT NULL, stamp TEXT NOT NULL, hash BLOB NOT NULL)",
    "CREATE TABLE _records (decision INTEGER PRIMARY KEY, json BLOB NOT NULL)",
    "CREATE TABLE _forms (form TEXT PRIMARY KEY, lemma TEXT NOT NULL, folded TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE _meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    # tokens come ready made (lemmas.py); the tokenizer only splits at spaces
    "CREATE VIRTUAL TABLE _words USING fts5(title, body, title_exact, body_exact, content='', "
    "tokenize=\"ascii tokenchars '.,/-'\")",
)
INTERNAL_INDEXES = ("CREATE INDEX _forms_lemma ON _forms (lemma)", "CREATE INDEX _forms_folded ON _forms (folded)")

VIEWS: dict[str, tuple[str, str]] = {
    "citations": ("How often each act is cited, and by how many decisions.", """
SELECT a.*, count(r.ref) AS mentions, count(DISTINCT r.decision) AS decisions
FROM acts a LEFT JOIN refs r ON r.act = a.act GROUP BY a.act"""),
    "voting": ("Who voted how, with the decision beside it.", """
SELECT n.person, n.name, n.side, d.decision, d.id, d.institution, d.municipality, d.number, d.date, d.title, d.outcome
FROM vote_names n JOIN decisions d ON d.decision = n.decision WHERE n.deciding = 1"""),
}


def documentation() -> str:
    """The part of docs/CORPUS.md that describes the tables."""
    parts = []
    for table in TABLES:
        rows = "\n".join(f"| `{c.name}` | {c.type} | {c.meaning} |" for c in table.columns)
        parts.append(f"### {table.name}\n\n{table.meaning}\n\n| column | type | meaning |\n|---|---|---|\n{rows}\n")
    parts += [f"### {name} (view)\n\n{meaning}\n" for name, (meaning, _) in VIEWS.items()]
    return "\n".join(parts)
