"""The accuracy table, for the terminal and for docs/ACCURACY.md."""
from __future__ import annotations

from pipeline.eval.score import Document, Scores, Tallies, macro, total


def table(tallies: Tallies, first: str = "field") -> str:
    """Markdown: F1, precision, recall and the number of true values."""
    rows = [f"| {first} | F1 | precision | recall | n |", "|---|---|---|---|---|"]
    rows += [f"| {name} | {t.f1:.4f} | {_figure(t.precision)} | {_figure(t.recall)} | {t.want} |"
             for name, t in tallies.items()]
    rows.append(f"| **mean** | **{macro(tallies):.4f}** | | | |")
    return "\n".join(rows)


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.4f}"


def _documents(documents: list[Document]) -> str:
    rows = ["| document | municipality | mean F1 | what is wrong |", "|---|---|---|---|"]
    for one in sorted(documents, key=lambda d: (d.macro, d.name)):
        fields = sorted({line.split(":")[0] for line in one.wrong})
        rows.append(f"| {one.name} | {one.municipality} | {one.macro:.4f} | {', '.join(fields) or '–'} |")
    return "\n".join(rows)


def _municipalities(scores: Scores) -> str:
    names = sorted({d.municipality for d in scores.documents})
    rows = ["| municipality | documents | mean F1 | mean F1 of all others |", "|---|---|---|---|"]
    for name in names:
        own = [d for d in scores.documents if d.municipality == name]
        rest = [d for d in scores.documents if d.municipality != name]
        rows.append(f"| {name} | {len(own)} | {macro(total(own)):.4f} | {macro(total(rest)):.4f} |")
    return "\n".join(rows)


def report(scores: Scores, unseen: Scores | None) -> str:
    """All of docs/ACCURACY.md."""
    parts = [
        "# Accuracy",
        "Written by `make accuracy`; do not edit. Exact match for single values, micro-averaged F1 for sets; case, white "
        "space, quotation marks and kinds of dash do not count. An act counts when its canonical key is "
        "right, a point when its number, "
        "first six and last four words are.",
        "## Documents the rules were developed on",
        f"{len(scores.documents)} documents of `tests/corpus/dev`: one real decision and others written after real forms. "
        "The rules were written with these in view, so the figures say what the rules can do, not what they will do on a form "
        "never seen.",
        table(scores.tallies),
    ]
    if unseen:
        parts += ["## Documents no rule was developed on",
                  f"{len(unseen.documents)} documents of `tests/corpus/heldout`, written last by someone who had not "
                  "seen the rules; no rule was changed for them.",
                  table(unseen.tallies), _documents(unseen.documents)]
    parts += [
        "## By kind of act cited", table(dict(sorted(scores.kinds.items())), "kind"),
        "## By municipality",
        "The rules are not trained, so leaving a municipality out changes none of them; the last column is the mean of the "
        "others, to show how much one municipality's form carries the whole.",
        _municipalities(scores),
        "## Worst documents first", _documents(scores.documents),
    ]
    return "\n\n".join(parts) + "\n"
