# SPDX-License-Identifier: Apache-2.0
"""Peers for times: spaCy `md` (spans alone), timexy (a component of spaCy with TIMEX3 values) and dateparser's `search_dates`.

HeidelTime itself is not among them: what PyPI has of it brings TreeTagger, whose licence is for research alone.
"""
import datetime
import re

import peers_names

TIMEX = re.compile(r'type="(\w+)" value="([^"]+)"')


def spacy(rows):
    """DATE and TIME, which have no values. Ages and the like are DATE too: a duration's type is not told."""
    nlp = peers_names.load("spaCy md", exclude=peers_names.OTHERS)
    found = {}
    for document, row in zip(nlp.pipe(row["text"] for row in rows), rows):
        found[row["id"]] = [
            {"start": e.start_char, "end": e.end_char, "type": e.label_, "value": None} for e in document.ents if e.label_ in ("DATE", "TIME")]
    return found


def timexy(rows):
    """It knows no date of the document. A day stands as midnight there; that is written as the day."""
    import spacy as library
    import timexy as component  # noqa: F401  registers itself
    nlp = library.blank("en")
    nlp.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})
    found = {}
    for document, row in zip(nlp.pipe(row["text"] for row in rows), rows):
        times = found[row["id"]] = []
        for entity in document.ents:
            kind, value = TIMEX.search(entity.kb_id_).groups()
            times.append({"start": entity.start_char, "end": entity.end_char, "type": kind, "value": value.removesuffix("T00:00:00")})
    return found


def dateparser(rows):
    """Told the day of the document. What it finds has no place: it is looked for from where the one before ended. Always a DATE, as a day."""
    from dateparser.search import search_dates
    found = {}
    for row in rows:
        times, after = found.setdefault(row["id"], []), 0
        base = datetime.datetime.fromisoformat(row["dct"][:10])
        for words, moment in search_dates(row["text"], languages=["en"], settings={"RELATIVE_BASE": base}) or []:
            start = row["text"].find(words, after)
            if start >= 0:
                after = start + len(words)
                times.append({"start": start, "end": after, "type": "DATE", "value": moment.date().isoformat()})
    return found
