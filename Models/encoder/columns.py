# SPDX-License-Identifier: Apache-2.0
"""How far the columns of what goes into the encoder's matrices reach, so that pack.py can even them out before they are rounded to int8.

A few columns of a BERT's states are several times as large as the rest, and a row's one scale has to serve them all (Xiao and others, SmoothQuant, 2023,
arxiv.org/abs/2211.10438, whose factor for a column is a power of its reach and of the weights'; here of its reach alone). The sentences are copydesk's own, in the manner of
news agencies (../names/newswire.txt): no labelled or borrowed text has a part in it.
"""
import re
import sys
from pathlib import Path

import numpy as np
from tokenizers import BertWordPieceTokenizer

import bert

NAMES = Path(__file__).resolve().parent.parent / "names"
sys.path.insert(0, str(NAMES))
from shapes import shape  # noqa: E402

CLS, SEP = 101, 102
LENGTH = 128
# What stands in the slots of newswire.txt; which names they are matters little for how far columns reach.
FILLINGS = {
    "P": "Maria Okafor", "S": "Okafor", "F": "Maria", "L": "Kesran", "C": "Moldova", "N": "Moldovan", "O": "Relief Council", "B": "Halden Steel Corp.",
    "T": "Harbour Rovers", "U": "Lund University", "W": "Meridian Wire", "K": "Labour Party", "Z": "Liberals", "E": "Nations Cup", "X": "The Long Field",
    "D": "Tuesday", "#": "1,240",
}
# The square root of the reach did as well as powers from 0.5 to 0.7 in a trial on text of its own kind; above, rows lose what columns win.
POWER = 0.6


def sentences():
    """Each paragraph whole, and each of its sentences alone."""
    for line in open(NAMES / "newswire.txt", encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            line = re.sub(r"\{([A-Z#])\d?!?\}", lambda slot: FILLINGS[slot.group(1)], re.sub(r"\[[A-Z]+ ([^\]]*)\]", r"\1", line))
            parts = [part.strip() for part in line.split(" | ")]
            yield from parts if len(parts) == 1 else parts + [" ".join(parts)]


def pieces(tokenizer, text):
    """Of each piece its number, its word's shape, and its spacing as in training (../names/train.py)."""
    encoded = tokenizer.encode(text, add_special_tokens=False)
    bounds = {}
    for word, (first, last) in zip(encoded.word_ids, encoded.offsets):
        bounds[word] = (bounds.get(word, (first,))[0], last)
    rows = [(CLS, 0, 0)]
    for number, word in list(zip(encoded.ids, encoded.word_ids))[:LENGTH - 2]:
        first, last = bounds[word]
        spacing = 2 if word == 0 else 1 if bounds[word - 1][1] == first else 0
        rows.append((number, shape(text[first:last]), spacing))
    return np.array(rows + [(SEP, 0, 0)]).T


def factors(source, vocabulary, heads):
    """What each column of the inputs of a matrix is to be multiplied by, by the matrix's name. The mean of a matrix's factors is near 1."""
    tokenizer = BertWordPieceTokenizer(vocabulary, lowercase=True)
    reach = {}

    def look(name, x):
        reach[name] = np.maximum(reach.get(name, 0), np.abs(x).max((0, 1)))

    for text in sentences():
        ids, shapes, spacing = pieces(tokenizer, text)
        added = (source["she.weight"][shapes] + source["gle.weight"][spacing])[None] if "she.weight" in source else None
        bert.states(source, ids[None], source.layers, heads, added, look)
    result = {}
    for name, most in reach.items():
        even = np.maximum(most, 1e-3) ** POWER
        result[name] = (even.mean() / even).astype(np.float32)
    return result
