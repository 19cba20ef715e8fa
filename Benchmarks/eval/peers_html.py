#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Articles in pages, copydesk beside trafilatura and resiliparse: the same pages, one run, one core. `make eval-reading`.

usage: peers_html.py [SET ...]   (zyte, trafilatura_eval)

Prints precision, recall and F1 by the scorer of EVAL_SCRIPTS, and milliseconds of processor time a page. The peers get pages that are already
in memory and give text alone. copydesk is run as a program: it opens and hashes each file, finds its charset, reads it, and what is counted as
reading is that whole less the time the rest of the chain (`normalize`, JSON) takes on the texts alone.
"""
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DATA = os.path.abspath(os.environ.get("EVAL_DATA", os.path.join(ROOT, "..", "shared", "data")))
SCRIPTS = os.path.abspath(os.environ.get("EVAL_SCRIPTS", os.path.join(ROOT, "..", "shared", "eval")))
COPYDESK = os.environ.get("COPYDESK", os.path.join(ROOT, ".build", "release", "copydesk"))
SETS = ["zyte", "trafilatura_eval"]
# A page is read this often for the time, and the fastest round counts: other work on the machine only ever adds.
ROUNDS = 5


def rows(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def run(requests):
    """copydesk's answers, and the processor seconds that it took."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for request in requests:
            file.write(json.dumps(request) + "\n")
        file.flush()
        best = float("inf")
        for _ in range(ROUNDS):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            with open(file.name, "rb") as given:
                done = subprocess.run(
                    [COPYDESK, "process", "--input-ndjson", "--jobs", "1", "--stages", "normalize"], stdin=given, stdout=subprocess.PIPE)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()], best


def copydesk(pages):
    # Ten times over, so that the start of the program does not count as reading.
    requests = [{"id": f"{turn} {id}", "path": path} for turn in range(10) for id, path in pages]
    answers, whole = run(requests)
    texts, rest = run([{"id": answer["id"], "text": answer.get("text") or "-"} for answer in answers])
    found = {answer["id"].split(" ", 1)[1]: answer.get("text", "") for answer in answers}
    print(f"  copydesk, whole program: {1000 * whole / len(requests):.2f} ms a page", flush=True)
    return found, (whole - rest) / len(requests)


def library(extract):
    def read(pages):
        contents = []
        for id, path in pages:
            with open(path, "rb") as file:
                contents.append((id, file.read()))
        best = float("inf")
        for _ in range(2):
            before = time.process_time()
            found = {id: extract(content) or "" for id, content in contents}
            best = min(best, time.process_time() - before)
        return found, best / len(contents)
    return read


def trafilatura(content):
    import trafilatura
    return trafilatura.extract(content, favor_precision=True, include_comments=False, deduplicate=False)


def resiliparse(content):
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    return extract_plain_text(bytes_to_str(content, detect_encoding(content)), main_content=True, alt_texts=False)


def score(name, found, folder):
    path = os.path.join(folder, "predictions.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        for id, text in found.items():
            file.write(json.dumps({"id": id, "text": text}) + "\n")
    command = [sys.executable, os.path.join(SCRIPTS, "eval_html.py"), path, "--set", name]
    said = subprocess.run(command, stdout=subprocess.PIPE, env={**os.environ, "EVAL_DATA": DATA}, check=True).stdout.decode()
    return dict(part.split("=") for part in said.split() if "=" in part)


def main():
    if not os.path.isdir(DATA) or not os.path.isdir(SCRIPTS):
        raise SystemExit(f"peers_html: skipped, there is no labelled data at {DATA} or no scorers at {SCRIPTS}; set EVAL_DATA and EVAL_SCRIPTS")
    # One core for all of them, inherited by the program that is started.
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    readers = {"copydesk": copydesk, "trafilatura": library(trafilatura), "resiliparse": library(resiliparse)}
    for name in sys.argv[1:] or SETS:
        pages = [(row["id"], os.path.join(DATA, "html", name, row["html"])) for row in rows(os.path.join(DATA, "html", name, "input.jsonl"))]
        print(f"{name}, {len(pages)} pages")
        lines = []
        for reader, read in readers.items():
            found, seconds = read(pages)
            with tempfile.TemporaryDirectory() as folder:
                figures = score(name, found, folder)
            lines.append(f"  {reader:12} P {figures['precision']}  R {figures['recall']}  F1 {figures['f1']}  {1000 * seconds:7.2f} ms a page")
        print("\n".join(lines), flush=True)


main()
