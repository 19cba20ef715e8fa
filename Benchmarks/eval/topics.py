#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""IPTC Media Topics on labelled news: accuracy, confusion matrix, calibration and articles a second (part of `make eval-topics`).

usage: topics.py [SET[=COUNT] ...]   SET: agnews.train_sub, bbc.train; COUNT takes so many articles, evenly spread.

Nothing is trained on these labels. A label's probability is the sum of the confidences of its top-level topics, by NEWS_LABELS of
evaluate.py: what the desk of that label would take. Environment news goes to the science desk, or in a set without one to politics.
Crime is no label's desk: a court story belongs to the desk of those who stand in court, so crime's share is left out (NO_DESK).
"""
import collections
import json
import os
import subprocess
import sys
import tempfile
import time

import evaluate

NO_DESK = {"02000000"}
# Every top-level topic is wanted, however small.
OPTIONS = {"topics": 17, "minimum_confidence": 0}


def answers(requests, options):
    """The result of each request by *normalize* and *classify*, by id, and the seconds that the whole took."""
    with tempfile.TemporaryDirectory() as folder:
        manifest = os.path.join(folder, "plugins.json")
        with open(manifest, "w", encoding="utf-8") as file:
            json.dump({"stages": [{"plugin": "normalize"}, {"plugin": "classify", "options": options}]}, file)
        given = "".join(json.dumps(request) + "\n" for request in requests).encode()
        begin = time.monotonic()
        done = subprocess.run(
            [evaluate.COPYDESK, "process", "--input-ndjson", "--manifest", manifest], input=given, stdout=subprocess.PIPE, check=False)
        seconds = time.monotonic() - begin
    results = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    return {result["id"]: result for result in results}, seconds


def probabilities(name, result):
    """Of each label the confidences of its top-level topics."""
    sums = collections.Counter()
    for topic in result.get("topics", []):
        code = topic["code"].split(":")[1]
        if code.endswith("000000") and code not in NO_DESK:
            sums[evaluate.NEWS_LABELS[name][code]] += topic["confidence"]
    return sums


def calibration(pairs):
    """Ten bins of confidence: (count, mean confidence, share right); and the expected calibration error."""
    bins = [[] for _ in range(10)]
    for confidence, is_right in pairs:
        bins[min(9, int(confidence * 10))].append((confidence, is_right))
    table, error = [], 0
    for rows in bins:
        if rows:
            said, right = sum(c for c, _ in rows) / len(rows), sum(r for _, r in rows) / len(rows)
            error += len(rows) / len(pairs) * abs(said - right)
            table.append((len(rows), said, right))
    return table, error


def evaluated(name, count):
    data = evaluate.rows(os.path.join(evaluate.DATA, "classify", f"{name}.jsonl"))
    if count:
        data = data[:: max(1, len(data) // count)][:count]
    results, seconds = answers([evaluate.request("topics", row, name) for row in data], OPTIONS)
    labels = sorted({row["label"] for row in data})
    confusion, pairs, worst = collections.Counter(), [], []
    for row in data:
        sums = probabilities(name, results.get(row["id"], {}))
        said = max(labels, key=lambda label: (sums[label], label))
        total = sum(sums.values()) or 1
        confidence = sums[said] / total
        confusion[row["label"], said] += 1
        pairs.append((confidence, said == row["label"]))
        if said != row["label"]:
            worst.append((confidence, row["id"], row["label"], said))
    right = sum(is_right for _, is_right in pairs)
    if os.environ.get("EVAL_ROWS"):
        print("topics", name, "accuracy", f"{100 * right / len(data):.1f}", sep="\t")
        return
    print(f"topics {name}: {100 * right / len(data):.1f} % of {len(data)} right, {len(data) / seconds:.0f} articles a second")
    print("  label \\ said " + " ".join(f"{label[:9]:>9}" for label in labels))
    for label in labels:
        print(f"  {label:12} " + " ".join(f"{confusion[label, said]:9}" for said in labels))
    table, error = calibration(pairs)
    print(f"  expected calibration error {100 * error:.1f} %")
    for number, said, is_right in table:
        print(f"    said {100 * said:5.1f} %  right {100 * is_right:5.1f} %  of {number}")
    print("  worst: " + ", ".join(f"{id} ({label}, said {said} {c:.2f})" for c, id, label, said in sorted(worst, reverse=True)[:10]))


def main():
    if not os.path.isdir(evaluate.DATA):
        raise SystemExit(f"topics: skipped, there is no labelled data at {evaluate.DATA}; set EVAL_DATA")
    for argument in sys.argv[1:] or evaluate.SETS["topics"]:
        name, _, count = argument.partition("=")
        evaluated(name, int(count or 0))


if __name__ == "__main__":
    main()
