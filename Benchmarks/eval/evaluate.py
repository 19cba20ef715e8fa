#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs copydesk over labelled data and hands its answers to the scorers: `make eval-names` and the like.

usage: evaluate.py TASK [SET ...]   (TASK: html sentences names places quotes times summary topics languages)

Data and scorers lie outside the project: EVAL_DATA and EVAL_SCRIPTS name their folders. A score is taken on the input as it
was given, so every span is led back through `source_map`: what is measured is the place in the original.

The scripts beside this one that measure one task (figures.py, events.py, places.py, entities.py) are also called by extract.py, for the tables
of `make eval-extract`. The interface: where the environment has EVAL_ROWS=1 a script prints each of its figures as a line of fields with tabs between them,

    task  set  measure  value  [system]

such as "figures  held  span F1  83.1" (percent where it is a share; a system other than copydesk by its name). A script that prints no such line
is shown as it is. Its exit code is 0, also where data are missing and it says so.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

import places

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DATA = os.path.abspath(os.environ.get("EVAL_DATA", os.path.join(ROOT, "..", "shared", "data")))
SCRIPTS = os.path.abspath(os.environ.get("EVAL_SCRIPTS", os.path.join(ROOT, "..", "shared", "eval")))
COPYDESK = os.environ.get("COPYDESK", os.path.join(ROOT, ".build", "release", "copydesk"))

SETS = {
    "html": ["zyte", "trafilatura_eval"],
    "sentences": ["gum_all.dev", "ewt.dev", "pysbd_golden"],
    "names": ["uner_ewt.dev", "wikigold", "gum_openlic_named.train", "wnut17.train", "btc.all", "re3d_dev"],
    "places": ["gum_mentions"],
    "quotes": ["polnear.dev"],
    "times": ["tempeval3_timebank"],
    "summary": ["cnndm_train100_cased", "gum_all"],
    "topics": ["agnews.train_sub", "bbc.train"],
    "languages": ["pud_10langs"],
}
CHAINS = {
    "html": "normalize", "sentences": "normalize", "languages": "normalize", "names": "normalize,extract", "places": "normalize,extract",
    "quotes": "normalize,extract", "times": "normalize,extract", "summary": "normalize,extract,summarize",
    "topics": "normalize,classify",
}
KINDS = {"person": "PER", "organization": "ORG", "location": "LOC", "facility": "LOC"}
# The labels of two topic sets and the Media Topics that each stands for, first level.
NEWS_LABELS = {
    "agnews.train_sub": {
        "15000000": "sports", "04000000": "business", "13000000": "scitech", "09000000": "business",
        "16000000": "world", "11000000": "world", "02000000": "world", "03000000": "world", "12000000": "world",
        "14000000": "world", "07000000": "world", "08000000": "world", "17000000": "world", "06000000": "scitech", "05000000": "world",
        "01000000": "scitech", "10000000": "world",
    },
    "bbc.train": {
        "15000000": "sport", "04000000": "business", "09000000": "business", "13000000": "tech", "01000000": "entertainment",
        "10000000": "entertainment", "08000000": "entertainment", "11000000": "politics", "02000000": "politics",
        "16000000": "politics", "05000000": "politics", "07000000": "politics", "14000000": "politics",
        "12000000": "politics", "03000000": "politics", "06000000": "politics", "17000000": "politics",
    },
}


class Origin:
    """Leads code points of a result's text back to code points of the text that was given."""

    def __init__(self, result, given):
        self.text, self.runs = result["text"], result["source_map"]
        self.points, byte = {0: 0}, 0
        for point, character in enumerate(given):
            byte += len(character.encode("utf-8", "surrogatepass"))
            self.points[byte] = point + 1

    def point(self, offset, is_end):
        for run in self.runs:
            end = run["start"] + run["length"]
            if run["length"] and (run["start"] < offset <= end if is_end else run["start"] <= offset < end):
                if run.get("edit"):
                    return self.points[run["source"] + (run["bytes"] if is_end else 0)]
                return self.points[run["source"] + len(self.text[run["start"]:offset].encode())]
        raise SystemExit(f"evaluate: offset {offset} has no source")

    def span(self, thing):
        return self.point(thing["start"], False), self.point(thing["end"], True)


