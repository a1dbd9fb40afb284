"""ODT, RTF, HTML: what their programs print."""
from __future__ import annotations

import pytest

from tests.read.helpers import raw, refused, sample, source_of, zipped

SPACES = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
          'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
          'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
          'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
          'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"')
LIST = ('<text:list-style style:name="L">'
        '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/>'
        "</text:list-style>")


def odt(body: str, styles: str = "", **members: str) -> bytes:
    content = (f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
               f"<office:body><office:text>{body}</office:text></office:body></office:document-content>")
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **members})


def test_odt_numbers() -> None:
    body = ('<text:list text:style-name="L"><text:list-item><text:p>Uzdot:</text:p>'
            "<text:list><text:list-item><text:p>A;</text:p></text:list-item><text:list-item><text:p>B.</text:p></text:list-item></text:list></text:list-item></text:list>"
            '<text:p>Starp.</text:p><text:list text:style-name="L" text:continue-numbering="true"><text:list-item>'
            "<text:p>Kontrolēt.</text:p></text:list-item></text:list>")
    assert raw(odt(body, LIST)).splitlines() == ["1. Uzdot:", "1.1. A;", "1.2. B.", "Starp.", "2. Kontrolēt."]


def test_odt_spaces_tabs_notes_and_changes() -> None:
    body = ('<text:tracked-changes><text:changed-region><text:deletion><text:p>Vecais.</text:p></text:deletion>'
            "</text:changed-region></text:tracked-changes>"
            '<text:p>A<text:s text:c="2"/>B<text:tab/>C<text:line-break/>D<text:note><text:note-body><text:p>Piezīme</text:p>'
            "</text:note-body></text:note></text:p>")
    found = source_of(odt(body))
    assert found.raw.splitlines() == ["A B\tC", "D"]
    assert [aside.text for aside in found.asides] == ["Piezīme"]


def test_odt_capitals_and_hidden_words() -> None:
    styles = ('<style:style style:name="C"><style:text-properties fo:text-transform="uppercase"/></style:style>'
              '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>')
    body = ('<text:p><text:span text:style-name="C">Lēmums</text:span>'
            '<text:span text:style-name="H"> ārā</text:span></text:p>')
    assert raw(odt(body, styles)) == "LĒMUMS\n"


def test_odt_refused() -> None:
    manifest = "<m:file-entry xmlns:m='x'><m:encryption-data/></m:file-entry>"
    assert refused(odt("<text:p>A</text:p>", **{"META-INF/manifest.xml": manifest})) == "encrypted"
    assert refused(odt("")) == "empty"
    assert raw(odt('<text:p>A<text:s text:c="99999999999"/>B</text:p>')) == "A B\n"


def rtf(body: str) -> bytes:
    return ("{\\rtf1\\ansi\\ansicpg1257 " + body + "}").encode("latin-1")


@pytest.mark.parametrize(("body", "lines"), [
    ("L\\'e7mums Nr.\\~5\\par Otr\\'e2 rinda\\par", ["Lēmums Nr. 5", "Otrā rinda"]),
    ("14.{\\super 1} pants\\par", ["14.¹ pants"]),
    ("\\u274?kaba \\u326?\\par", ["Ēkaba ņ"]),
    ("{\\listtext 1.\\tab}Uzdot nodaļai".replace("ļ", "\\'ef") + "\\par", ["1. Uzdot nodaļai"]),
    ("Paliek {\\deleted nost }vārds".replace("ā", "\\'e2") + "\\par", ["Paliek vārds"]),
    ("{\\*\\generator X;}{\\info{\\author Y}}Teksts\\par", ["Teksts"]),
])
def test_rtf(body: str, lines: list[str]) -> None:
    assert [line.strip() for line in raw(rtf(body)).replace("\xa0", " ").splitlines()] == lines


def test_rtf_asides_and_centred_lines() -> None:
    found = source_of(rtf("{\\header Galvene\\par}\\pard\\qc LEMUMS\\par\\pard\\ql Teksts{\\footnote Piez\\'eeme} beidzas."))
    assert [(aside.kind, aside.text) for aside in found.asides] == [("header", "Galvene"), ("footnote", "Piezīme")]
    first, second = found.raw.splitlines()
    assert first.startswith(" " * 20) and first.strip() == "LEMUMS"
    assert second == "Teksts beidzas."


def test_html_leaves_the_site_out() -> None:
    text = raw(sample("licupe-318.html"))
    for chrome in ("Sākums", "Dalīties", "Jaunumi", "©", "var Par"):
        assert chrome not in text
    assert "\n2.1. mācību gada laikā" in text


@pytest.mark.parametrize(("html", "lines"), [
    ("<ol start=2><li>Uzdot:<ol type=a><li>A;</ol><li value=5>B.</ol>", ["2. Uzdot:", "a. A;", "5. B."]),
    ("<ol><li>A<ol><li>b<li>c</ol><li>D<ul><li>e</ul></ol>", ["1. A", "1.1. b", "1.2. c", "2. D", "- e"]),
    ("<p>14.<sup>1</sup> pants<br>otrā rinda", ["14.¹ pants", "otrā rinda"]),
    ("<p>A&nbsp;B &amp; C<p style='display:none'>ārā<p hidden>ārā", ["A\xa0B & C"]),
    ("<table><tr><td>Deputāts<td>par</table>", ["Deputāts\tpar"]),
    ("<div>" * 400 + "dziļi" + "</div>" * 400, ["dziļi"]),
    ("<ol start=²><li>A</ol>", ["1. A"]),
])
def test_html(html: str, lines: list[str]) -> None:
    page = f"<html><body><p>Sākas.</p>{html}</body></html>".encode()
    assert raw(page).splitlines() == ["Sākas.", *lines]


@pytest.mark.parametrize("encoding", ["windows-1257", "iso-8859-13", "utf-8"])
def test_html_says_its_encoding(encoding: str) -> None:
    page = f"<html><head><meta charset={encoding}></head><body><p>Lēmums par ceļu Ķeguma šķūnī</body></html>"
    assert raw(page.encode(encoding)) == "Lēmums par ceļu Ķeguma šķūnī\n"
    assert raw(page.replace(encoding, "nonsense").encode(encoding)) == "Lēmums par ceļu Ķeguma šķūnī\n"
