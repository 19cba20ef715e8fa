# SPDX-License-Identifier: Apache-2.0
"""Peers for quotations: textacy over spaCy `md`, and a bare regular expression."""
import re

import peers_names

MARKED = re.compile(r"“[^“”]+”|\"[^\"]+\"")


def textacy(rows):
    """textacy's direct quotations. Of a text that it refuses (an odd number of marks is a ValueError) there are none, and it says how many."""
    from textacy.extract import direct_quotations
    nlp = peers_names.load("spaCy md")
    found, refused = {}, 0
    for document, row in zip(nlp.pipe(row["text"] for row in rows), rows):
        quotes = found[row["id"]] = []
        try:
            for quote in direct_quotations(document):
                speaker = [min(t.idx for t in quote.speaker), max(t.idx + len(t) for t in quote.speaker)] if quote.speaker else None
                quotes.append({"start": quote.content.start_char, "end": quote.content.end_char, "speaker": speaker})
        except ValueError:
            refused += 1
    return found, f"textacy refused {refused} of {len(rows)} texts" if refused else ""


def expression(rows):
    """Whatever stands between marks. That finds all by construction: the scorer cuts its units out of the gold with the same expression, so what is to be
    held against it is precision and speakers."""
    return {row["id"]: [{"start": m.start(), "end": m.end(), "speaker": None} for m in MARKED.finditer(row["text"])] for row in rows}, ""
