"""A document as DOCX, written as Word writes it: numbers from styles, changes tracked, footnotes, header and page field."""
from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from office.model import MARK, RAISED, Document, Par, Table

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
BASE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = ("styles", "numbering", "footnotes", "header1", "footer1")
SMALL = '<w:sz w:val="20"/>'     # ten points, as Word sets footnotes
ROOM = 9350      # twentieths of a point between the margins


def to_docx(document: Document) -> bytes:
    """The same document always gives the same bytes."""
    writer = Writer()
    body = "".join(writer.table(b) if isinstance(b, Table) else writer.paragraph(b) for b in document.blocks)
    section = ('<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>'
               '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" '
               'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>')
    page = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    center = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    files = {
        "[Content_Types].xml": types(),
        "_rels/.rels": relations([("rId1", "officeDocument", "word/document.xml")]),
        "word/document.xml": f"<w:document {W} {R}><w:body>{body}{section}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations([(f"rId{n}", p.rstrip("1"), f"{p}.xml") for n, p in enumerate(PARTS, 1)]),
        "word/styles.xml": styles(),
        "word/numbering.xml": writer.numbering(),
        "word/footnotes.xml": writer.footnotes(),
        "word/header1.xml": f"<w:hdr {W}><w:p>{center}{run(document.header)}</w:p></w:hdr>",
        "word/footer1.xml": f"<w:ftr {W}><w:p>{center}{page}</w:p><w:p>{center}{run(document.footer)}</w:p></w:ftr>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), (HEAD + text).encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


class Writer:
    """Keeps the footnotes and lists that the body asked for."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.lists = 1

    def paragraph(self, par: Par) -> str:
        properties = ""
        if par.level:
            self.lists += par.fresh
            properties += (f'<w:pStyle w:val="Punkts"/><w:numPr><w:ilvl w:val="{par.level - 1}"/>'
                           f'<w:numId w:val="{self.lists}"/></w:numPr>')
        if "\t" in par.text and not par.level:
            middle = f'<w:tab w:val="center" w:pos="{ROOM // 2}"/>' if par.text.count("\t") > 1 else ""
            properties += f'<w:tabs>{middle}<w:tab w:val="right" w:pos="{ROOM}"/></w:tabs>'
        set_by = "both" if par.align == "left" and "\t" not in par.text else par.align
        properties += f'<w:jc w:val="{set_by}"/>'
        return f"<w:p><w:pPr>{properties}</w:pPr>{self.runs(par.text, par.bold)}</w:p>"

    def runs(self, text: str, bold: bool = False) -> str:
        parts, at = [], 0
        author = 'w:id="7" w:author="Sekretāre" w:date="2024-01-01T00:00:00Z"'
        for match in MARK.finditer(text):
            parts.append(run(text[at:match.start()], bold))
            at = match.end()
            if match["gone"] is not None:
                parts.append(f'<w:del {author}>{run(match["gone"], bold, tag="delText")}</w:del>')
            elif match["new"] is not None:
                parts.append(f'<w:ins {author}>{run(match["new"], bold)}</w:ins>')
            elif match["note"] is not None:
                self.notes.append(match["note"])
                parts.append('<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                             f'<w:footnoteReference w:id="{len(self.notes)}"/></w:r>')
            elif match["raised"]:
                parts.append(run(match["raised"].translate(RAISED), bold, more='<w:vertAlign w:val="superscript"/>'))
            else:
                parts.append("<w:r><w:tab/></w:r>")
        return "".join(parts) + run(text[at:], bold)

    def table(self, table: Table) -> str:
        rows = "".join("<w:tr>" + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{ROOM // len(row)}" w:type="dxa"/></w:tcPr><w:p>{self.runs(cell)}</w:p></w:tc>'
            for cell in row) + "</w:tr>" for row in table.rows)
        columns = max(map(len, table.rows))
        grid = f'<w:gridCol w:w="{ROOM // columns}"/>' * columns
        edges = "".join(f'<w:{side} w:val="single" w:sz="4"/>'
                        for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
        return f"<w:tbl><w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def numbering(self) -> str:
        levels = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            f'<w:lvlText w:val="{"".join(f"%{n + 1}." for n in range(depth + 1))}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{360 * (depth + 1)}" w:hanging="360"/></w:pPr></w:lvl>' for depth in range(3))
        lists = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/>' + (
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if n > 1 else "") + "</w:num>"
            for n in range(1, self.lists + 1))
        return f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{lists}</w:numbering>'

    def footnotes(self) -> str:
        notes = "".join(f'<w:footnote w:id="{n}"><w:p><w:pPr><w:pStyle w:val="Vresteksts"/></w:pPr>'
                        f'<w:r><w:rPr>{SMALL}</w:rPr><w:footnoteRef/></w:r>'
                        f'{run(" " + words, more=SMALL)}</w:p></w:footnote>' for n, words in enumerate(self.notes, 1))
        return (f'<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
                f"{notes}</w:footnotes>")


def run(words: str, bold: bool = False, more: str = "", tag: str = "t") -> str:
    if not words:
        return ""
    properties = ("<w:b/>" if bold else "") + more
    return (f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}"
            f'<w:{tag} xml:space="preserve">{escape(words)}</w:{tag}></w:r>')


def types() -> str:
    kinds = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "header1": "header", "footer1": "footer"}
    rows = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{BASE}.{kind}+xml"/>' for part, kind in kinds.items())
    return ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{BASE}.document.main+xml"/>{rows}</Types>')


def relations(rows: list[tuple[str, str, str]]) -> str:
    inside = "".join(f'<Relationship Id="{key}" Type="{LINK}/{kind}" Target="{target}"/>' for key, kind, target in rows)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


def styles() -> str:
    return (f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>'
            '<w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/>'
            '<w:sz w:val="24"/><w:lang w:val="lv-LV"/></w:rPr></w:rPrDefault></w:docDefaults>'
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="Punkts"><w:name w:val="Punkts"/><w:basedOn w:val="Normal"/>'
            '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="Vresteksts"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>'
            f"<w:rPr>{SMALL}</w:rPr></w:style></w:styles>")
