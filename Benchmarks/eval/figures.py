#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures figures: spans, numbers with their bounds, units, what is counted, categories and who says so.

usage: figures.py [--peer PYTHON] [--errors] [--set open|held|re3d ...]

Sets: `open` and `held`, sixty sentences each, written for this project (Benchmarks/eval/figures; held was written before the rules and
was not looked at while they were made), and `re3d`, whose Money and Quantity spans lie outside the project (EVAL_DATA).
--peer: a Python with quantulum3 (PyPI), run on the same sentences: `python3 -m venv V && V/bin/pip install quantulum3==0.9.2`.
COPYDESK names the program. A line of gold is: words; numbers; unit; of; category; asserted by. Numbers: `20`, `>20` at least, `<20` at most, `5..7`, `24..`,
`~` before them where approximate, `-` where there are none.
"""
import argparse
import json
import os
import subprocess
import sys

import tables

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DATA = os.path.abspath(os.environ.get("EVAL_DATA", os.path.join(ROOT, "..", "shared", "data")))
COPYDESK = os.environ.get("COPYDESK", os.path.join(ROOT, ".build", "release", "copydesk"))
PEER = r"""
import json, sys
from quantulum3 import parser
for line in sys.stdin:
    row = json.loads(line)
    found = []
    try:
        quantities = parser.parse(row["text"])
    except Exception:
        quantities = []
    for q in quantities:
        low, high = (q.value - q.uncertainty, q.value + q.uncertainty) if q.uncertainty else (None, None)
        found.append({"start": q.span[0], "end": q.span[1], "value": None if q.uncertainty else q.value, "min": low, "max": high,
                      "unit": q.unit.name, "entity": q.unit.entity.name})
    print(json.dumps({"id": row["id"], "figures": found}), flush=True)
"""


def numbers(code):
    """The gold's numbers as (value, min, max, approximate)."""
    approximate, code = code.startswith("~"), code.lstrip("~")
    if code == "-":
        return None, None, None, approximate
    if ".." in code:
        low, high = code.split("..")
        return None, float(low), float(high) if high else None, approximate
    value = float(code.lstrip("<>"))
    return value, value if code[0] == ">" else None, value if code[0] == "<" else None, approximate


def sentences(name):
    rows = []
    with open(os.path.join(HERE, "figures", f"{name}.txt"), encoding="utf-8") as file:
        for line in file:
            if not line.startswith(" "):
                rows.append({"id": f"{name}-{len(rows)}", "text": line.strip(), "figures": []})
                continue
            words, code, unit, of, category, by = (part.strip() for part in line.split(";"))
            text, after = rows[-1]["text"], rows[-1]["figures"][-1]["end"] if rows[-1]["figures"] else 0
            start = text.index(words, after)
            rows[-1]["figures"].append({"start": start, "end": start + len(words), "numbers": numbers(code), "unit": unit, "of": of,
                                        "category": category, "by": by})
    return rows


def extract(rows):
    """The figures of each sentence as copydesk gives them, their spans led back to the sentence (which it does not change)."""
    requests = "".join(json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in rows)
    done = subprocess.run([COPYDESK, "process", "--input-ndjson", "--stages", "normalize,extract"], input=requests.encode(),
                          stdout=subprocess.PIPE, check=False)
    return {result["id"]: result for result in map(json.loads, done.stdout.decode().splitlines())}


def plain(words):
    words = words.lower().strip()
    for article in ("the ", "a ", "an ", "its ", "their ", "her ", "his "):
        words = words.removeprefix(article)
    return words


def overlaps(a, b):
    return a["start"] < b["end"] and b["start"] < a["end"]


def close(a, b):
    return a is None and b is None or a is not None and b is not None and abs(a - b) <= 1e-3 * max(1, abs(a))


