# SPDX-License-Identifier: Apache-2.0
"""Trains the head that reads topics from the encoder's sentence vectors (README.md says what it is made of).

usage: head.py DATA_FOLDER ENCODER_BENCHMARK ENCODER.safetensors OUTPUT.safetensors

OUTPUT holds three tables for `Models/encoder/pack.py`: `topics` (a row for each of the 17 top-level topics, then one a concept in the order
of mediatopics.tsv), `topics.mean` (the mean vector of open text, taken off first) and `topics.scale` (by row of `topics`: what is added, what it is then multiplied by).
"""
import json
import os
import random
import re
import subprocess
import sys

import numpy as np
from safetensors.numpy import load_file, save_file
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from vocabulary import Vocabulary

OPEN_SETS = ["sentences/ewt.train.jsonl", "ner/gum_openlic_named.train.jsonl", "ner/wikigold.jsonl"]
OPEN_SENTENCES = 6000
STRENGTH = 3.0  # of the regularization, as scikit-learn's C
# News is less clear than our own lines: confidences are milder than those call for by this. One number, set with the calibration tables of
# AG News and BBC in view (docs/TOPICS.md).
MILDNESS = 1.6
TEMPERATURES = np.linspace(0.3, 2.0, 35)


def vectors(benchmark, model, lines):
    lines = [re.sub(r"\s+", " ", line)[:600] for line in lines]
    said = subprocess.run([benchmark, "vectors", model], input="\n".join(lines) + "\n", text=True, capture_output=True, check=True).stdout
    rows = np.array([np.array(line.split(), np.float32) for line in said.splitlines()])
    assert len(rows) == len(lines), (len(rows), len(lines))
    return rows


def unit(rows):
    return rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9)


def open_sentences(data):
    """Sentences of open text, to say what ordinary text looks like."""
    found = []
    for name in OPEN_SETS:
        with open(os.path.join(data, name), encoding="utf-8") as file:
            for line in file:
                found += [s for s in re.split(r"(?<=[.!?])\s+|\n", json.loads(line)["text"]) if 50 < len(s) < 400]
    random.Random(0).shuffle(found)
    return found[:OPEN_SENTENCES]


def loss(logits, goals, temperature):
    logits = logits / temperature
    logits = logits - logits.max(1, keepdims=True)
    return -np.mean(logits[np.arange(len(goals)), goals] - np.log(np.exp(logits).sum(1)))


def fitted(rows, goals):
    """The linear head, and the temperature that five-fold cross-checks on our own lines call for."""
    model = LogisticRegression(C=STRENGTH, max_iter=500)
    held = np.zeros((len(goals), goals.max() + 1))
    for train, test in StratifiedKFold(5, shuffle=True, random_state=0).split(rows, goals):
        held[test] = model.fit(rows[train], goals[train]).decision_function(rows[test])
    temperature = min(TEMPERATURES, key=lambda t: loss(held, goals, t))
    print(f"own lines, cross-checked: {100 * np.mean(held.argmax(1) == goals):.1f} % right, temperature {temperature:.2f}")
    model.fit(rows, goals)
    return model.coef_, model.intercept_, temperature


def main():
    data, benchmark, model, output = sys.argv[1:]
    iptc = os.path.join(data, "iptc")
    vocabulary = Vocabulary(*(os.path.join(iptc, name) for name in (
        "iptc_mapping_kuzman.json", "mediatopics_2017_extra.json", "extra_rules_english.json")))
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "own", "lines.tsv"), encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file]
    goals = np.array([int(code) - 1 for code, _ in lines])
    tensors = load_file(model)
    # Leads from the tuned encoder's vectors towards those of the encoder as it was trained for sentences.
    projection = tensors["sentence.weight"].astype(np.float64)
    ordinary = vectors(benchmark, model, open_sentences(data))
    mean = ordinary.mean(0)
    project = lambda rows: unit(rows - mean) @ projection.T
    weights, bias, temperature = fitted(project(vectors(benchmark, model, [text for _, text in lines])), goals)
    texts = [(code, text) for code in vocabulary.codes for text in dict.fromkeys([
        *vocabulary.texts(code), vocabulary.name[code] + ": " + vocabulary.definition[code],
        " - ".join(vocabulary.name[above] for above in vocabulary.path[code])])]
    told = unit(project(vectors(benchmark, model, [text for _, text in texts])))
    places = {code: number for number, code in enumerate(vocabulary.codes)}
    concepts = np.zeros((len(places), told.shape[1]))
    for (code, _), row in zip(texts, told):
        concepts[places[code]] += row
    concepts = unit(concepts)
    concepts = unit(concepts - concepts.mean(0)) @ projection
    # Nearness to a concept is told in spreads above what ordinary text has: else a few concepts are near everything.
    near = unit(ordinary - mean) @ concepts.T
    rows = np.concatenate([weights @ projection, concepts])
    added = np.concatenate([bias, -near.mean(0)])
    factor = np.concatenate([np.full(len(bias), 1 / (MILDNESS * temperature)), 1 / near.std(0)])
    save_file({
        "topics": rows.astype(np.float32), "topics.mean": mean[None].astype(np.float32),
        "topics.scale": np.stack([added, factor]).astype(np.float32)}, output)
    print(output, rows.shape)


if __name__ == "__main__":
    main()
