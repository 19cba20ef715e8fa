#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Lays articles of ours out as newspapers, reports and letters do, so that what is read back can be compared with what was written.

    layouts.py FOLDER ARTICLE.txt...     writes NAME-LAYOUT.pdf and NAME.txt (headline in the first line) into FOLDER

Needs reportlab and pyphen (PyPI), and LibreOffice for the layouts named office.
"""
import os
import subprocess
import sys

from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4, A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, NextPageTemplate, PageTemplate, Paragraph, Spacer, Table

# Name: page, columns, size, justified, indented, running heads, headline across, hyphenated
LAYOUTS = {
    "letter": (A4, 1, 11, False, False, False, False, False),
    "report": (A5, 1, 10, True, True, True, False, True),
    "journal": (A4, 2, 9.5, True, True, True, True, True),
    "newspaper": (A4, 3, 8.5, True, True, True, True, True),
    "magazine": (A5, 2, 8, False, False, True, True, True),
}


def article(path):
    text = open(path, encoding="utf-8").read()
    paragraphs = [" ".join(p.split()) for p in text.split("\n\n") if p.strip()]
    return paragraphs[0], paragraphs[1:]


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;")


class Pages(BaseDocTemplate):
    """Running head and page number, as the layout has them."""

    def __init__(self, path, size, columns, heads, across, head):
        super().__init__(path, pagesize=size, title="Microsoft Word - final_v3.doc", author="user", invariant=1)
        width, height = size
        margin, gutter = 50, 16
        inner = width - 2 * margin
        one = (inner - gutter * (columns - 1)) / columns
        top = height - 60

        def frames(ceiling):
            return [
                Frame(margin + i * (one + gutter), 60, one, ceiling - 60, 0, 0, 0, 0, id=f"c{i}") for i in range(columns)
            ]

        first = ([Frame(margin, top - 90, inner, 90, 0, 0, 0, 0, id="head")] + frames(top - 100)) if across else frames(top)

        def furniture(canvas, document):
            if not heads:
                return
            canvas.setFont("Times-Italic", 8)
            canvas.drawString(margin, height - 40, f"{head}, No. 47")
            canvas.drawRightString(width - margin, height - 40, "Saturday 14 June")
            canvas.setFont("Times-Roman", 8)
            canvas.drawCentredString(width / 2, 36, f"{document.page}")

        self.addPageTemplates([PageTemplate("first", first, onPage=furniture), PageTemplate("later", frames(top), onPage=furniture)])


def lay_out(path, headline, paragraphs, name, extras):
    size, columns, points, justified, indented, heads, across, hyphenated = LAYOUTS[name]
    body = ParagraphStyle(
        "body", fontName="Times-Roman", fontSize=points, leading=points * 1.2, alignment=TA_JUSTIFY if justified else TA_LEFT,
        firstLineIndent=points * 1.2 if indented else 0, spaceAfter=0 if indented else points * 0.7,
        hyphenationLang="en_GB" if hyphenated else None, hyphenationMinWordLength=6, embeddedHyphenation=1)
    title = ParagraphStyle("title", fontName="Times-Bold", fontSize=points * 2, leading=points * 2.3, spaceAfter=points)
    note = ParagraphStyle("note", parent=body, fontSize=points * 0.75, leading=points * 0.9, firstLineIndent=0)
    story = [NextPageTemplate("later"), Paragraph(escape(headline), title)]
    if across:
        story.append(FrameBreak())
    for index, paragraph in enumerate(paragraphs):
        story.append(Paragraph(escape(paragraph), body))
        if extras and index == 3:
            story.append(Table([["Pier", "Depth", "Piles"], ["First", "9 m", "64"], ["Third", "14 m", "188"]]))
            story.append(Spacer(1, 6))
    Pages(path, size, columns, heads, across, "The Sorrel Courier").build(story)


OFFICE = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>Untitled 1</dc:title></office:meta>
<office:styles><style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm"/>
<style:text-properties fo:font-size="%(points)spt" style:font-name="DejaVu Serif"/></style:style>
<style:style style:name="Head" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="22pt" fo:font-weight="bold"/></style:style>
</office:styles>
<office:automatic-styles><style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="21cm" fo:page-height="14.8cm" fo:margin="1.5cm">
<style:columns fo:column-count="%(columns)s" fo:column-gap="0.6cm"/></style:page-layout-properties>
<style:header-style><style:header-footer-properties fo:min-height="0.6cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="0.6cm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="pm"><style:header><text:p>Situation report, week 24</text:p></style:header>
<style:footer><text:p>Page <text:page-number/></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>%(body)s</office:text></office:body></office:document>"""


def office(path, headline, paragraphs, columns, points):
    """A flat OpenDocument text; `soffice --convert-to pdf` makes the pages."""
    body = f'<text:p text:style-name="Head">{escape(headline)}</text:p>'
    body += "".join(f'<text:p text:style-name="Standard">{escape(p)}</text:p>' for p in paragraphs)
    with open(path, "w", encoding="utf-8") as file:
        file.write(OFFICE % {"points": points, "columns": columns, "body": body})


def main():
    folder, *articles = sys.argv[1:]
    os.makedirs(folder, exist_ok=True)
    for path in articles:
        stem = os.path.splitext(os.path.basename(path))[0]
        headline, paragraphs = article(path)
        with open(f"{folder}/{stem}.txt", "w", encoding="utf-8") as file:
            file.write("\n\n".join([headline] + paragraphs) + "\n")
        for name in LAYOUTS:
            lay_out(f"{folder}/{stem}-{name}.pdf", headline, paragraphs, name, False)
        for columns in (1, 2):
            flat = f"{folder}/{stem}-office{columns}.fodt"
            office(flat, headline, paragraphs, columns, 10)
            subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, flat], check=True, capture_output=True)
            os.remove(flat)


main()
