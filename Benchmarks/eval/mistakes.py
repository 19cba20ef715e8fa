#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What copydesk gets wrong, by kind, with counts and a few examples: for the sections of docs/EXTRACTION.md.

usage: mistakes.py names|quotes|times|figures|events|entities|places SET [--count 20] [--examples 3] [--half first|second]

names: boundary (right kind, other edges), confusion (a PER taken for an ORG and so on), missed, invented; each told apart by how it is written (Capital, CAPITALS,
lower, miXed, with digits, pronoun), by where it stands (first in its sentence or inside), and by what is odd about it. quotes: missed and extra, and speakers that are
missing, wrong or given where the gold has none. times: missed, extra and wrong values, by pattern: "last 9 months", every number as 9s and every month and weekday as
Month and Weekday. The commonest kinds first.

figures (open or held), events (muc4.dev, muc4.train), entities and places (gum_mentions): see mistake_kinds.py.

The counting is that of the scorers: names by normalised spans, quotes by half of their characters, times by overlap. Examples go to the terminal and nowhere else: the texts are not ours
to commit. --half reads every other text, so that the other half stays unread.
"""
import argparse
import collections
import os
import re
import sys
import tempfile

import evaluate
import mistake_kinds

sys.path.insert(0, evaluate.SCRIPTS)
LABELS = ("PER", "ORG", "LOC")
FOLDERS = {"names": "ner", "quotes": "quotes", "times": "dates"}
MONTHS = "january february march april may june july august september october november december".split()
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
PRONOUNS = set("i me my we us our you your he him his she her it its they them their who whom whose this that these those".split())
ONES = "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred thousand".split()


def context(text, start, end, around=40):
    before, after = text[max(0, start - around):start], text[end:end + around]
    return " ".join(f"…{before}[{text[start:end]}]{after}…".split())


def casing(words):
    if words.lower() in PRONOUNS:
        return "pronoun"
    if any(c.isdigit() for c in words):
        return "with digits"
    if words.islower():
        return "lower"
    if words.isupper():
        return "CAPITALS"
    return "Capital" if all(w[:1].isupper() or w.islower() for w in words.split()) and not re.search(r"[a-z][A-Z]", words) else "miXed"


def position(text, start, sentences):
    if start in sentences:
        return "first"
    before = text[:start].rstrip(" \t")
    return "first" if not before or before[-1] in "\n.!?:“\"" else "inside"


def edge(text, mine, gold):
    """What a name has too much or too little of, by the words that differ."""
    (start, end), (right_start, right_end) = mine, gold
    sides = [
        ("before", start < right_start, text[min(start, right_start):max(start, right_start)]),
        ("after", end > right_end, text[min(end, right_end):max(end, right_end)]),
    ]
    parts = [f"{'too much' if is_more else 'too little'} {side}: {kind_of(' '.join(words.split()).lower())}" for side, is_more, words in sides if words.strip()]
    return "; ".join(parts) or "same"


def kind_of(words):
    """One word as it is where it is a common small one or a mark; otherwise how many words."""
    if len(words.split()) == 1 and (len(words) <= 4 or words.rstrip(".") in ("president", "minister", "senator", "general", "street")):
        return f'"{words}"'
    return f"{len(words.split())} word" + "s" * (len(words.split()) > 1)


def names(rows, predictions):
    from eval_ner import GM, normspan
    for row in rows:
        text = row["text"]
        sentences = {s["start"] for s in row.get("sentences") or []}
        sides = []
        for entities in (row["entities"], predictions[row["id"]]["entities"]):
            labelled = [(normspan(text, e["start"], e["end"]), GM.get(e["label"], e["label"])) for e in entities]
            sides.append(collections.Counter(pair for pair in labelled if pair[1] in LABELS))
        gold, found = list((sides[0] - sides[1]).elements()), list((sides[1] - sides[0]).elements())

        def told(kind, label, span):
            words = text[slice(*span)]
            length = "one word" if len(words.split()) == 1 else "several words"
            return f"{kind} {label}, {casing(words)}, {length}, {position(text, span[0], sentences)}", context(text, *span)
        for span, label in sorted(gold):
            over = [pair for pair in found if pair[0][0] < span[1] and span[0] < pair[0][1]]
            same = [pair for pair in over if pair[0] == span] or [pair for pair in over if pair[1] == label] or over
            if not same:
                yield told("missed", label, span)
                continue
            found.remove(same[0])
            other, kind = same[0]
            if other == span:
                yield f"confusion {label} taken for {kind}, {casing(text[slice(*span)])}", context(text, *span)
            elif kind == label:
                yield f"boundary {label}, {edge(text, other, span)}", f"{text[slice(*other)]!r} for {context(text, *span)}"
            else:
                yield f"boundary and confusion {label} taken for {kind}", f"{text[slice(*other)]!r} for {context(text, *span)}"
        for span, label in found:
            yield told("invented", label, span)


def shared(a, b):
    return min(a[1], b[1]) - max(a[0], b[0])


def marks(text, start):
    mark = text[max(0, start - 1):start + 1].strip()
    return "curly" if "“" in mark or "‘" in mark else "straight" if '"' in mark or "'" in mark else "no mark"


def quotes(rows, predictions):
    from eval_quotes import PR, Q
    for row in rows:
        text, found = row["text"], predictions[row["id"]]["quotes"]
        marked = [(m.start(), m.end()) for m in Q.finditer(text)]
        covered = set()
        for attribution in row["attributions"]:
            source = attribution["source"]
            said = " ".join(text[a:b] for a, b in source or [])
            whose = "no source" if not source else "pronoun" if said.lower() in PR else "name" if said[:1].isupper() else "common noun"
            for start, end in attribution["content"]:
                covered.update(range(start, end))
                for mark in marked:
                    unit = max(start, mark[0]), min(end, mark[1])
                    if unit[1] - unit[0] < 15:
                        continue
                    best = max(found, key=lambda q: shared(unit, (q["start"], q["end"])), default=None)
                    length = "up to five words" if len(text[slice(*unit)].split()) <= 5 else "longer"
                    if best is None or shared(unit, (best["start"], best["end"])) < 0.5 * (unit[1] - unit[0]):
                        yield f"missed, {length}, {marks(text, unit[0])}, said by a {whose}", context(text, *unit, 60)
                        continue
                    if not source:
                        continue
                    speaker = best["speaker"]
                    where = "before" if source[0][0] < unit[0] else "after" if source[0][0] > unit[1] else "inside"
                    far = min(abs(source[0][0] - unit[1]), abs(unit[0] - source[-1][1]))
                    near = "beside it" if far < 30 else "in the paragraph" if "\n" not in text[min(source[0][0], unit[0]):max(source[-1][1], unit[1])] else "in another"
                    if not speaker:
                        yield f"no speaker, a {whose} {where}, {near}", f"wanted {said!r}: {context(text, *unit, 80)}"
                    elif not any(speaker[0] < b and a < speaker[1] for a, b in source):
                        taken = text[slice(*speaker)]
                        same = "the same words elsewhere" if taken.lower() in said.lower() or said.lower() in taken.lower() else "somebody else"
                        yield f"wrong speaker ({same}), a {whose} {where}, {near}", f"{taken!r} for {said!r}: {context(text, *unit, 80)}"
        for quote in found:
            span = quote["start"], quote["end"]
            if sum(place in covered for place in range(*span)) < 0.2 * (span[1] - span[0]):
                length = "up to five words" if len(text[slice(*span)].split()) <= 5 else "longer"
                yield f"extra, {length}, {marks(text, span[0])}, {'with' if quote['speaker'] else 'without'} a speaker", context(text, *span, 60)


def pattern(words):
    found = []
    for word in words.lower().split():
        bare = word.strip(".,'’s")
        plain = word.strip(".,")
        if plain in MONTHS or len(plain) >= 3 and plain[:3] in [m[:3] for m in MONTHS] and plain in [m[:len(plain)] for m in MONTHS] and plain != "may":
            word = "Month"
        elif plain in DAYS or bare in DAYS:
            word = "Weekday"
        elif any(part in ONES for part in plain.split("-")):
            word = "number"
        else:
            word = re.sub(r"\d", "9", word)
        found.append(word)
    return " ".join(found)


def times(rows, predictions):
    for row in rows:
        text, found, used = row["text"], predictions[row["id"]]["timex"], set()
        for gold in row["timex"]:
            words = pattern(text[gold["start"]:gold["end"]])
            match = next((j for j, time in enumerate(found) if j not in used and shared((time["start"], time["end"]), (gold["start"], gold["end"])) > 0), None)
            place = context(text, gold["start"], gold["end"])
            if match is None:
                yield f"missed {gold['type']}: {words}", f"{gold['value']}: {place}"
                continue
            used.add(match)
            time = found[match]
            if str(time["value"]) != str(gold["value"]):
                kind = f"{time['type']} for {gold['type']}" if time["type"] != gold["type"] else gold["type"]
                yield f"value, {kind}: {words}", f"{time['value']} for {gold['value']} (of {row['dct'][:10]}): {place}"
        for j, time in enumerate(found):
            if j not in used:
                yield f"extra {time['type']}: {pattern(text[time['start']:time['end']])}", f"{time['value']}: {context(text, time['start'], time['end'])}"


TASKS = {"names": names, "quotes": quotes, "times": times}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("task", choices=[*TASKS, *mistake_kinds.TASKS])
    options.add_argument("set")
    options.add_argument("--count", type=int, default=20)
    options.add_argument("--examples", type=int, default=3)
    options.add_argument("--half", choices=["first", "second"])
    chosen = options.parse_args()
    if not os.path.isdir(evaluate.DATA) or not os.path.isdir(evaluate.SCRIPTS):
        raise SystemExit(f"mistakes: there is no labelled data at {evaluate.DATA} or no scorers at {evaluate.SCRIPTS}; set EVAL_DATA and EVAL_SCRIPTS")
    if chosen.task in mistake_kinds.TASKS:
        report(chosen, mistake_kinds.TASKS[chosen.task](chosen.set), "")
        return
    rows = evaluate.rows(os.path.join(evaluate.DATA, FOLDERS[chosen.task], f"{chosen.set}.jsonl"))
    if chosen.half:
        rows = rows[chosen.half == "second"::2]
    requests = [evaluate.request(chosen.task, row, chosen.set) for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        results, _ = evaluate.answers(chosen.task, requests, folder)
    rows = [row for row in rows if row["id"] in results]
    predictions = {row["id"]: evaluate.prediction(chosen.task, chosen.set, results[row["id"]], row["text"]) for row in rows}
    report(chosen, TASKS[chosen.task](rows, predictions), f" in {len(rows)} texts")


def report(chosen, mistakes, where):
    kinds = collections.defaultdict(list)
    for kind, example in mistakes:
        kinds[kind].append(example)
    total, groups = sum(map(len, kinds.values())), collections.Counter()
    for kind, examples in kinds.items():
        groups[re.split(r"[,:(]| PER| ORG| LOC| DATE| TIME| SET| DURATION", kind)[0].strip()] += len(examples)
    print(f"{chosen.task} {chosen.set}: {total} mistakes{where}, of {len(kinds)} kinds: "
          + ", ".join(f"{count} {group}" for group, count in groups.most_common()))
    for kind, examples in sorted(kinds.items(), key=lambda item: -len(item[1]))[:chosen.count]:
        print(f"{len(examples):5}  {kind}")
        if not chosen.examples:
            continue
        # Spread over the set, not the first of it.
        step = max(1, len(examples) // max(1, chosen.examples))
        for example in examples[::step][:chosen.examples]:
            print(f"         {example}")


if __name__ == "__main__":
    main()
