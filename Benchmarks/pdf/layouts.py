#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Lays articles of ours out as newspapers, reports and letters do, so that what is read back can be compared with what was written.

    layouts.py FOLDER ARTICLE.txt...     writes NAME-LAYOUT.pdf and NAME.txt (headline in the first line) into FOLDER

Needs reportlab and pyphen (PyPI).
"""
import os
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


main()
