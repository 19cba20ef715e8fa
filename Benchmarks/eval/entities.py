#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures whether copydesk draws the mentions of one thing together: `python3 Benchmarks/eval/entities.py [dev|test|all]`.

Gold: GUM's mentions with coreference and salience, genres under open licences. Of the names whose place both sides agree on (articles and
marks at the edges aside), counts pairs that are one thing (precision, recall, F1) and B-cubed; of nominal and pronoun mentions, whether the gold
has them in the entity that most names of ours are of; of salience, whether our first entity is one that a human summary is about.
"""
import collections
import json
import os
import sys
import tempfile

import evaluate
import tables

OPEN = {"bio", "interview", "academic", "voyage", "speech", "textbook", "court", "essay", "letter", "podcast", "vlog", "conversation"}
sys.path.insert(0, evaluate.SCRIPTS)


def aligned(row, result, normal):
    """Of each entity of ours, gold ids of its names; pairs (kind, gold id or None, entity) of the others."""
    text, origin = row["text"], evaluate.Origin(result, row["text"])
    gold, core = {}, {}
    for mention in row["mentions"]:
        gold.setdefault(normal(text, mention["start"], mention["end"]), mention["eid"])
        core[mention["start"], mention["end"]] = mention["eid"]
    names = {}
    for name in row["named"]:
        eid = core.get((name["start"], name["end"]))
        if eid:
            names[normal(text, name["cstart"], name["cend"])] = eid
            names.setdefault(normal(text, name["start"], name["end"]), eid)
    ours, others = collections.defaultdict(list), []
    for entity in result.get("entities", []):
        for mention in entity["mentions"]:
            span = normal(text, *origin.span(mention))
            if mention["kind"] == "name":
                if span in names:
                    ours[entity["id"]].append(names[span])
            else:
                others.append((mention["kind"], gold.get(span), entity["id"], origin.span(mention)))
    return ours, others


def pairs(count):
    return count * (count - 1) // 2


def main():
    from eval_ner import normspan
    wanted = sys.argv[1] if len(sys.argv) > 1 else "all"
    rows = [row for row in evaluate.rows(os.path.join(evaluate.DATA, "ner", "gum_mentions.jsonl")) if row["genre"] in OPEN]
    if wanted in ("first", "second"):
        rows = [row for number, row in enumerate(rows) if number % 2 == (wanted == "second")]
    with tempfile.TemporaryDirectory() as folder:
        results, seconds = evaluate.answers("names", [{"id": row["id"], "text": row["text"]} for row in rows], folder)
    both = same_ours = same_gold = 0
    precision, recall, mentions = 0.0, 0.0, 0
    links = collections.Counter()
    salient = [0, 0]
    for row in rows:
        ours, others = aligned(row, results[row["id"]], normspan)
        cells = collections.Counter((entity, eid) for entity, ids in ours.items() for eid in ids)
        own, gold = collections.Counter(), collections.Counter()
        for (entity, eid), count in cells.items():
            own[entity] += count
            gold[eid] += count
        both += sum(pairs(count) for count in cells.values())
        same_ours += sum(pairs(count) for count in own.values())
        same_gold += sum(pairs(count) for count in gold.values())
        precision += sum(count * count / own[entity] for (entity, _), count in cells.items())
        recall += sum(count * count / gold[eid] for (_, eid), count in cells.items())
        mentions += sum(cells.values())
        for kind, eid, entity, span in others:
            if not ours.get(entity):
                links[kind, "unknown"] += 1
            else:
                most = collections.Counter(ours[entity]).most_common(1)[0][0]
                links[kind, "right" if eid == most else "wrong" if eid else "unmarked"] += 1
                if eid != most and "--show" in sys.argv:
                    print(kind, eid, row["id"], repr(row["text"][max(0, span[0] - 160):span[1] + 20]))
        about = {mention["eid"] for mention in row["mentions"] if "s" in mention["salience"]}
        ranked = sorted(results[row["id"]].get("entities", []), key=lambda entity: -entity["salience"])
        if ranked and ours.get(ranked[0]["id"]):
            salient[0] += any(eid in about for eid in ours[ranked[0]["id"]])
            salient[1] += 1
    p, r = both / max(1, same_ours), both / max(1, same_gold)
    bp, br = precision / max(1, mentions), recall / max(1, mentions)
    shares = {"pairs P": p, "pairs R": r, "pairs F1": 2 * p * r / max(1e-9, p + r)} | {"B-cubed F1": 2 * bp * br / max(1e-9, bp + br)}
    for kind in ("nominal", "pronoun"):
        told = links[kind, "right"] + links[kind, "wrong"] + links[kind, "unmarked"]
        shares[f"{kind}s right"] = links[kind, "right"] / max(1, told)
    for measure, share in (shares | {"first is salient": salient[0] / max(1, salient[1])}).items():
        tables.row("entities", f"gum_mentions ({wanted})", measure, share)
    print(f"entities gum_mentions ({wanted}): {len(rows)} texts, {mentions} names on both sides")
    print(f"  pairs     P={p * 100:.1f} R={r * 100:.1f} F1={200 * p * r / max(1e-9, p + r):.1f}")
    print(f"  B-cubed   P={bp * 100:.1f} R={br * 100:.1f} F1={200 * bp * br / max(1e-9, bp + br):.1f}")
    for kind in ("nominal", "pronoun"):
        right, wrong, unmarked, unknown = (links[kind, what] for what in ("right", "wrong", "unmarked", "unknown"))
        print(f"  {kind}   {right} right, {wrong} wrong, {unmarked} not marked in the gold, {unknown} of entities without a gold name")
    print(f"  salience  the first entity is a salient one in {salient[0]} of {salient[1]} texts\n  {seconds:.1f} s")


if __name__ == "__main__":
    main()
