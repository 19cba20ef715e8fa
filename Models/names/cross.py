#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How good is the name tagger on sets that it was not trained on? Trains it once for each set, without that set, and measures it there: `make eval-names-cross`.

    cross.py --data ../shared/data/ner --scripts ../shared/eval [--out FOLDER] [SET ...] [-- OPTIONS OF train.py]

SET  of SETS in train.py; without any, all that have labels of their own (not gum_mentions: its texts are held out with gum_openlic_named.train).
A text of the held-out set that stands in another set too, by its id or its words, is taken out there, and out of every --silver FILE that is passed on; each
fold says how many these were. Silver labels themselves come from taggers that may have seen such texts: for figures that are clean of that go without.
FOLDER (.build/names-cross) keeps a model, a log and predictions for each set; what is there is not made again, so a run that was ended goes on. Needs the machine for as
many trainings as there are sets, each somewhat shorter than that of the shipped model. What is scored is what PyTorch says (predict.py), without copydesk's rules: normalised
F1 as in eval_ner.py, for persons, organizations and locations together and each.
"""
import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from train import SETS

HERE = Path(__file__).resolve().parent
KINDS = ("PER", "ORG", "LOC")
# Sets whose names are nested: what is scored is the flat set of the same texts.
NESTED = {"gum_mentions"}


def words(row):
    return "".join(row["text"].split()).lower()


def without(source, target, ids, texts):
    """Writes the rows of a file that are not held out; returns how many were."""
    count = 0
    with open(source, encoding="utf-8") as given, open(target, "w", encoding="utf-8") as kept:
        for line in given:
            row = json.loads(line)
            if row.get("id") in ids or words(row) in texts:
                count += 1
            else:
                kept.write(line)
    return count


def prepare(data, held, folder, silver):
    """A data folder for train.py without the held-out texts; returns its path and the silver files."""
    rows = [json.loads(line) for line in open(data / f"{held}.jsonl", encoding="utf-8")]
    # Ids such as "d0" are unique in their own set only; those of GUM name the text everywhere.
    ids = {row["id"] for row in rows if row["id"].startswith("GUM_")}
    texts = {words(row) for row in rows}
    folder.mkdir(parents=True, exist_ok=True)
    taken = {}
    for name, *_ in SETS:
        if name != held:
            taken[name] = without(data / f"{name}.jsonl", folder / f"{name}.jsonl", ids, texts)
    passed = []
    for number, path in enumerate(silver):
        passed.append(folder / f"silver{number}.jsonl")
        taken[path] = without(path, passed[-1], ids, texts)
    said = ", ".join(f"{count} of {name}" for name, count in taken.items() if count)
    print(f"{held}: {len(rows)} texts held out{f'; also taken out: {said}' if said else ''}", flush=True)
    return passed


def run(command, output):
    """Leaves no half-written output behind: a run that was ended makes it again."""
    part = output.with_name(output.name + ".part")
    with open(part, "w", encoding="utf-8") as file:
        subprocess.run([sys.executable, *map(str, command)], stdout=file, check=True)
    part.rename(output)


def fold(data, held, out, silver, options):
    folder = out / held
    model, predictions = folder / "names.pt", folder / "predictions.jsonl"
    if not model.exists():
        passed = prepare(data, held, folder / "data", silver)
        command = [HERE / "train.py", "--data", folder / "data", "--out", folder / "part.pt", "--hold-out", held, *options]
        for path in passed:
            command += ["--silver", path]
        run(command, folder / "log")
        (folder / "part.pt").rename(model)
    if not predictions.exists():
        run([HERE / "predict.py", model, data / f"{held}.jsonl"], predictions)
    return predictions


def figures(data, held, predictions):
    from common import prf, readjl
    from eval_ner import score
    # As train.py reads the labels of that set.
    gold = readjl(str(data / f"{held}.jsonl"))
    found = {row["id"]: row["entities"] for row in readjl(str(predictions))}
    counts = score(gold, found, set(KINDS))["norm"]
    precision, recall, f1 = prf(*(sum(count[i] for count in counts.values()) for i in range(3)))
    return [f1, precision, recall] + [prf(*counts[kind])[2] for kind in KINDS]


def main():
    arguments, options = sys.argv[1:], []
    if "--" in arguments:
        cut = arguments.index("--")
        arguments, options = arguments[:cut], arguments[cut + 1:]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET")
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--scripts", required=True, type=Path)
    parser.add_argument("--out", type=Path, default=HERE.parent.parent / ".build" / "names-cross")
    chosen = parser.parse_args(arguments)
    if not chosen.data.is_dir() or not chosen.scripts.is_dir():
        print(f"cross: SKIPPED, nothing was trained: there is no labelled data at {chosen.data} or no scorers at {chosen.scripts}", file=sys.stderr)
        return
    known = [name for name, *_ in SETS if name not in NESTED]
    for name in chosen.sets:
        if name not in known:
            raise SystemExit(f"cross: {name} is no set that can be held out; there are {', '.join(known)}")
    silver = []
    while "--silver" in options:
        at = options.index("--silver")
        silver.append(options[at + 1])
        del options[at:at + 2]
    sys.path.insert(0, str(chosen.scripts))
    rows = []
    for name in chosen.sets or known:
        rows.append((name, figures(chosen.data, name, fold(chosen.data, name, chosen.out, silver, options))))
        print(f"{name}: F1 {100 * rows[-1][1][0]:.1f}", flush=True)
    width = max(len(name) for name, _ in rows)
    print("\nTrained without the set, measured on it: normalised, percent")
    print(" ".join([" " * width] + [f"{title:>6}" for title in ("F1", "P", "R", *KINDS)]))
    for name, values in rows:
        print(" ".join([name.ljust(width)] + [f"{100 * value:6.1f}" for value in values]))


if __name__ == "__main__":
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    main()
