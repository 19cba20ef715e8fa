#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Words a second of extraction beside spaCy `md`, on one core, in turn, start-up aside. A part of extract.py.

Everybody is a process of its own, tied to the same core by its affinity, asked for one warm-up text and then, round by round in turn, for all of the texts. Counted is the
processor time of the process (user and system) between question and last answer, so that other work on the machine does not count; the
median of the rounds is told, with the slowest and the fastest. copydesk (`normalize,extract`, `--jobs 1`) reads JSON requests and writes whole results as JSON meanwhile;
spaCy gets strings in memory and gives documents in memory, through `nlp.pipe` with its own batches: the whole pipeline, and `ner` with what feeds it.
"""
import json
import os
import statistics
import subprocess
import sys
import threading

import evaluate
from tables import OURS, Figure

# News, no tweets: whole articles.
SETS = [("quotes", "polnear.dev"), ("dates", "tempeval3_timebank"), ("ner", "re3d_dev"), ("ner", "wikigold")]
WARM = {"id": "warm", "text": "The mayor of Mosul, Ann Lee, said on Monday that 12 people were killed."}
TICK = os.sysconf("SC_CLK_TCK")


def texts(limit):
    found, words = [], 0
    for folder, name in SETS:
        for row in evaluate.rows(os.path.join(evaluate.DATA, folder, f"{name}.jsonl")):
            if words >= limit:
                return found, words
            found.append({"id": f"{name} {row['id']}", "text": row["text"]})
            words += len(row["text"].split())
    return found, words


def processor_seconds(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


class Ours:
    """copydesk, asked line by line."""

    def __init__(self, core):
        command = ["taskset", "-c", str(core), evaluate.COPYDESK, "process", "--input-ndjson", "--jobs", "1", "--stages", "normalize,extract"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.ask([WARM])

    def ask(self, requests):
        lines = b"".join(json.dumps(request).encode() + b"\n" for request in requests)

        def write():
            self.process.stdin.write(lines)
            self.process.stdin.flush()
        begin = processor_seconds(self.process.pid)
        writer = threading.Thread(target=write)
        writer.start()
        for request in requests:
            if not self.process.stdout.readline():
                raise SystemExit(f"speed: copydesk ended at {request['id']}")
        writer.join()
        return processor_seconds(self.process.pid) - begin

    def end(self):
        self.process.stdin.close()
        self.process.wait()


class Peer:
    """spaCy in a process of its own: this file again, which answers every line with the processor seconds that it took."""

    def __init__(self, core, requests, components):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("OPENBLAS_")}
        command = ["taskset", "-c", str(core), sys.executable, os.path.abspath(__file__), components]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**environment, "OMP_NUM_THREADS": "1"})
        self.process.stdin.write(json.dumps([request["text"] for request in requests]) + "\n")
        self.process.stdin.flush()
        self.process.stdout.readline()

    def ask(self, _):
        self.process.stdin.write("again\n")
        self.process.stdin.flush()
        return float(self.process.stdout.readline())

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def answer(components):
    import time

    import peers_names
    nlp = peers_names.load("spaCy md", **({"exclude": peers_names.OTHERS} if components == "ner" else {}))
    given = json.loads(sys.stdin.readline())
    nlp(WARM["text"])
    print("ready", flush=True)
    for _ in sys.stdin:
        begin = time.process_time()
        count = sum(len(document.ents) for document in nlp.pipe(given))
        print(time.process_time() - begin, flush=True)
        assert count


def measure(say, limit, rounds):
    requests, words = texts(limit)
    core = min(os.sched_getaffinity(0))
    systems = {OURS: Ours(core), "spaCy md, all of it": Peer(core, requests, "all"), "spaCy md, ner alone": Peer(core, requests, "ner")}
    rates = {system: [] for system in systems}
    for _ in range(rounds):
        for system, process in systems.items():
            rates[system].append(words / process.ask(requests))
    for process in systems.values():
        process.end()
    for system, found in rates.items():
        for name, value in (("median", statistics.median(found)), ("slowest", min(found)), ("fastest", max(found))):
            say(Figure("speed", f"{len(requests)} articles, {words:,} words", name, f"{value:,.0f}", system))


if __name__ == "__main__":
    answer(sys.argv[1])
