# SPDX-License-Identifier: Apache-2.0
"""Builds mediatopics.tsv and topicterms.tsv (README.md says what is in them).

usage: build.py IPTC_FOLDER WORD_LIST OPEN_TEXT.jsonl TABLES_FOLDER [CACHE.npy]
"""
import collections
import json
import os
import re
import sys

import numpy as np
import Stemmer

from encoder import WIDTH, Encoder
from vocabulary import SHARED, Vocabulary

UNKNOWN_RANK = 60_000  # for words outside the encoder's vocabulary, which are rarer than all in it
LARGEST_PIECES = 3  # a word cut into more pieces than that is rare, and its vector says little
TOPICS_PER_STEM, CONCEPTS_PER_STEM = 4, 4
NEAR_ENOUGH = 0.5  # cosine of a word with a concept's name
SHIFT = 0.5  # how much of a topic's score in ordinary text is taken off
OPEN_GENRES = {"interview", "speech", "textbook", "vlog"}  # CC BY or public domain; the other genres of GUM are BY-SA
STEMMER = Stemmer.Stemmer("english")


def stems(text):
    return [STEMMER.stemWord(word) for word in re.findall(r"[a-z]+", text.lower()) if len(word) > 1]


def unit(rows):
    return rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9)


def softmax(z):
    z = np.exp(z - z.max(1, keepdims=True))
    return z / z.sum(1, keepdims=True)


class Words:
    """Every stem with its vector, centred on the mean of all, and its rarity from 0 to 1."""

    def __init__(self, encoder, word_list, stop_words, cache):
        ranks = {word: rank for rank, word in enumerate(encoder.words())}
        with open(word_list, encoding="utf-8") as file:
            listed = {word.strip().lower() for word in file}
        words = sorted(w for w in listed | set(ranks) if w.isascii() and w.isalpha() and len(w) > 1)
        pieces = [len(e.ids) - 2 for e in encoder.tokenizer.encode_batch(words)]
        words = [word for word, count in zip(words, pieces) if count <= LARGEST_PIECES]
        if cache and os.path.exists(cache):
            vectors = np.load(cache)
        else:
            vectors = encoder(words)
            if cache:
                np.save(cache, vectors)
        self.stop = {STEMMER.stemWord(word) for word in stop_words} | set(stop_words)
        groups = {}
        for index, word in enumerate(words):
            stem = STEMMER.stemWord(word)
            if word not in stop_words and len(stem) > 1:
                groups.setdefault(stem, []).append(index)
        self.stems = sorted(groups)
        self.index = {stem: index for index, stem in enumerate(self.stems)}
        rank = np.array([min(ranks.get(words[i], UNKNOWN_RANK) for i in groups[s]) for s in self.stems], float)
        self.rarity = np.clip(np.log((rank + 30) / 30) / np.log(UNKNOWN_RANK / 30), 0.02, 1)
        self.vectors = np.zeros((len(self.stems), WIDTH))
        for index, stem in enumerate(self.stems):
            # Frequent forms count for more in the vector of their stem.
            weights = np.array([1 / (ranks.get(words[i], UNKNOWN_RANK) + 50) for i in groups[stem]])
            self.vectors[index] = weights @ vectors[groups[stem]] / weights.sum()
        self.mean = self.vectors.mean(0)
        self.vectors = unit(self.vectors - self.mean)

    def bag(self, text):
        return collections.Counter(self.index[s] for s in stems(text) if s in self.index and s not in self.stop)

    def sum(self, text, rows):
        """Damped count × rarity × row over the stems of a text: what the program computes."""
        bag = self.bag(text)
        if not bag:
            return np.zeros(rows.shape[1])
        keys = sorted(bag)
        weights = np.log1p([bag[key] for key in keys]) * self.rarity[keys]
        return weights @ rows[keys] / weights.sum()


def prototypes(vocabulary, encoder):
    """One vector a top-level topic: the mean of its name, its definition and the names of two levels below it."""
    result = []
    for top in vocabulary.tops:
        first = vocabulary.children[top] + sorted(code for code, shared in SHARED.items() if shared == top)
        second = [child for code in first for child in vocabulary.children[code]][:60]
        texts = [vocabulary.name[top]] * 3 + [vocabulary.definition[top]] + [vocabulary.name[c] for c in first + second]
        result.append(encoder(texts).mean(0))
    return np.array(result)


def discriminant(vocabulary, words):
    """A linear softmax from word vectors to topics, fitted on names and definitions; every subtree has its parent's share."""
    mass = {}

    def spread(code, share):
        children = vocabulary.children[code]
        mass[code] = share * 0.3 if children else share
        for child in children:
            spread(child, share * 0.7 / len(children))

    for top in vocabulary.tops:
        spread(top, 1.0)
    sizes = collections.Counter(path[0] for path in vocabulary.path.values())
    rows, goals, weights = [], [], []
    for code in vocabulary.codes:
        goal = np.zeros(len(vocabulary.tops))
        for top, share in vocabulary.shares(code).items():
            goal[vocabulary.tops.index(top)] = share
        for text in vocabulary.texts(code):
            rows.append(unit(words.sum(text, words.vectors)))
            goals.append(goal)
            weights.append(mass[code] * 0.7 + 0.3 / sizes[vocabulary.path[code][0]])
    rows, goals, weights = np.array(rows), np.array(goals), np.array(weights)[:, None]
    weights /= weights.sum()
    fitted, speed = np.zeros((WIDTH, len(vocabulary.tops))), 0
    for _ in range(600):
        speed = 0.9 * speed + rows.T @ ((softmax(rows @ fitted) - goals) * weights) + 1e-3 * fitted
        fitted -= 5.0 * speed
    return fitted


