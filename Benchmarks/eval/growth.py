#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Does extraction stay linear? Articles of 10 kB to 10 MB of several hostile kinds, processor time of each: `make bench-growth`.

usage: growth.py [--largest BYTES] [--stages normalize,extract] [KIND ...]

For each kind: milliseconds a size, words a second at the largest, and by what factor the time per byte grew from the size before to the largest. A factor above 2 is marked: linear
work keeps it about 1 (caches cost something). Start-up is taken off (an article of one word). Nothing outside the project is needed; COPYDESK as in evaluate.py,
COPYDESK_MODEL=none measures the rules alone.
"""
import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile

import evaluate

SURNAMES = "Haddad Okafor Lindqvist Marsh Petrov Tanaka Oduya Brennan Castellano Weiss Nkemelu Ferrari Dlamini Kowalski Reyes Thornton".split()
PLACES = "Mosul Kisumu Valparaiso Odesa Tromso Leeds Bamako Quetta Aleppo Manila Tunis Lagos".split()
SAYINGS = ["We will rebuild it", "Nobody came to help us", "The water rose within an hour", "There is no other way", "It was like a war"]
TIMES = ["on Monday", "last week", "on 3 March 2021", "two days ago", "in 1998", "by the end of the year", "at 3 p.m. on Friday"]


def person(chance):
    return f"{chance.choice(['Ann', 'Omar', 'Grace', 'Ivan', 'Li'])} {chance.choice(SURNAMES)}{chance.choice(['', 'son', 'ova', 'i'])}"


def sentence(chance):
    return (f"“{chance.choice(SAYINGS)},” said {person(chance)}, mayor of {chance.choice(PLACES)}, {chance.choice(TIMES)}, after {chance.randrange(2, 900)} people "
            f"were killed in {chance.choice(['an attack', 'the flood', 'a bombing', 'clashes'])} near {chance.choice(PLACES)}. ")


KINDS = {
    "news": lambda c: sentence(c) + ("\n\n" if c.random() < 0.3 else ""),
    "one line": sentence,
    "no stop": lambda c: sentence(c).replace(". ", " and ").replace("“", "").replace("”", ""),
    "capitals": lambda c: sentence(c).upper() + ("\n\n" if c.random() < 0.3 else ""),
    "numbers": lambda c: f"{c.randrange(10 ** c.randrange(1, 9)):,} ",
    "numbers with units": lambda c: f"{c.randrange(900)} {c.choice(['people', 'killed', 'km', 'percent', 'million dollars'])}, ",
    "quotes": lambda c: f"“{c.choice(SAYINGS)}.” ",
    "open quotes": lambda c: f"“{c.choice(SAYINGS)} ",
    "straight quotes": lambda c: '" ' + c.choice(SAYINGS) + ' "',
    "different names": lambda c: person(c).replace(" ", "a" * c.randrange(3) + " ") + "bcdfgklmnprst"[c.randrange(13)] + "aeiou"[c.randrange(5)] + ", ",
    "one name": lambda c: "Ann Haddad ",
    "places": lambda c: f"{c.choice(PLACES)}, ",
    "initials": lambda c: f"{c.choice('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}.",
    "times": lambda c: f"{c.choice(TIMES)} ",
    "attacks": lambda c: f"bombs killed {c.randrange(2, 40)} soldiers and wounded {c.randrange(90)} ",
    "one word": lambda c: "abcdefgh",
    "capital letters": lambda c: "ABCDEFGH",
    "dashes": lambda c: "- ",
    "apostrophes": lambda c: "’",
    "brackets": lambda c: "(",
    "newlines": lambda c: "a\n\n",
}


def article(kind, size):
    chance, parts, length = random.Random(1), [], 0
    while length < size:
        part = KINDS[kind](chance)
        parts.append(part)
        length += len(part.encode())
    return "".join(parts)


def seconds(text, stages):
    """Processor time of the program on one article, the better of two; None where it was ended after five minutes."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.write(json.dumps({"id": "a", "text": text}) + "\n")
        file.flush()
        best = None
        for _ in range(2):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            try:
                with open(file.name, "rb") as given:
                    done = subprocess.run([evaluate.COPYDESK, "process", "--input-ndjson", "--jobs", "1", "--stages", stages], stdin=given,
                                          stdout=subprocess.PIPE, timeout=300, check=False)
            except subprocess.TimeoutExpired:
                return None, "more than 300 s"
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            best = spent if best is None else min(best, spent)
            if spent > 5:
                break
    answer = json.loads(done.stdout or b'{"error": {"problem": "no answer"}}')
    return best, answer["error"]["problem"] if "error" in answer else ""


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("kinds", nargs="*", metavar="KIND")
    options.add_argument("--largest", type=int, default=10_000_000)
    options.add_argument("--stages", default="normalize,extract")
    chosen = options.parse_args()
    sizes = [size for size in (10_000, 100_000, 1_000_000, 10_000_000) if size <= chosen.largest]
    start, _ = seconds("a", chosen.stages)
    print(f"start-up {1000 * start:.0f} ms, taken off\n{'kind':20}" + "".join(f"{size // 1000:>9} kB" for size in sizes) + "     words/s  growth")
    for kind in chosen.kinds or KINDS:
        if kind not in KINDS:
            sys.exit(f"growth: there is no kind {kind}; there are {', '.join(KINDS)}")
        spent, problem = [], ""
        for size in sizes:
            text = article(kind, size)
            took, problem = seconds(text, chosen.stages)
            if took is None or problem:
                break
            spent.append(max(0.001, took - start))
        line = f"{kind:20}" + "".join(f"{1000 * one:9.0f} ms" for one in spent)
        if spent and not problem:
            growth = (spent[-1] / sizes[-1]) / (spent[-2] / sizes[-2]) if len(spent) > 1 else 1
            line += f"  {len(text.split()) / spent[-1]:10,.0f}  {growth:5.1f}" + ("  <-- more than linear" if growth > 2 else "")
        print(line + ("  " + problem if problem else ""), flush=True)


if __name__ == "__main__":
    main()
