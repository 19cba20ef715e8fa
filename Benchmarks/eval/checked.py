#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures the check of summaries that a model wrote: planted errors that are flagged, and true paraphrases that are not.

usage: checked.py [--errors] [--set open|held ...]

Sets: `open` and `held` (Benchmarks/eval/checked), articles with sentences about them, written for this project; the label of a sentence is the kind of the
error in it, or nothing. `held` was written before the first run and its errors were not looked at. Each sentence goes the whole way: a small server on this
machine answers as a language model would, the stage `check` flags. COPYDESK names the program, COPYDESK_MODEL the encoder.
"""
import argparse
import collections
import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
COPYDESK = os.environ.get("COPYDESK", os.path.join(ROOT, ".build", "release", "copydesk"))
ERRORS = {"name", "figure", "date", "quote", "negation", "role", "support"}


class Model(http.server.BaseHTTPRequestHandler):
    """Answers a request for the n-th time with the n-th sentence of its article."""

    answers = collections.defaultdict(collections.deque)

    def log_message(self, *words):
        pass

    def do_POST(self):
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        article = request["messages"][1]["content"]
        told = next(queue.popleft() for key, queue in self.answers.items() if key in article)
        body = json.dumps({"model": "fake", "choices": [{"finish_reason": "stop", "message": {"role": "assistant", "content": told}}]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def checked(rows):
    """The sentences of each pair as the program checked them."""
    Model.answers.clear()
    for article, told, _ in rows:
        Model.answers[article[:40]].append(told)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Model)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    stages = [{"plugin": "normalize"}, {"plugin": "extract"},
              {"kind": "http", "name": "abstract", "protocol": "openai", "url": f"http://127.0.0.1:{server.server_port}/v1", "options": {"model": "fake"}},
              {"plugin": "check"}]
    requests = "".join(json.dumps({"id": str(n), "text": article, "published": "2026-11-19"}) + "\n" for n, (article, _, _) in enumerate(rows))
    with tempfile.TemporaryDirectory() as folder:
        manifest = os.path.join(folder, "plugins.json")
        with open(manifest, "w") as file:
            json.dump({"stages": stages}, file)
        run = subprocess.run([COPYDESK, "process", "--manifest", manifest, "--input-ndjson", "--format", "ndjson", "--jobs", "1"],
                             input=requests, capture_output=True, text=True, timeout=300)
    server.shutdown()
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    if len(lines) != len(rows) or any("abstract" not in line for line in lines):
        sys.exit(f"{len(lines)} of {len(rows)} answered\n{run.stderr[-2000:]}{run.stdout[-500:]}")
    return [line["abstract"]["sentences"] for line in lines]


def measure(name, show):
    with open(os.path.join(HERE, "checked", name + ".jsonl")) as file:
        articles = [json.loads(line) for line in file]
    rows = [(a["article"], told, label) for a in articles for told, label in a["told"]]
    counts = collections.Counter()
    kinds = collections.defaultdict(collections.Counter)
    for (_, told, label), sentences in zip(rows, checked(rows)):
        flags = [flag for sentence in sentences for flag in sentence["flags"]]
        found = {flag["kind"] for flag in flags} & ERRORS
        outcome = ("hit" if found else "miss") if label else ("false alarm" if found else "clean")
        counts[outcome] += 1
        if label:
            kinds[label]["all"] += 1
            kinds[label]["flagged"] += bool(found)
            kinds[label]["same kind"] += label in found
        elif any(flag["kind"] not in ERRORS for flag in flags):
            counts["hint on a true sentence"] += 1
        if show and outcome in ("miss", "false alarm"):
            print(f"  {outcome} ({label or 'true'}): {told}")
            for flag in flags:
                print(f"      {flag['kind']}: {flag['text']!r} {flag['reason']}")
    hits, alarms = counts["hit"], counts["false alarm"]
    print(f"{name}: {len(rows)} sentences, {hits + counts['miss']} with an error · precision {hits / max(1, hits + alarms):.3f} "
          f"recall {hits / max(1, hits + counts['miss']):.3f} · false alarms on {alarms} of {alarms + counts['clean']} true sentences, "
          f"hints on {counts['hint on a true sentence']}")
    for kind, count in sorted(kinds.items()):
        print(f"    {kind:<9} {count['flagged']:>2} of {count['all']:>2} flagged, {count['same kind']:>2} as what they are")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--set", nargs="*", default=["open", "held"])
    arguments = parser.parse_args()
    for name in arguments.set:
        measure(name, arguments.errors)
