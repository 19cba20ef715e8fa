#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds Sources/CLexicons/tables/languages.bin: how likely common words and trigrams of letters are in each language.

usage: build.py SITE-PACKAGES TABLE        (README.md says which packages; needs msgpack and brotli)

Little-endian: u32 languages, their tags in 4 bytes each; u32 features, their hashes (u32, ascending), one more offset (u32) than features into the pairs
behind; pairs of language (u8) and weight (u8). A weight is the log of the frequency above a floor, in 16ths: words above 1e-6, trigrams above 1e-5 and at half weight, since they overlap.
A hash is FNV-1a over a kind (1 word, 2 trigram) and the letters in lower case. `Sources/Normalizing/LanguageProfiles.swift` reads it.
"""
import gzip
import json
import math
import os
import struct
import sys

import brotli
import msgpack

WORDS, TRIGRAMS = 2000, 1500
# Languages with word lists, which wordfreq names otherwise where the second field is given.
TOLD = {tag: tag for tag in "bg ca cs da de en es fi fr hu id is it lt lv mk ms nl pl pt ro ru sk sl sv tr uk vi ar fa ur".split()}
TOLD.update({"no": "nb", "hr": "sh", "fil": "fil"})
SHAPES = {"no": "nb", "fil": "tl"}


def words(packages, tag):
    path = os.path.join(packages, "wordfreq", "data", f"small_{TOLD[tag]}.msgpack.gz")
    bins = msgpack.load(gzip.open(path), raw=False)[1:]
    rows = [(10 ** (-index / 100), word) for index, members in enumerate(bins) for word in members]
    rows = [(share, word) for share, word in rows if word.isalpha() and (TOLD[tag] != "sh" or ord(word[0]) < 0x400)]
    return sorted(rows, key=lambda row: (-row[0], row[1]))[:WORDS]


def shares(packages, tag, kind):
    path = os.path.join(packages, "lingua", "language-models", SHAPES.get(tag, tag), f"{kind}.json.br")
    table = {}
    for share, members in json.loads(brotli.decompress(open(path, "rb").read()))["ngrams"].items():
        over, under = share.split("/")
        for member in members.split():
            table[member] = int(over) / int(under)
    return table


def trigrams(packages, tag):
    """lingua gives each gram's share behind its first letters; the product is the share of all."""
    one, two, three = (shares(packages, tag, kind) for kind in ("unigrams", "bigrams", "trigrams"))
    whole = sum(one.values())
    rows = [(share * two.get(gram[:2], 0) * one.get(gram[0], 0) / whole, gram) for gram, share in three.items()]
    return sorted(rows, key=lambda row: (-row[0], row[1]))[:TRIGRAMS]


def fnv(kind, string):
    value = ((0x811C9DC5 ^ kind) * 0x01000193) & 0xFFFFFFFF
    for byte in string.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    packages, path = sys.argv[1:]
    tags = sorted(TOLD)
    table = {}
    for index, tag in enumerate(tags):
        for kind, unit, floor, rows in ((1, 16, 1e-6, words(packages, tag)), (2, 8, 1e-5, trigrams(packages, tag))):
            for share, feature in rows:
                weight = round(unit * (math.log(share) - math.log(floor))) if share > floor else 0
                if weight > 0:
                    table.setdefault(fnv(kind, feature), {})[index] = min(weight, 255)
    hashes = sorted(table)
    offsets, pairs = [0], bytearray()
    for value in hashes:
        for index, weight in sorted(table[value].items()):
            pairs += bytes((index, weight))
        offsets.append(len(pairs) // 2)
    with open(path, "wb") as file:
        file.write(struct.pack("<I", len(tags)) + b"".join(tag.encode().ljust(4, b"\0") for tag in tags))
        file.write(struct.pack(f"<I{len(hashes)}I{len(offsets)}I", len(hashes), *hashes, *offsets) + pairs)
    print(f"{len(tags)} languages, {len(hashes)} features, {len(pairs) // 2} weights")


if __name__ == "__main__":
    main()
