#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures labels of the user's own on AG News and BBC, without any example: `python3 Benchmarks/eval/labels.py [agnews.train_sub|bbc.train] ...`

Each label has a name and a line of description, as a user would write them in the manifest. Prints accuracy, articles a second, how sure the
answers were beside how often they were right, and which labels were taken for which.
"""
import collections
import json
import os
import subprocess
import sys
import tempfile
import time

import evaluate
import tables

LABELS = {
    "agnews.train_sub": [
        "world: international news, wars and conflict, diplomacy, elections, governments and politics in the countries of the world",
        "sports: matches, teams, players, leagues, championships and the Olympics",
        "business: companies, markets, stocks, profits, the economy, oil prices and jobs",
        "scitech: science and technology, computers, software, the internet, space, research and gadgets",
    ],
    "bbc.train": [
        "business: companies, markets, the economy, profits, jobs and trade",
        "entertainment: films, music, television, awards, actors and singers",
        "politics: the government, parties, elections, ministers and parliament",
        "sport: football, rugby, tennis, athletics, matches, players and coaches",
        "tech: technology, computers, software, the internet, mobile phones, games and gadgets",
    ],
}


def answers(rows, options, folder):
    """The topics of each text by id, and the seconds that all took."""
    manifest, requests = os.path.join(folder, "plugins.json"), os.path.join(folder, "requests.jsonl")
    with open(manifest, "w", encoding="utf-8") as file:
        json.dump({"stages": [{"plugin": "normalize"}, {"plugin": "classify", "options": options}]}, file)
    with open(requests, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(evaluate.request("topics", row, "")) + "\n")
    begin = time.monotonic()
    with open(requests, "rb") as file:
        done = subprocess.run([evaluate.COPYDESK, "process", "--input-ndjson", "--manifest", manifest], stdin=file, stdout=subprocess.PIPE, check=False)
    seconds = time.monotonic() - begin
    return {result["id"]: result.get("topics", []) for result in map(json.loads, done.stdout.decode().splitlines())}, seconds


def calibration(pairs):
    """Of answers in each tenth of confidence how many were right; the expected calibration error."""
    bins = collections.defaultdict(list)
    for confidence, right in pairs:
        bins[min(9, int(confidence * 10))].append((confidence, right))
    error = sum(abs(sum(c for c, _ in b) - sum(r for _, r in b)) for b in bins.values()) / max(1, len(pairs))
    return error, {k: (len(b), sum(c for c, _ in b) / len(b), sum(r for _, r in b) / len(b)) for k, b in sorted(bins.items())}


def zero_shot(name):
    rows = evaluate.rows(os.path.join(evaluate.DATA, "classify", f"{name}.jsonl"))
    with tempfile.TemporaryDirectory() as folder:
        found, seconds = answers(rows, {"labels": LABELS[name], "label_confidence": 0, "topics": 1, "keywords": 0}, folder)
    confusion, pairs = collections.Counter(), []
    for row in rows:
        own = [topic for topic in found.get(row["id"], []) if topic["scheme"] == "labels"]
        answer = own[0]["name"] if own else None
        confusion[row["label"], answer] += 1
        pairs.append((own[0]["confidence"] if own else 0, answer == row["label"]))
    right = sum(is_right for _, is_right in pairs) / len(rows)
    error, bins = calibration(pairs)
    tables.row("labels", name, "accuracy without examples", right)
    print(f"labels {name}: accuracy without any example {100 * right:.1f} of {len(rows)}, {len(rows) / seconds:.0f} articles/s, "
          f"expected calibration error {100 * error:.1f}")
    print("  said  " + "  ".join(f"{100 * said:.0f}%: {100 * was:.0f}% of {count}" for count, said, was in bins.values()))
    wrong = [(count, pair) for pair, count in confusion.items() if pair[0] != pair[1]]
    print("  taken " + ", ".join(f"{gold} for {answer} {count}" for count, (gold, answer) in sorted(wrong, key=lambda item: -item[0])[:8]))


if __name__ == "__main__":
    for wanted in sys.argv[1:] or LABELS:
        zero_shot(wanted)
