#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Trains the table of sentence ends that no stop marks: Sources/CLexicons/tables/sentence_ends.bin.

usage: train.py TABLE TRAIN.jsonl [TRAIN.jsonl ...]

Rows are {"text", "sentences": [{"start", "end"}]} with offsets in code points; blank lines part paragraphs. Needs Python 3.9 or later alone; the same rows give
the same bytes. `features` must agree with Sources/Language/Sentences/UnmarkedEnd.swift, which README.md describes.
"""
import json
import math
import random
import re
import sys

BITS = 14
SCALE = 32
EPOCHS, RATE, DECAY, SEED = 8, 0.15, 5e-5, 7
MASK = 0xFFFFFFFF
# Runs of these count at most twice in a shape, runs of others five times.
SHORT_RUNS = b"aA-=_*.~#+"
STOPPED = re.compile(r"[.!?…‽][\"')\]}”’»]*(\[[\d, -]+\])*$")


def fnv(values):
    result = 0x811C9DC5
    for value in values:
        result = ((result ^ value) * 0x01000193) & MASK
    return result


def word_hash(word):
    lowered = (byte | 0x20 if 0x41 <= byte <= 0x5A else 0x39 if 0x30 <= byte <= 0x39 else byte for byte in word[:20])
    return fnv(lowered)


def classes(word):
    index = 0
    while index < len(word):
        byte = word[index]
        index += 1
        if byte < 0x80:
            yield (0x41 if 0x41 <= byte <= 0x5A else 0x61 if 0x61 <= byte <= 0x7A else 0x39 if 0x30 <= byte <= 0x39 else byte)
        elif byte == 0xE2 and index < len(word) and word[index] == 0x80:
            yield 0x7E
        elif byte >= 0xC0:
            yield 0x61


def shape(word):
    word = word[:64]
    if b"://" in word or word.startswith(b"www."):
        return b"URL"
    if b"@" in word and len(word) > 3:
        return b"MAIL"
    result, last, run = [], None, 0
    for kind in classes(word):
        run = run + 1 if kind == last else 1
        last = kind
        if run > (2 if kind in SHORT_RUNS else 5):
            continue
        result.append(kind)
        if len(result) == 10:
            break
    return bytes(result)


CLOSING = b"\"')]"


def core_class(word):
    end = len(word)
    while end > 0 and (word[end - 1] in CLOSING or word[end - 1] >= 0x80):
        end -= 1
    return next(classes(word[end - 1:end])) if end else 0


def mix(number, parts):
    value = (number * 0x9E3779B1) & MASK
    for part in parts:
        value = ((value ^ part) * 0x85EBCA6B) & MASK
        value ^= value >> 13
    return (value ^ (value >> 15)) & ((1 << BITS) - 1)


NOTHING, START = fnv(b""), fnv(b"<s>")


def features(words, at, start):
    """Buckets of the gap before `words[at]`, in a sentence that began with `words[start]`."""
    def view(index, low):
        if index < low:
            return START, START, 0
        if index >= len(words):
            return NOTHING, NOTHING, 0
        word = words[index]
        form = shape(word)
        return word_hash(word), fnv(form), form[0] if form else 0

    (p1, sp1, _), (p2, sp2, _), (p3, sp3, _) = (view(at - back, start) for back in (1, 2, 3))
    (n1, sn1, first), (n2, sn2, _), (_, sn3, _) = (view(at + ahead, start) for ahead in (0, 1, 2))
    length = min(at - start, 20)
    long = length if length < 6 else 7 if length < 10 else 8 if length < 20 else 9
    rest = min(len(words) - at, 10)
    rest = rest if rest < 4 else 5 if rest < 10 else 9
    recent = [0x41 <= word[0] <= 0x5A for word in words[max(start, at - 6):at]]
    capitals = 2 if all(recent) else 1 if sum(recent) * 2 >= len(recent) else 0
    last = core_class(words[at - 1])
    opening = view(start, start)[1]
    templates = [
        (), (p1,), (n1,), (sp1,), (sn1,), (p2,), (n2,), (sp2, sp1), (sn1, sn2), (sp1, sn1), (sp2, sp1, sn1), (sp1, sn1, sn2),
        (sp3, sp2, sp1), (p1, sn1), (sp1, n1), (last,), (last, first), (long, last), (rest, last), (long, rest, last),
        (capitals, last, first), (capitals, n1), (opening, sp1), (sn1, sn2, sn3), (long, n1), (long, p1), (p3,), (first, last), (sn2,),
        (long, sp1, sn1),
    ]
    return {mix(number + 1, parts) for number, parts in enumerate(templates)}


def is_candidate(before, after):
    """Whether a sentence may end unmarked between the two: mostly where the next word is not in lower case."""
    if STOPPED.search(before.decode()) or before[-1:] == b":" and b"://" in after:
        return False
    if not 0x61 <= after[0] <= 0x7A:
        return True
    final = before[-1]
    is_plain = final >= 0x80 or chr(final).isalnum() or final in b",;"
    return not is_plain or b"@" in before or b"://" in before or before in (b"AM", b"PM")


def paragraphs(row):
    """The words of each paragraph, and whether a sentence ends before each."""
    ends = {sentence["end"] for sentence in row["sentences"]}
    for paragraph in re.finditer(r"(?:(?!\n\s*\n)[\s\S])+", row["text"]):
        found = [(word.group().encode(), paragraph.start() + word.end()) for word in re.finditer(r"\S+", paragraph.group())]
        yield [word for word, _ in found], [False] + [end in ends for _, end in found[:-1]]


def examples(rows):
    for row in rows:
        for words, edges in paragraphs(row):
            start = 0
            for at in range(1, len(words)):
                if is_candidate(words[at - 1], words[at]):
                    yield sorted(features(words, at, start)), edges[at]
                if edges[at]:
                    start = at


def train(found):
    """Logistic regression by AdaGrad."""
    weights, squares = [0.0] * (1 << BITS), [1e-6] * (1 << BITS)
    random.seed(SEED)
    for _ in range(EPOCHS):
        random.shuffle(found)
        for buckets, ends in found:
            total = sum(weights[bucket] for bucket in buckets)
            slip = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - ends
            for bucket in buckets:
                slope = slip + DECAY * weights[bucket]
                squares[bucket] += slope * slope
                weights[bucket] -= RATE * slope / math.sqrt(squares[bucket])
    return weights


def main():
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    rows = [json.loads(line) for path in sys.argv[2:] for line in open(path, encoding="utf-8")]
    found = list(examples(rows))
    weights = train(found)
    table = bytes(max(-127, min(127, round(weight * SCALE))) & 0xFF for weight in weights)
    with open(sys.argv[1], "wb") as file:
        file.write(table)
    print(f"{len(found)} gaps, {sum(ends for _, ends in found)} of them ends")


if __name__ == "__main__":
    main()
