#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""All figures of extraction beside its peers, in one run: `make eval-extract`.

usage: extract.py [--markdown FILE] [--held-out SET] [--only names,quotes,times,figures,events,places,entities,speed] [--words COUNT]

--markdown FILE   writes the tables as Markdown too (for docs/ACCURACY.md)
--only TASKS      some of the tables
--held-out SET    a set of the training that this model was trained without (train.py --hold-out): it gets no *
--words COUNT     how much text is timed (100,000); --rounds COUNT how often (5)

Wants the Python that the Makefile sets up (.build/eval/extract): spaCy with `en_core_web_md` and `en_core_web_sm`, textacy, timexy, dateparser. Everybody gets the
same whole texts and is scored by the same scorers (EVAL_SCRIPTS). spaCy's labels are mapped as eval_ner.py does for OntoNotes: GPE, LOC and FAC to LOC. Names are counted
"normalised": articles, possessives and marks at the edges aside. A set with a * is in the training of the model that copydesk went by: expect less elsewhere.
The other tasks are measured by scripts of their own; evaluate.py says what they print. COPYDESK, EVAL_DATA and EVAL_SCRIPTS as there.
"""
import argparse
import ast
import os
import subprocess
import sys
import tempfile

import evaluate
import peers_names
import peers_quotes
import peers_times
import speed
import tables
from tables import OURS, Figure

sys.path.insert(0, evaluate.SCRIPTS)
KINDS = ("PER", "ORG", "LOC")
TITLES = {
    "names": "Names: normalised F1 of persons, organizations and locations (* in the training of the model)",
    "quotes": "Quotations: found, precision, speakers told rightly (of all quotations that have one), percent",
    "times": "Times: F1 of spans that overlap and of those with the right value, and types of those found, percent",
    "figures": "Figures", "events": "Events", "places": "Places", "entities": "Entities",
    "speed": "Words a second on one core",
}
# The list that decides what the shipped model was trained on.
TRAINING = os.path.join(evaluate.ROOT, "Models", "names", "train.py")


def trained_on():
    """The names of SETS in the script that trains the names, without running it; none where there is no such script."""
    if not os.path.exists(TRAINING):
        return set()
    with open(TRAINING, encoding="utf-8") as file:
        for node in ast.parse(file.read()).body:
            if isinstance(node, ast.Assign) and [getattr(target, "id", "") for target in node.targets] == ["SETS"]:
                return {entry[0] for entry in ast.literal_eval(node.value)}
    raise SystemExit(f"extract: {TRAINING} has no SETS")


def data(folder, name):
    return evaluate.rows(os.path.join(evaluate.DATA, folder, f"{name}.jsonl"))


def ours(task, name, rows):
    """copydesk's predictions as the scorers take them, its results, and what it left out."""
    requests = [evaluate.request(task, row, name) for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        results, _ = evaluate.answers(task, requests, folder)
    if not results:
        raise SystemExit(f"extract: {evaluate.COPYDESK} answered nothing")
    given = {request["id"]: request["text"] for request in requests}
    if len(results) < len(rows):
        print(f"  {name}: copydesk answered {len(results)} of {len(rows)}", flush=True)
    return {id: evaluate.prediction(task, name, result, given[id]) for id, result in results.items()}, results


def model(results):
    """The model that names were found with, as `provenance` names it; None where it is rules alone."""
    for result in results.values():
        for entry in result.get("provenance", []):
            if entry.get("stage") == "extract":
                return entry.get("model")
    return None


def percent(share):
    return f"{100 * share:.1f}"


def names(say, held_out):
    from common import prf
    from eval_ner import ONTO, score
    for name in evaluate.SETS["names"]:
        rows = data("ner", name)
        mine, results = ours("names", name, rows)
        marked = name + (" *" if model(results) and name != held_out and name in trained_on() else "")
        systems = {OURS: (None, {id: row["entities"] for id, row in mine.items()})}
        for peer in peers_names.MODELS:
            systems[peer] = (ONTO, peers_names.names(peer, rows))
        for system, (mapping, found) in systems.items():
            counts = score(rows, found, set(KINDS), mapping)["norm"]
            precision, recall, f1 = prf(*(sum(count[i] for count in counts.values()) for i in range(3)))
            values = {"F1": f1, "P": precision, "R": recall} | {kind: prf(*counts[kind])[2] for kind in KINDS}
            for measure, value in values.items():
                say(Figure("names", marked, measure, percent(value), system))


def quotes(say):
    from eval_quotes import score
    for name in evaluate.SETS["quotes"]:
        rows = data("quotes", name)
        systems = {OURS: ({id: row["quotes"] for id, row in ours("quotes", name, rows)[0].items()}, "")}
        systems["textacy, spaCy md"] = peers_quotes.textacy(rows)
        systems["regular expression"] = peers_quotes.expression(rows)
        for system, (found, remark) in systems.items():
            if remark:
                print(f"  {name}: {remark}")
            result = score(rows, found)
            for measure, key in (("found", "recall"), ("precision", "precision"), ("speakers", "speaker"),
                                 ("named", "speaker_nonpronoun"), ("pronouns", "speaker_pronoun")):
                has_speakers = any(quote["speaker"] for some in found.values() for quote in some)
                say(Figure("quotes", name, measure, percent(result[key]) if has_speakers or not key.startswith("speaker") else "–", system))


def times(say):
    from eval_dates import score
    for name in evaluate.SETS["times"]:
        rows = data("dates", name)
        systems = {
            OURS: {id: row["timex"] for id, row in ours("times", name, rows)[0].items()},
            "spaCy md": peers_times.spacy(rows), "timexy": peers_times.timexy(rows), "dateparser": peers_times.dateparser(rows),
        }
        for system, found in systems.items():
            _, relaxed, value, kinds = score(rows, found)
            figures = {"relaxed P": relaxed[0], "relaxed R": relaxed[1], "relaxed F1": relaxed[2], "value F1": value[2], "type": kinds}
            for measure, share in figures.items():
                is_given = measure != "value F1" or any(time["value"] for some in found.values() for time in some)
                say(Figure("times", name, measure, percent(share) if is_given else "–", system))


def other(task):
    """A script of its own: its rows, and whatever else it says as it is."""
    def measure(say):
        path = os.path.join(evaluate.HERE, f"{task}.py")
        if not os.path.exists(path):
            print(f"extract: {task} skipped, there is no {path}")
            return
        environment = {**os.environ, "EVAL_ROWS": "1", "COPYDESK": evaluate.COPYDESK, "EVAL_DATA": evaluate.DATA, "EVAL_SCRIPTS": evaluate.SCRIPTS}
        command = [sys.executable, path] + (["--peer", sys.executable] if task == "figures" else [])
        if task == "places" and "__main__" not in open(path, encoding="utf-8").read():
            # That one is a part of evaluate.py.
            command = [sys.executable, os.path.join(evaluate.HERE, "evaluate.py"), task]
        done = subprocess.run(command, stdout=subprocess.PIPE, env=environment, check=False)
        lines = done.stdout.decode().splitlines()
        found = [figure for figure in map(tables.parsed, lines) if figure]
        for figure in found:
            say(figure)
        # With rows, what it says to people is the same again.
        for line in lines:
            if not tables.parsed(line) and (not found or "skipped" in line):
                print(line)
        if done.returncode:
            raise SystemExit(f"extract: {' '.join(command)} ended with {done.returncode}")
    return measure


def main():
    tasks = {"names": lambda say: names(say, chosen.held_out), "quotes": quotes, "times": times}
    tasks |= {task: other(task) for task in ("figures", "events", "places", "entities")}
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--markdown", metavar="FILE")
    options.add_argument("--only", default=",".join([*tasks, "speed"]))
    options.add_argument("--held-out", default="")
    options.add_argument("--words", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    if not os.path.isdir(evaluate.DATA) or not os.path.isdir(evaluate.SCRIPTS):
        print(f"extract: SKIPPED, nothing was measured: there is no labelled data at {evaluate.DATA} or no scorers at {evaluate.SCRIPTS}; "
              "set EVAL_DATA and EVAL_SCRIPTS", file=sys.stderr)
        return
    tasks["speed"] = lambda say: speed.measure(say, chosen.words, chosen.rounds)
    written = []
    for task in chosen.only.split(","):
        if task not in tasks:
            raise SystemExit(f"extract: there is no task {task}; there are {', '.join(tasks)}")
        figures = []
        tasks[task](figures.append)
        if figures:
            print(tables.plain(TITLES[task], figures) + "\n", flush=True)
            written.append(tables.markdown(TITLES[task], figures))
    if chosen.markdown:
        with open(chosen.markdown, "w", encoding="utf-8") as file:
            file.write("\n\n".join(written) + "\n")


if __name__ == "__main__":
    main()