def score(name, rows, results, errors):
    """Prints how many spans were found, and of the pairs how many agree in each field."""
    gold = found = exact = touched = 0
    right = {field: [0, 0] for field in ("numbers", "unit", "of", "category", "by")}
    whole = 0
    for row in rows:
        text = row["text"]
        mine = results.get(row["id"], {}).get("figures", [])
        gold, found = gold + len(row["figures"]), found + len(mine)
        said, left = [], list(mine)
        for figure in row["figures"]:
            same = next((f for f in left if (f["start"], f["end"]) == (figure["start"], figure["end"])), None)
            exact += same is not None
            pair = same or next((f for f in left if overlaps(f, figure)), None)
            words = text[figure["start"]:figure["end"]]
            if pair is None:
                said.append(f"missed {words!r}")
                continue
            left.remove(pair)
            touched += 1
            of = text[pair["of"]["start"]:pair["of"]["end"]] if pair.get("of") else ""
            source = pair.get("asserted_by")
            by = text[source["start"]:source["end"]] if source else ""
            value, low, high, approximate = figure["numbers"]
            agree = {
                "numbers": all(map(close, (value, low, high), (pair.get("value"), pair.get("min"), pair.get("max"))))
                and approximate == pair.get("approximate", False),
                "unit": pair.get("unit", "") == figure["unit"],
                "of": plain(of) == plain(figure["of"]),
                "category": pair.get("category") == figure["category"],
                "by": plain(by) == plain(figure["by"]),
            }
            for field, is_right in agree.items():
                right[field][0] += is_right
                right[field][1] += 1
            whole += same is not None and all(agree.values())
            if same is None:
                said.append(f"span {text[pair['start']:pair['end']]!r} for {words!r}")
            got = {"numbers": [pair.get(k) for k in ("value", "min", "max", "approximate")], "unit": pair.get("unit"), "of": of,
                   "category": pair.get("category"), "by": by}
            said += [f"{words!r} {field}: {got[field]!r} for {figure[field]!r}" for field, is_right in agree.items() if not is_right]
        said += [f"too many {text[f['start']:f['end']]!r} {f.get('category')}" for f in left]
        if errors and said:
            print(f"  {text}\n" + "\n".join(f"      {line}" for line in said))
    precision, recall = exact / max(1, found), exact / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    fields = ", ".join(f"{field} {a / max(1, b):.3f}" for field, (a, b) in right.items())
    shares = {"span F1": f1, "overlapping R": touched / max(1, gold)} | {field: a / max(1, b) for field, (a, b) in right.items()}
    for measure, share in (shares | {"all right": whole / max(1, gold)}).items():
        tables.row("figures", name, measure, share)
    print(f"figures {name}: spans exact P {precision:.3f} R {recall:.3f} F1 {f1:.3f}, overlapping R {touched / max(1, gold):.3f} of {gold}; "
          f"{fields}; everything right {whole / max(1, gold):.3f}")


def score_peer(name, rows, python):
    requests = "".join(json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in rows)
    done = subprocess.run([python, "-c", PEER], input=requests.encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    results = {result["id"]: result["figures"] for result in map(json.loads, done.stdout.decode().splitlines())}
    gold = found = exact = touched = right = spurious = 0
    for row in rows:
        left = list(results[row["id"]])
        gold, found = gold + len(row["figures"]), found + len(left)
        for figure in row["figures"]:
            pair = next((f for f in left if overlaps(f, figure)), None)
            if pair is None:
                continue
            left.remove(pair)
            touched += 1
            exact += (pair["start"], pair["end"]) == (figure["start"], figure["end"])
            value, low, high, _ = figure["numbers"]
            is_range = low is not None and high is not None
            right += close(pair["min"], low) and close(pair["max"], high) if is_range else close(pair["value"], value if value is not None else low)
        spurious += len(left)
    p, r = exact / max(1, found), exact / max(1, gold)
    for measure, share in (("span F1", 2 * p * r / max(1e-9, p + r)), ("overlapping R", touched / max(1, gold)), ("numbers", right / max(1, touched))):
        tables.row("figures", name, measure, share, "quantulum3")
    print(f"  quantulum3 {name}: spans exact P {exact / max(1, found):.3f} R {exact / max(1, gold):.3f}, overlapping P {touched / max(1, found):.3f} "
          f"R {touched / max(1, gold):.3f} of {gold}; numbers (bounds not asked for, but ranges) {right / max(1, touched):.3f}; {spurious} of {found} are no figures")


def score_re3d(errors):
    """How many Money and Quantity spans are touched: that set marks "people" too, so exact edges and precision say nothing."""
    with open(os.path.join(DATA, "ner", "re3d_dev.jsonl"), encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    results = extract(rows)
    counts = {"Money": [0, 0], "Quantity": [0, 0]}
    for row in rows:
        result = results.get(row["id"], {})
        found = [result["text"][f["start"]:f["end"]] for f in result.get("figures", [])]
        for entity in row["entities"]:
            if entity["label"] not in counts:
                continue
            words = row["text"][entity["start"]:entity["end"]]
            # Normalize mends the spacing of that set, so places are compared by their words.
            bare = words.replace(" ", "").lower()
            hit = next((f for f in found if f.replace(" ", "").lower() in bare or bare in f.replace(" ", "").lower()), None)
            counts[entity["label"]][0] += hit is not None
            counts[entity["label"]][1] += 1
            if hit is None and errors:
                context = row["text"][max(0, entity["start"] - 50):entity["end"] + 40].replace("\n", " ")
                print(f"  {entity['label']} missed {words!r}: …{context}…")
    for label, (a, b) in counts.items():
        tables.row("figures", f"re3d {label}", "overlapping R", a / max(1, b))
    print("figures re3d: " + ", ".join(f"{label} R {a / max(1, b):.3f} of {b}" for label, (a, b) in counts.items()))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--peer")
    arguments.add_argument("--errors", action="store_true")
    arguments.add_argument("--set", nargs="*", default=["open", "held", "re3d"])
    chosen = arguments.parse_args()
    for name in chosen.set:
        if name == "re3d":
            if os.path.isdir(DATA):
                score_re3d(chosen.errors)
            continue
        rows = sentences(name)
        score(name, rows, extract(rows), chosen.errors and name != "held")
        if chosen.peer:
            score_peer(name, rows, chosen.peer)


if __name__ == "__main__":
    sys.exit(main())
