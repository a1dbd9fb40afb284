"""Many different records out of few: `python -m bench.generate_records COUNT FILE [SEED]`; the same seed gives the same bytes.

The written decisions of tests/corpus/dev are varied: council, councillors (every vote of theirs), date, number, title, amounts
and acts are drawn anew, and a paragraph of words with the long tail of a real language is put at the end, so that rare and
common words are as far apart as in a large corpus. For measuring only.
"""
from __future__ import annotations

import json
import random
import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import orjson

ROOT = Path(__file__).resolve().parent.parent
DEV = ROOT / "tests" / "corpus" / "dev"
SIDES = ("for", "against", "abstain", "not_voting", "absent")
_MONEY = re.compile(r"(?:(?:EUR|€|Ls|LVL) ?(\d{1,3}(?:[ .]\d{3})*(?:,\d\d)?))|(\d{1,3}(?: \d{3})*,\d\d) ?(?:EUR|euro|€)")
Record = dict[str, Any]


@lru_cache(maxsize=1)
def written_records() -> list[Record]:
    """The decisions of tests/corpus/dev as records; what the parser leaves out is filled in from their known truth."""
    from pipeline.flow import parse_bytes
    found: list[Record] = []
    for path in sorted(DEV.glob("*.txt")):
        records = [json.loads(d.model_dump_json()) for p in parse_bytes(path.read_bytes(), path.name) for d in p.decisions]
        gold = json.loads(path.with_name(f"{path.stem}.gold.json").read_text(encoding="utf-8"))
        truths = gold.get("records", [gold])
        if len(records) == len(truths):
            for record, truth in zip(records, truths, strict=True):
                complete(record, truth)
        found += records
    return found


def complete(record: Record, truth: Record) -> None:
    """Fills what is empty in `record` from what is known to be true of it, with spans where the words are found."""
    text = record["text"]

    def place(words: str, number: str | None = None) -> list[int] | None:
        """Where the words stand, with the number before them."""
        before = rf"(?:{re.escape(number)}\.?\s*)?" if number else ""
        found = re.search(before + re.escape(words), text, re.IGNORECASE)
        return [found.start(), found.end()] if found else None

    if record["vote"] is None and truth.get("vote"):
        vote = truth["vote"]
        sides = {side: {"count": None, "declared": None, "names": [], **vote.get(side, {}), "spans": []} for side in SIDES}
        won = (sides["for"]["count"] or 0) > (sides["against"]["count"] or 0) or bool(vote.get("unanimous"))
        record["vote"] = {"method": vote.get("method"), "unanimous": vote.get("unanimous"), **sides, "span": [0, 0],
                          "outcome": "adopted" if won else "unknown", "candidates": [], "recusals": []}
    if not record["resolution"]["points"] and truth.get("resolution"):
        points = truth["resolution"]["points"]
        record["resolution"] = {"verb": truth["resolution"]["verb"], "span": None,
                                "points": [_point(p, place, record["references"]) for p in points]}
    if not record["persons"]:
        record["persons"] = [{"printed": p["name"], "role": None, "point": None, "span": place(p["name"]) or [0, 0], **p}
                             for p in truth.get("persons", ())]
    if not record["annexes"]:
        record["annexes"] = [{"number": None, "title": None, "cited_in": [], "in_document": False, **a}
                             for a in truth.get("annexes", ())]


def _point(point: Record, place: Any, references: list[Record]) -> Record:
    children = [_point(child, place, references) for child in point.get("children", ())]
    span = place(point["text"][:60], point["number"]) or [0, 0]
    if span[1]:
        span = [span[0], max([span[0] + len(point["text"]), *(child["span"][1] for child in children)])]
    amounts = [{"value": (m[1] or m[2]).replace(" ", "").replace(".", "").replace(",", ".") + ("" if "," in m[0] else ".00"),
                "currency": "EUR", "span": span} for m in _MONEY.finditer(point["text"])]
    inside = [i for i, r in enumerate(references) if span[0] <= r["span"][0] < span[1]]
    return {"deadline": None, "action": None, "annexes": [], **point, "span": span, "references": inside, "amounts": amounts,
            "children": children}


class World:
    """Councils with their members, acts and words that records are drawn from."""

    def __init__(self, seed: int) -> None:
        chance = random.Random(seed)
        names = ROOT / "pipeline" / "latvian"
        given = _column(names / "names" / "data" / "given_common.tsv")
        surnames = _column(names / "names" / "data" / "surnames_common.tsv")
        places = [line.split("\t") for line in (names / "data" / "places.tsv").read_text(encoding="utf-8").splitlines()
                  if line[:1] != "#"]
        self.councils = []
        for nominative, genitive, *_ in chance.sample(places, 43):
            members = dict.fromkeys(f"{chance.choice(given)} {chance.choice(surnames)}" for _ in range(25))
            self.councils.append((f"{genitive} novada dome", f"{genitive} novads", nominative, list(members)[:19]))
        from pipeline.registry.store import load
        self.acts = [e for e in load().entries if e.type in ("mk_noteikumi", "likums") and (e.number or e.type == "likums")]
        chance.shuffle(self.acts)
        self.act_weights = list(accumulate(1 / (n + 3) for n in range(len(self.acts))))
        from simplemma.strategies import DefaultDictionaryFactory
        forms = sorted({f.decode() if isinstance(f, bytes) else f for f in DefaultDictionaryFactory().get_dictionary("lv")})
        self.forms = [f for f in chance.sample(forms, min(60_000, len(forms))) if f.isalpha()]
        self.form_weights = list(accumulate(1 / (n + 10) for n in range(len(self.forms))))
        self.titles = sorted({r["title"] for r in written_records() if r["title"]})


