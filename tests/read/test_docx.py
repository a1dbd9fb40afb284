"""What Word prints, from its XML."""
from __future__ import annotations

from tests.read.helpers import docx, p, raw, refused, sample, source_of, zipped

NUMBERING = """<w:numbering><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""
STYLES = """<w:styles><w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
<w:style w:type="paragraph" w:styleId="Punkts"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Virsraksts"><w:basedOn w:val="Normal"/><w:rPr><w:caps/></w:rPr></w:style></w:styles>"""


def numbered(level: int, words: str, list_id: int = 1) -> str:
    return p(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def test_numbers_of_lists_are_printed() -> None:
    body = (p("Uzdot nodaļai:", '<w:pStyle w:val="Punkts"/>') + numbered(1, "sagatavot līgumu;")
            + numbered(2, "divos eksemplāros;") + numbered(1, "to noslēgt.")
            + p("Kontrolēt.", '<w:pStyle w:val="Punkts"/>') + numbered(0, "Atkal no viena.", 2))
    assert raw(docx(body, numbering=NUMBERING, styles=STYLES)).splitlines() == [
        "1. Uzdot nodaļai:", "1.1. sagatavot līgumu;", "a) divos eksemplāros;", "1.2. to noslēgt.", "2. Kontrolēt.",
        "1. Atkal no viena."]


def test_a_deleted_point_leaves_no_gap() -> None:
    gone = ('<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
            '<w:del w:id="2"><w:r><w:delText>Atcelts punkts.</w:delText></w:r></w:del></w:p>')
    body = numbered(0, "Pirmais.") + gone + numbered(0, "Otrais.")
    assert raw(docx(body, numbering=NUMBERING)).splitlines() == ["1. Pirmais.", "2. Otrais."]


def test_changes_are_accepted() -> None:
    body = ('<w:p><w:r><w:t xml:space="preserve">Noteikt </w:t></w:r>'
            '<w:del w:id="1"><w:r><w:delText>5</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>8</w:t></w:r></w:ins>'
            '<w:r><w:t xml:space="preserve"> EUR.</w:t></w:r></w:p>'
            '<w:moveFrom w:id="3"><w:p><w:r><w:t>Pārvietots.</w:t></w:r></w:p></w:moveFrom>'
            '<w:p><w:moveTo w:id="4"><w:r><w:t>Pārvietots.</w:t></w:r></w:moveTo></w:p>')
    assert raw(docx(body)).splitlines() == ["Noteikt 8 EUR.", "Pārvietots."]


def test_a_paragraph_whose_mark_was_deleted_runs_into_the_next() -> None:
    body = p("Domes priekš", '<w:rPr><w:del w:id="1"/></w:rPr>') + p("sēdētājs")
    assert raw(docx(body)) == "Domes priekšsēdētājs\n"


def test_capitals_hidden_words_and_raised_figures() -> None:
    body = (p("Lēmums", '<w:pStyle w:val="Virsraksts"/>') + p("Bērziņš", run="<w:caps/>") + p("Paslēpts", run="<w:vanish/>")
            + '<w:p><w:r><w:t>14.</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
              '<w:r><w:t xml:space="preserve"> pants</w:t></w:r></w:p>')
    assert raw(docx(body, styles=STYLES)).split() == ["LĒMUMS", "BĒRZIŅŠ", "14.¹", "pants"]


def test_rows_of_tables() -> None:
    def row(*cells: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in cells) + "</w:tr>"
    body = f"<w:tbl>{row('Deputāts', 'Balsojums')}{row('Anna Ozola', 'par')}</w:tbl>"
    assert raw(docx(body)).splitlines() == ["Deputāts\tBalsojums", "Anna Ozola\tpar"]


def test_notes_headers_and_footers_stand_aside() -> None:
    found = source_of(sample("licupe-318.docx"))
    assert {aside.kind: aside.text for aside in found.asides} == {
        "header": "Līčupes novada domes 29.08.2024. lēmums Nr. 318", "footer": "1",
        "footnote": "Telpu noslodzes grafiks kultūras centra lietvedībā."}
    assert "noslodzes" not in found.raw


def test_entities_are_refused() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    assert refused(zipped({"word/document.xml": bomb})) == "unsafe"
    outside = '<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd" [ ]><a/>'
    assert refused(zipped({"word/document.xml": outside})) == "unsafe"


def test_broken_inside() -> None:
    assert refused(zipped({"word/document.xml": "<w:document"})) == "damaged"
    assert refused(sample("licupe-318.docx")[:2000]) == "damaged"
    assert refused(docx("")) == "empty"


def test_nonsense_numbers_do_no_harm() -> None:
    wild = NUMBERING.replace('w:ilvl="1"', 'w:ilvl="²x"').replace('w:val="1"', 'w:val="99999999999999999999"')
    assert "Uzdot" in raw(docx(numbered(0, "Uzdot."), numbering=wild))