def rows(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def answers(task, requests, folder):
    """The result of each request, by id, and the seconds that the whole took."""
    path = os.path.join(folder, "requests.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        for request in requests:
            file.write(json.dumps(request) + "\n")
    begin = time.monotonic()
    with open(path, "rb") as file:
        done = subprocess.run([COPYDESK, "process", "--input-ndjson", "--stages", CHAINS[task]], stdin=file, stdout=subprocess.PIPE)
    seconds = time.monotonic() - begin
    results = {}
    for line in done.stdout.decode("utf-8").splitlines():
        result = json.loads(line)
        if "error" in result:
            print(f"  {result['id']}: {result['error']['problem']}", file=sys.stderr)
        else:
            results[result["id"]] = result
    return results, seconds


def request(task, row, name):
    if task == "html":
        path = row["html"]
        return {"id": row["id"], "path": os.path.join(DATA, "html", name, path)}
    made = {"id": row["id"], "text": "\n\n".join(filter(None, [row.get("title") if task == "topics" else None, row["text"]]))}
    if row.get("dct"):
        made["published"] = row["dct"]
    return made


def prediction(task, name, result, given, lead=False):
    row = {"id": result["id"]}
    origin = Origin(result, given) if task in ("sentences", "names", "quotes", "times") else None
    if task == "html":
        row["text"] = result["text"]
    elif task == "sentences" and name == "pysbd_golden":
        row["segments"] = [given[slice(*origin.span(s))] for s in result.get("sentences", [])]
    elif task == "sentences":
        row["sentences"] = [dict(zip(("start", "end"), origin.span(s))) for s in result.get("sentences", [])]
    elif task == "names":
        row["entities"] = []
        for entity in result.get("entities", []):
            for mention in entity["mentions"]:
                if mention["kind"] == "name":
                    start, end = origin.span(mention)
                    row["entities"].append({"start": start, "end": end, "label": KINDS.get(entity["type"], "MISC")})
    elif task == "quotes":
        row["quotes"] = []
        for quote in result.get("quotes", []):
            start, end = origin.span(quote)
            speaker = list(origin.span(quote["speaker"])) if "speaker" in quote else None
            row["quotes"].append({"start": start, "end": end, "speaker": speaker})
    elif task == "times":
        row["timex"] = []
        for found in result.get("times", []):
            start, end = origin.span(found)
            row["timex"].append({"start": start, "end": end, "type": found["type"], "value": found.get("value")})
    elif task == "summary":
        chosen = result["sentences"][:3] if lead else result["summary"]["sentences"]
        row["summary"] = "\n".join(result["text"][s["start"]:s["end"]] for s in chosen)
    elif task == "topics":
        codes = [topic["code"].split(":")[1] for topic in result.get("topics", [])]
        row["label"] = next((NEWS_LABELS[name][code] for code in codes if code in NEWS_LABELS[name]), None)
    elif task == "languages":
        row["label"] = result.get("language", {}).get("tag", "und")
    return row


def score(task, name, folder, results, given, lead=False):
    path = os.path.join(folder, "predictions.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        for id, result in results.items():
            file.write(json.dumps(prediction(task, name, result, given.get(id, ""), lead)) + "\n")
    script = {"names": "ner", "times": "dates", "topics": "classify", "languages": "langid"}.get(task, task)
    command = [sys.executable, os.path.join(SCRIPTS, f"eval_{script}.py"), path]
    if task != "languages":
        command += ["--set", name]
    if task == "names":
        command += ["--labels", "PER,ORG,LOC"]
    said = subprocess.run(command, stdout=subprocess.PIPE, env={**os.environ, "EVAL_DATA": DATA}, check=True).stdout.decode()
    return said.replace(path, "").strip()


def main():
    if len(sys.argv) < 2 or sys.argv[1] not in SETS:
        raise SystemExit(__doc__)
    if not os.path.isdir(DATA) or not os.path.isdir(SCRIPTS):
        raise SystemExit(f"evaluate: skipped, there is no labelled data at {DATA} or no scorers at {SCRIPTS}; set EVAL_DATA and EVAL_SCRIPTS")
    task = sys.argv[1]
    folders = {"names": "ner", "places": "ner", "times": "dates", "topics": "classify", "languages": "langid"}
    for name in sys.argv[2:] or SETS[task]:
        file = f"{name}/input.jsonl" if task == "html" else f"{name}.jsonl"
        data = rows(os.path.join(DATA, folders.get(task, task), file))
        with tempfile.TemporaryDirectory() as folder:
            # The scorer counts human references alone.
            if task == "places":
                data = [row for row in data if row["genre"] not in places.CLOSED]
            data = [row for row in data if "who" not in row or any(who.startswith("human") for who in row["who"])]
            requests = [request(task, row, name) for row in data]
            results, seconds = answers(task, requests, folder)
            given = {request["id"]: request.get("text", "") for request in requests}
            if task == "places":
                origins = {id: Origin(result, given[id]) for id, result in results.items()}
                said = places.score(data, results, origins)
            else:
                said = score(task, name, folder, results, given)
            if task == "summary":
                print(f"summary {name}, the first three sentences: {score(task, name, folder, results, given, lead=True)}")
            words = sum(len(result["text"].split()) for result in results.values())
            print(f"{task} {name}: {said}\n  {len(results)} of {len(data)} texts, {words} words in {seconds:.2f} s")


if __name__ == "__main__":
    main()
