"""A document as a municipality's web page: menus, share buttons and a footer around it."""
from __future__ import annotations

from html import escape

from office.model import MARK, RAISED, Document, Table, numbered

PAGE = """<!DOCTYPE html>
<html lang="lv"><head><meta charset="utf-8"><title>{title} | Līčupes novads</title>
<style>.center{{text-align:center}}</style><script>var Par = "LĒMUMS Nr. 1";</script></head>
<body><header class="site-header"><a href="/">Līčupes novads</a></header>
<nav><ul><li><a href="/">Sākums</a></li><li><a href="/lemumi">Domes lēmumi</a></li>
<li><a href="/kontakti">Kontakti</a></li></ul></nav>
<div class="layout"><main id="content"><div class="breadcrumbs">Sākums / Dome / Lēmumi</div>
<article>
{body}
</article>
<div class="share-buttons"><a href="#">Dalīties</a> <a href="#">Drukāt</a></div></main>
<aside class="sidebar"><h3>Jaunumi</h3><p>Sestdien novadā notiks rudens gadatirgus, ikviens laipni aicināts.</p></aside></div>
<footer><p>© Līčupes novada pašvaldība, tālr. 60000000</p></footer></body></html>
"""


def to_html(document: Document) -> bytes:
    """UTF-8, numbers written out as editors of such pages paste them."""
    parts = []
    for block, label in numbered(document.blocks):
        if isinstance(block, Table):
            rows = ("<tr>" + "".join(f"<td>{inline(cell)}</td>" for cell in row) + "</tr>" for row in block.rows)
            parts.append(f"<table border='1'>{''.join(rows)}</table>")
            continue
        words = inline(f"{label} {block.text}" if label else block.text)
        if "\t" in block.text and not label:
            cells = "".join(f"<td>{inline(cell)}</td>" for cell in block.text.split("\t"))
            parts.append(f"<table width='100%'><tr>{cells}</tr></table>")
        elif block.align != "left":
            parts.append(f'<p style="text-align: {block.align}">{f"<b>{words}</b>" if block.bold else words}</p>')
        else:
            parts.append(f"<p>{words or '&nbsp;'}</p>")
    return PAGE.format(title=escape(document.name), body="\n".join(parts)).encode()


def inline(text: str) -> str:
    parts, at = [], 0
    for match in MARK.finditer(text):
        parts.append(escape(text[at:match.start()], quote=False))
        at = match.end()
        if match["raised"]:
            parts.append(f"<sup>{match['raised'].translate(RAISED)}</sup>")
        else:
            parts.append(escape(match["new"] or "", quote=False) or (" " if match["tab"] else ""))
    return "".join(parts) + escape(text[at:], quote=False)
