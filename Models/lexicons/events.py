#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Builds event_words.tsv of Sources/CLexicons/tables from own/events.txt.

usage: events.py TABLES
Each line: a form, or a phrase whose words a space joins; then its senses, joined by ",". A sense is
  FORM FRAME TYPE   of a verb; FORM is b base, s third person, d past, n participle, p past and participle alike, g in -ing
  N FRAME TYPE      of a noun
  c CLASS           what a noun names
  x WHY, y WHY      what may not stand right before a trigger, or right behind it
  z WHY             what makes a trigger that is used in sports and trade doubtful
  * or ~            phrases begin with this word; with ~ their object stands inside: "set ~ on fire"
written without the spaces: "pt" + "killing" is "ptkilling".
"""
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
STRESSED = {"rob": "b", "stab": "b", "kidnap": "p", "gun": "n"}


def past(verb):
    if verb in STRESSED:
        return verb + STRESSED[verb] + "ed"
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"


def gerund(verb):
    if verb in STRESSED:
        return verb + STRESSED[verb] + "ing"
    if verb in ("set", "put", "hit", "begin"):
        return verb + verb[-1] + "ing"
    if verb == "die":
        return "dying"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return verb + "ing"


def third(verb):
    if verb in ("go",):
        return "goes"
    return plural(verb)


def plural(noun):
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def build(lines):
    table = {}

    def add(form, sense):
        words = form.replace("_", " ")
        if sense not in table.setdefault(words, []):
            table[words].append(sense)
        first = words.replace("-", " ").split()[0]
        mark = "~" if " ~ " in words else "*"
        if first != words and mark not in table.setdefault(first, []):
            table[first].append(mark)

    for line in lines:
        head, words = line.split(":", 1)
        kind, frame = head.split()
        for word in words.split():
            if kind in ("class", "before", "after", "veto"):
                add(word.lstrip("="), {"class": "c", "before": "x", "after": "y", "veto": "z"}[kind] + frame)
                if kind == "class" and not word.startswith("="):
                    first, _, last = word.rpartition("_")
                    add((first + "_" if first else "") + plural(last), "c" + frame)
            elif frame in "nm":
                only = word.startswith("-")
                word = word.lstrip("-")
                add(word, f"N{frame}{kind}")
                if not only and not word.endswith(("ing", "_fire", "talks", "negotiations", "unrest", "s")):
                    first, _, last = word.rpartition("_")
                    add((first + "_" if first else "") + plural(last), f"N{frame}{kind}")
                elif word.endswith("ing") and word not in ("fighting", "rioting", "flooding", "looting"):
                    add(word + "s", f"N{frame}{kind}")
            else:
                first, _, rest = word.partition("_")
                rest = "_" + rest if rest else ""
                if "/" in first:
                    tail = ""
                    parts = first.split("/")
                    if "_" in parts[2]:
                        parts[2], tail = parts[2].split("_", 1)
                    base, did, done = parts
                else:
                    base, did, done = first, past(first), past(first)
                senses = [(base, "b"), (third(base), "s"), (gerund(base), "g")]
                senses += [(did, "p")] if did == done else [(did, "d"), (done, "n")]
                for form, letter in senses:
                    add(form + rest, letter + frame + kind)
    return table


def main():
    with open(os.path.join(HERE, "own", "events.txt"), encoding="utf-8") as file:
        lines = [line.strip() for line in file if line.strip() and not line.startswith("#")]
    table = build(lines)
    path = os.path.join(sys.argv[1], "event_words.tsv")
    with open(path, "wb") as out:
        for key in sorted(table, key=lambda key: key.encode()):
            out.write(f"{key}\t{','.join(table[key])}\n".encode())
    print(path, len(table), os.path.getsize(path))


main()
