#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures labels of the user's own on AG News and BBC, without any example: `python3 Benchmarks/eval/labels.py [agnews.train_sub|bbc.train] ...`

Each label has a name and a line of description, as a user would write them in the manifest. Prints accuracy, articles a second, how sure the
answers were beside how often they were right, and which labels were taken for which.
"""
import collections
import os
import sys

import evaluate
import tables
import topics

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


def zero_shot(name):
    rows = evaluate.rows(os.path.join(evaluate.DATA, "classify", f"{name}.jsonl"))
    requests = [evaluate.request("topics", row, name) for row in rows]
    found, seconds = topics.answers(requests, {"labels": LABELS[name], "label_confidence": 0, "topics": 1, "keywords": 0})
    confusion, pairs = collections.Counter(), []
    for row in rows:
        own = [topic for topic in found.get(row["id"], {}).get("topics", []) if topic["scheme"] == "labels"]
        answer = own[0]["name"] if own else None
        confusion[row["label"], answer] += 1
        pairs.append((own[0]["confidence"] if own else 0, answer == row["label"]))
    right = sum(is_right for _, is_right in pairs) / len(rows)
    bins, error = topics.calibration(pairs)
    tables.row("labels", name, "accuracy without examples", right)
    print(f"labels {name}: accuracy without any example {100 * right:.1f} of {len(rows)}, {len(rows) / seconds:.0f} articles/s, "
          f"expected calibration error {100 * error:.1f}")
    print("  said  " + "  ".join(f"{100 * said:.0f}%: {100 * was:.0f}% of {count}" for count, said, was in bins))
    wrong = [(count, pair) for pair, count in confusion.items() if pair[0] != pair[1]]
    print("  taken " + ", ".join(f"{gold} for {answer} {count}" for count, (gold, answer) in sorted(wrong, key=lambda item: -item[0])[:8]))


if __name__ == "__main__":
    for wanted in sys.argv[1:] or LABELS:
        zero_shot(wanted)
