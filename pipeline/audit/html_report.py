"""The audit as one self-contained HTML file: summary, filters, every row opening the sentence with the citation marked.

No external resources, no framework; everything that comes from a document or the registry is escaped. Rows are native
`<details>` elements, so that the report opens, prints and is read aloud without scripts; the script only filters.
"""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files

from pipeline.audit.audit import Audit
from pipeline.audit.judge import VERDICTS
from pipeline.audit.rows import Row

#: Above this many rows only those that need a look are written: a browser does not open a page of a million elements.
MOST_ROWS = 20_000
ENGLISH = ' lang="en"'
GRAVITY = {verdict: place for place, verdict in enumerate(VERDICTS)}
LATVIAN = {
    "number_differs": "atšķiras numurs", "date_differs": "atšķiras datums", "title_differs": "atšķiras nosaukums",
    "repealed": "zaudējis spēku", "not_yet_in_force": "vēl nav spēkā", "pinpoint_missing": "nav tādas vienības",
    "undefined_alias": "nedefinēts saīsinājums", "ambiguous": "neviennozīmīgs", "unknown": "nav reģistrā", "match": "sakrīt",
}

MEANING = {
    "number_differs": "Datums un nosaukums pieder aktam ar citu numuru.",
    "date_differs": "Aktam ar šo numuru un nosaukumu ir cits datums.",
    "title_differs": "Aktam ar šo numuru un datumu ir cits nosaukums.",
    "repealed": "Lēmuma dienā akts vairs nebija spēkā.",
    "not_yet_in_force": "Lēmuma dienā akts vēl nebija pieņemts vai spēkā.",
    "pinpoint_missing": "Aktā nav šāda panta, daļas vai punkta.",
    "undefined_alias": "Saīsinājums, ko dokuments nepaskaidro.",
    "ambiguous": "Norādītais atbilst vairākiem aktiem.",
    "unknown": "Reģistrā šāda akta nav; par atsauci tas neko nesaka.",
    "match": "Numurs, datums, nosaukums un vieta sakrīt, ciktāl tie norādīti.",
}


def html_report(audit: Audit, title: str = "Atsauču pārbaude") -> str:
    """The report as a string of HTML5."""
    left_out = len(audit.rows) > MOST_ROWS
    rows = sorted(audit.open if left_out else audit.rows, key=lambda row: GRAVITY[row.verdict])  # gravest first
    style = (files("pipeline.audit") / "report.css").read_text(encoding="utf-8")
    script = (files("pipeline.audit") / "report.js").read_text(encoding="utf-8")
    return "".join([
        '<!doctype html><html lang="lv"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title><style>{style}</style></head><body><header><h1>{escape(title)}</h1>",
        f"<p>{audit.records} lēmumi, {len(audit.rows)} atsauces. ",
        "<em>Nav reģistrā</em> nenozīmē kļūdu: reģistrs nav pilnīgs.</p>",
        f"<p>Parādītas tikai {len(rows)} rindas, kas jāpārbauda.</p>" if left_out else "", "</header><main>",
        _summary(audit), _filters(rows), '<section aria-labelledby="rows-head"><h2 id="rows-head">Atsauces</h2>',
        f'<p id="shown" role="status">{len(rows)}</p><div id="rows">', *(_row(row) for row in rows), "</div></section>",
        _findings(audit), _corpus(audit), f"</main><script>{script}</script></body></html>",
    ])


def _summary(audit: Audit) -> str:
    """Verdicts with their counts; each is a button that shows only its rows."""
    most = max(1, *audit.counts.values())
    cells = "".join(
        f'<tr class="v-{verdict}{"" if count else " none"}"><th scope="row">'
        + (f'<button type="button" data-verdict="{verdict}">{LATVIAN[verdict]}</button>' if count else LATVIAN[verdict])
        + f'</th><td class="n">{count}</td><td class="bar"><span style="width:{100 * count / most:.1f}%"></span></td>'
        f"<td>{MEANING[verdict]}</td></tr>"
        for verdict, count in audit.counts.items())
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Vērtējums", "Skaits", "Daļa", "Nozīme"))
    return ('<section aria-labelledby="sum-head"><h2 id="sum-head">Kopsavilkums</h2>'
            f"<table><thead><tr>{head}</tr></thead><tbody>{cells}</tbody></table></section>")


