#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How much of an article is read back from its PDF, and how long it takes: copydesk beside plain pdftotext, pdfminer.six and pypdf.

    measure.py FOLDER [--copydesk .build/release/copydesk] [--rounds 5]

FOLDER is what layouts.py wrote. The score is F1 over shingles of four words, in their order of reading, against the article as written.
Times are medians over all files; the Python libraries are timed inside a running interpreter, programs with their start.
"""
import argparse
import collections
import glob
import json
import os
import re
import statistics
import subprocess
import time


def shingles(text):
    words = re.findall(r"\w+(?:[-'’]\w+)*", text.lower())
    return collections.Counter(tuple(words[i : i + 4]) for i in range(len(words) - 3))


def f1(found, wanted):
    found, wanted = shingles(found), shingles(wanted)
    common = sum((found & wanted).values())
    return 2 * common / max(1, sum(found.values()) + sum(wanted.values()))


def by_copydesk(program):
    def read(path):
        out = subprocess.run([program, "process", "--stages", "normalize", path], capture_output=True, check=True).stdout
        document = json.loads(out)
        return document.get("headline", "") + "\n\n" + document["text"]

    return read


def by_pdftotext(path):
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()


def by_pdfminer(path):
    from pdfminer.high_level import extract_text

    return extract_text(path)


def by_pypdf(path):
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--copydesk", default=".build/release/copydesk")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    readers = {"copydesk": by_copydesk(options.copydesk), "pdftotext": by_pdftotext, "pdfminer.six": by_pdfminer, "pypdf": by_pypdf}
    files = sorted(glob.glob(f"{options.folder}/*.pdf"))
    scores, times = collections.defaultdict(dict), collections.defaultdict(list)
    for path in files:
        stem = os.path.basename(path).rsplit("-", 1)[0]
        wanted = open(f"{options.folder}/{stem}.txt", encoding="utf-8").read()
        for name, read in readers.items():
            try:
                scores[path][name] = f1(read(path), wanted)
            except ImportError:
                continue
            taken = []
            for _ in range(options.rounds):
                start = time.perf_counter()
                read(path)
                taken.append(time.perf_counter() - start)
            times[name].append(statistics.median(taken))
    names = [n for n in readers if times[n]]
    print(f"{'file':38}" + "".join(f"{n:>14}" for n in names))
    for path in files:
        print(f"{os.path.basename(path):38}" + "".join(f"{scores[path][n]:14.3f}" for n in names))
    print(f"{'mean F1':38}" + "".join(f"{statistics.mean(scores[p][n] for p in files):14.3f}" for n in names))
    print(f"{'median milliseconds':38}" + "".join(f"{1000 * statistics.median(times[n]):14.1f}" for n in names))


main()