def topic_weights(vocabulary, words, encoder, open_texts):
    """One row a stem, one column a top-level topic, from 0 to 1.

    Both views are brought to one scale; then each column is shifted towards ordinary text scoring nothing for any topic.
    Only what speaks for a topic is kept, and strong words are made stronger: hints of many general words would drown them.
    """
    near = words.vectors @ unit(prototypes(vocabulary, encoder) - words.mean).T
    told = words.vectors @ discriminant(vocabulary, words)
    told -= told.mean(1, keepdims=True)
    rows = near / near.std() + told / told.std()
    rows -= SHIFT * np.array([words.sum(text, rows) for text in open_texts]).mean(0)
    return np.clip(rows / (4 * rows.std()), 0, 1) ** 1.5


def concept_terms(vocabulary, words, encoder):
    """For each stem the concepts of the second and third level that it speaks for, with weights 1…99."""
    concepts = [code for code in vocabulary.codes if len(vocabulary.path[code]) in (2, 3)]
    counts = {code: collections.Counter() for code in concepts}
    for code in vocabulary.codes:
        for ancestor in vocabulary.path[code][1:3]:
            own = 1.0 if ancestor == code else 0.4
            for text, weight in [(vocabulary.name[code], 3), (vocabulary.definition[code], 1), (vocabulary.older.get(code, ""), 0.5),
                                 (" ".join(vocabulary.rules.get(code, [])), 1.5)]:
                for stem in set(stems(text)) & words.index.keys() - words.stop:
                    counts[ancestor][stem] += own * weight
    spread = collections.Counter(stem for counter in counts.values() for stem in counter)
    terms = collections.defaultdict(dict)
    for code in concepts:
        scored = {s: min(n, 4) * np.log(len(concepts) / spread[s]) * words.rarity[words.index[s]] for s, n in counts[code].items()}
        best = sorted(scored.items(), key=lambda pair: (-pair[1], pair[0]))[:25]
        for stem, score in best:
            terms[stem][code] = max(1, min(99, round(99 * score / best[0][1])))
    near = words.vectors @ unit(encoder([vocabulary.name[code] for code in concepts]) - words.mean).T
    for index, stem in enumerate(words.stems):
        for column in np.argsort(-near[index], kind="stable")[:2]:
            if near[index, column] >= NEAR_ENOUGH and words.rarity[index] > 0.3:
                code = concepts[column]
                terms[stem][code] = max(terms[stem].get(code, 0), round(60 * near[index, column]))
    return {s: sorted(t.items(), key=lambda p: (-p[1], p[0]))[:CONCEPTS_PER_STEM] for s, t in terms.items()}


def write(path, lines):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in sorted(lines, key=lambda line: line.split("\t")[0].encode()))
    print(path, len(lines), "lines", os.path.getsize(path), "bytes")


def main():
    iptc, word_list, open_text, tables, *cache = sys.argv[1:]
    vocabulary = Vocabulary(
        os.path.join(iptc, "iptc_mapping_kuzman.json"), os.path.join(iptc, "mediatopics_2017_extra.json"),
        os.path.join(iptc, "extra_rules_english.json"))
    with open(os.path.join(tables, "stopwords.tsv"), encoding="utf-8") as file:
        stop_words = set(file.read().split("\n"))
    with open(open_text, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    open_texts = [row["text"][:4000] for row in rows if row["id"].split("_")[1] in OPEN_GENRES]
    encoder = Encoder()
    words = Words(encoder, word_list, stop_words, cache[0] if cache else None)
    weights = topic_weights(vocabulary, words, encoder, open_texts)
    terms = concept_terms(vocabulary, words, encoder)
    write(os.path.join(tables, "mediatopics.tsv"), [
        "\t".join([code, (vocabulary.path[code][:-1] or [""])[-1], str(len(vocabulary.path[code])), vocabulary.name[code]])
        for code in vocabulary.codes
    ])
    lines = []
    for index, stem in enumerate(words.stems):
        best = sorted((-round(99 * weight), top[7:9]) for weight, top in zip(weights[index], vocabulary.tops))[:TOPICS_PER_STEM]
        entries = [f"{top}:{-weight}" for weight, top in best if weight < 0]
        entries += [f"{code.removeprefix('medtop:')}:{weight}" for code, weight in terms.get(stem, [])]
        lines.append("\t".join([stem, str(round(99 * words.rarity[index])), ",".join(entries)]))
    write(os.path.join(tables, "topicterms.tsv"), lines)


if __name__ == "__main__":
    main()