def _filters(rows: Iterable[Row]) -> str:
    rows = list(rows)
    verdicts = [(v, LATVIAN[v]) for v in VERDICTS if any(row.verdict == v for row in rows)]
    places = [(m, m) for m in sorted({row.municipality or row.institution or "–" for row in rows})]
    names = {row.act: row.registry_act or row.act for row in rows}
    acts = sorted(names.items(), key=lambda pair: pair[1])
    return ('<form id="filters" aria-label="Filtri">' + _select("verdict", "Vērtējums", verdicts)
            + _select("place", "Pašvaldība", places) + _select("act", "Akts", acts)
            + '<label>Meklēt <input id="f-text" type="search" autocomplete="off"></label></form>')


def _select(name: str, label: str, options: Sequence[tuple[str, str]]) -> str:
    items = "".join(f'<option value="{escape(value)}">{escape(shown)}</option>' for value, shown in options)
    return f'<label>{label} <select id="f-{name}"><option value="">visi</option>{items}</select></label>'


def _row(row: Row) -> str:
    place = row.municipality or row.institution or "–"
    link = f'<a href="{escape(row.registry_url)}" rel="noreferrer">likumi.lv</a>' if row.registry_url else ""
    facts = "".join(f"<dt>{name}</dt><dd{lang}>{escape(str(value))}</dd>" for name, value, lang in (
        ("Pamatojums", row.reason, ENGLISH), ("Reģistrā", row.registry_act, ""), ("Ieteikums", row.suggestion, ""),
        ("Piezīmes", row.notes, ENGLISH), ("Pieņemts zināšanai", row.accepted, ""), ("Fails", row.path, ""),
        ("Lappuse", row.page, "")) if value)
    sign = "Nr. " if row.verdict == "number_differs" else ""
    instead = f' <span class="instead">→ {sign}{escape(row.suggestion)}</span>' if row.suggestion else ""
    accepted = ' <span class="accepted">pieņemts zināšanai</span>' if row.accepted else ""
    return (
        f'<details class="v-{row.verdict}" data-verdict="{row.verdict}" data-place="{escape(place)}" '
        f'data-act="{escape(row.act)}">'
        f'<summary><span class="verdict">{LATVIAN[row.verdict]}</span> <span class="what">'
        f'<span class="words">{escape(row.words)}</span>{instead}{accepted} '
        f'<span class="where">{escape(row.decision)}, {escape(row.decision_date or "bez datuma")}</span></span></summary>'
        f"<blockquote>{escape(row.before)}<mark>{escape(row.words)}</mark>{escape(row.after)}</blockquote>"
        f"<dl>{facts}</dl>{link}</details>")


def _findings(audit: Audit) -> str:
    if not audit.findings:
        return ""
    items = "".join(f"<li><code>{escape(f.code)}</code> {escape(f.decision)}: {escape(f.message)}</li>"
                    for f in audit.findings)
    return f'<section aria-labelledby="doc-head"><h2 id="doc-head">Pretrunas dokumentos</h2><ul>{items}</ul></section>'


def _corpus(audit: Audit) -> str:
    facts = audit.corpus
    absent = "".join(f"<tr><td>{escape(act)}</td><td class='n'>{count}</td></tr>" for act, count in facts.absent[:200])
    chains = "".join(
        f"<li><code>{escape(act)}</code>: " + ", ".join(f"{escape(kind)} {escape(by)}" for kind, by in changes) + "</li>"
        for act, changes in list(facts.chains.items())[:500])
    resting = "".join(f"<li>{escape(r.decision)}: {escape(r.act)} ({escape(r.reason)})</li>" for r in audit.resting)
    return ('<section aria-labelledby="corpus-head"><h2 id="corpus-head">Krājumā</h2>'
            f"<p>Savstarpēji saistīti lēmumi: {len(facts.links)}.</p>"
            + (f"<h3>Balstās uz spēku zaudējušu aktu</h3><ul>{resting}</ul>" if resting else "")
            + (f"<h3>Grozījumi un atcelšana</h3><ul>{chains}</ul>" if chains else "")
            + ('<h3>Citēti, bet krājumā nav</h3><table><thead><tr><th scope="col">Akts</th><th scope="col">Reizes</th></tr>'
               f"</thead><tbody>{absent}</tbody></table>" if absent else "") + "</section>")