def _column(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if line and not line.startswith("#") and line[:1].isupper()]


def generate_records(count: int, seed: int = 1) -> Iterator[Record]:
    """`count` records, each with an id of its own."""
    chance, world = random.Random(seed), World(seed)
    bases = [orjson.dumps(record) for record in written_records()]
    for index in range(count):
        yield vary(orjson.loads(bases[index % len(bases)]), index, chance, world)


def vary(record: Record, index: int, chance: random.Random, world: World) -> Record:
    """One record under another council, day, number, title and vote."""
    council, municipality, place, members = chance.choice(world.councils)
    from pipeline.latvian.slug import slug
    date = f"{chance.randint(2009, 2025)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    title = f"{chance.choice(world.titles)} {_words(world, chance, 3)}"
    had, renamed = record["institution"], dict[str, str]()
    if record["vote"]:
        _vote(record["vote"], members, chance, renamed)
    for person in (*record["persons"], *record["signatories"]):
        person["name"] = renamed.setdefault(person["name"], chance.choice(members))
    text, moved = _replace(record["text"], {**renamed, **({had["name"]: council} if had else {}),
                                            **({record["title"]: title} if record["title"] else {})})
    _move(record, moved)
    record["text"] = f"{text}\n{_words(world, chance, chance.randint(60, 300)).capitalize()}. Kadastra numurs " \
                     f"{chance.randint(3200, 9900)} {chance.randint(100, 999)} {chance.randint(1000, 9999)}."
    if record["pages"]:
        record["pages"][-1]["end"] = len(record["text"])
    record |= {"institution": {"name": council, "kind": "municipal_council", "municipality": municipality}, "place": place,
               "number": str(index + 1), "date": date, "id": f"{slug(council)}/{date[:4]}/{index + 1}", "title": title}
    record["source"] |= {"path": f"{index // 1000:04d}/{index:07d}.txt", "sha256": f"{index:064x}"}
    _acts(record, chance, world)
    return record


def _vote(vote: Record, members: list[str], chance: random.Random, renamed: dict[str, str]) -> None:
    free = chance.sample(members, len(members))
    for side in SIDES:
        for n, name in enumerate(vote[side]["names"]):
            if free:
                vote[side]["names"][n] = renamed[name] = free.pop()
    if vote["for"]["names"] and chance.random() < 0.2:
        against = vote["for"]["names"].pop()
        vote["against"]["names"] = [against]
        vote["for"]["count"], vote["against"]["count"] = len(vote["for"]["names"]), 1
        for side in ("for", "against"):
            vote[side]["spans"] = []
        vote["unanimous"] = False


def _acts(record: Record, chance: random.Random, world: World) -> None:
    drawn: dict[str, Any] = {}
    for reference in record["references"]:
        entry = drawn.setdefault(reference["act"], chance.choices(world.acts, cum_weights=world.act_weights)[0])
        if reference["kind"] == entry.type:
            key = f"mk:{entry.date}/{entry.number}" if entry.number else f"likums:{entry.title.lower()}"
            reference |= {"act": key, "title": entry.title, "number": entry.number, "date": entry.date}


def _words(world: World, chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(world.forms, cum_weights=world.form_weights, k=count))


def _replace(text: str, new: dict[str, str]) -> tuple[str, Any]:
    """The text with words replaced, and where each old position went."""
    pattern = re.compile("|".join(re.escape(old) for old in sorted(new, key=len, reverse=True)) or r"(?!)")
    pieces, ends, shifts, shift, last = [], [0], [0], 0, 0
    for match in pattern.finditer(text):
        pieces += [text[last:match.start()], new[match[0]]]
        shift += len(new[match[0]]) - len(match[0])
        last = match.end()
        ends.append(last)
        shifts.append(shift)
    return "".join([*pieces, text[last:]]), lambda at: at + shifts[bisect_right(ends, at) - 1]


def _move(value: Any, moved: Any) -> None:
    """Moves every span below `value`."""
    if isinstance(value, list):
        for item in value:
            _move(item, moved)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in ("span", "text_span") and item:
                value[key] = [moved(item[0]), max(moved(item[0]), moved(item[1]))]
            elif key in ("spans",):
                pairs = item.items() if isinstance(item, dict) else enumerate(item)
                for at, span in list(pairs):
                    item[at] = [moved(span[0]), max(moved(span[0]), moved(span[1]))]
            elif key in ("start", "end"):
                value[key] = moved(item)
            else:
                _move(item, moved)


def write_records(count: int, path: Path, seed: int = 1) -> None:
    """The records as `decisions.jsonl`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        for record in generate_records(count, seed):
            stream.write(orjson.dumps(record) + b"\n")


if __name__ == "__main__":
    write_records(int(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
