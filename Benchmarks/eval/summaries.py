#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures summaries beside the first sentences and sumy's methods, in one run: `make eval-summary`.

    summaries.py [SET ...] [--worst 10]

ROUGE-1, 2 and Lsum F1 (rouge-score, stemmed, best of the human references) on cnndm_train100_cased and gum_all. Ours is asked for nothing but the text, so
its length is the standard one. lead-3 is the first three sentences, as *normalize* cuts them, headings among them; sumy (three sentences) is given the same sentences,
since its own splitter needs data that PyPI does not have. "oracle" adds the sentence that raises ROUGE-1 and 2 together most, until none does: what choosing sentences can reach
at best. Beside each the difference to lead-3 with its 95 % interval and the share of 10,000 resamplings in which it is not above (paired bootstrap).
Articles a second: ours with its whole chain (normalize, extract, summarize), sumy without splitting sentences.
"""
import argparse
import collections
import json
import os
import random
import re
import statistics
import sys
import tempfile
import time

from rouge_score import rouge_scorer
from rouge_score.tokenizers import DefaultTokenizer

import evaluate
import tables

METHODS = ["LexRank", "TextRank", "Lsa", "Luhn", "SumBasic", "KL"]
SETS = ["cnndm_train100_cased", "gum_all"]
# The genres of GUM whose licence lets anyone use them: the weight of the lead was chosen on these.
OPEN = {"academic", "bio", "court", "essay", "interview", "letter", "podcast", "speech", "textbook", "vlog", "voyage"}
TOKENS = DefaultTokenizer(True)
SCORER = rouge_scorer.RougeScorer(["rouge1", "rouge2", "rougeLsum"], use_stemmer=True)


def references(row):
    human = [r for i, r in enumerate(row["references"]) if not (row.get("who") and not row["who"][i].startswith("human"))]
    return [re.sub(r"\s*(<t>|</t>)\s*", "\n", r).strip() for r in human]


def score(sentences, goals):
    """ROUGE-1, 2 and Lsum, the best over the references."""
    found = [SCORER.score(goal, "\n".join(sentences)) for goal in goals]
    return tuple(100 * max(f[kind].fmeasure for f in found) for kind in ("rouge1", "rouge2", "rougeLsum"))


def grams(tokens, size):
    return collections.Counter(tuple(tokens[i:i + size]) for i in range(len(tokens) - size + 1))


def overlap(one, other):
    shared = sum((one & other).values())
    return 2 * shared / max(1, sum(one.values()) + sum(other.values()))


def oracle(sentences, goals, most=5):
    cut = [TOKENS.tokenize(sentence) for sentence in sentences]
    wanted = [(grams(t, 1), grams(t, 2)) for t in map(TOKENS.tokenize, goals)]
    chosen, best = [], 0.0
    while len(chosen) < most:
        gains = []
        for number in range(len(cut)):
            if number not in chosen:
                tokens = [token for i in sorted(chosen + [number]) for token in cut[i]]
                one, two = grams(tokens, 1), grams(tokens, 2)
                gains.append((max(overlap(one, a) + overlap(two, b) for a, b in wanted), -number))
        if not gains or max(gains)[0] <= best:
            break
        best = max(gains)[0]
        chosen.append(-max(gains)[1])
    return [sentences[i] for i in sorted(chosen)]


def sumy(method, sentences):
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.nlp.stemmers import Stemmer
    module = __import__(f"sumy.summarizers.{ {'LexRank': 'lex_rank', 'TextRank': 'text_rank', 'SumBasic': 'sum_basic'}.get(method, method.lower()) }", fromlist=["x"])

    class Words:
        def to_words(self, sentence):
            return tuple(re.findall(r"\w[\w'’-]*", sentence))

    document = ObjectDocumentModel([Paragraph([Sentence(sentence, Words()) for sentence in sentences])])
    summarizer = getattr(module, f"{method}Summarizer")(Stemmer("english"))
    with open(os.path.join(evaluate.ROOT, "Sources", "CLexicons", "tables", "stopwords.tsv"), encoding="utf-8") as file:
        summarizer.stop_words = frozenset(file.read().split("\n"))
    return [str(sentence) for sentence in summarizer(document, 3)]


def bootstrap(ours, lead, times=10000):
    """The mean difference, its 95 % interval, and the share of resamplings in which it is not above zero."""
    chance, differences = random.Random(0), [a - b for a, b in zip(ours, lead)]
    means = sorted(statistics.fmean(chance.choices(differences, k=len(differences))) for _ in range(times))
    return statistics.fmean(differences), means[int(0.025 * times)], means[int(0.975 * times)], sum(m <= 0 for m in means) / times


def measure(name, worst):
    rows = [row for row in evaluate.rows(os.path.join(evaluate.DATA, "summary", f"{name}.jsonl")) if references(row)]
    with tempfile.TemporaryDirectory() as folder:
        results, seconds = evaluate.answers("summary", [{"id": row["id"], "text": row["text"]} for row in rows], folder)
    rows = [row for row in rows if row["id"] in results]
    goals = [references(row) for row in rows]
    cut = [[results[row["id"]]["text"][s["start"]:s["end"]] for s in results[row["id"]]["sentences"]] for row in rows]
    ours = [[results[row["id"]]["text"][s["start"]:s["end"]] for s in results[row["id"]]["summary"]["sentences"]] for row in rows]
    systems, speeds = {"copydesk": ours, "lead-3": [sentences[:3] for sentences in cut]}, {"copydesk": len(rows) / seconds}
    for method in METHODS:
        begin, given = time.monotonic(), []
        for sentences in cut:
            try:
                given.append(sumy(method, sentences))
            except Exception as error:  # a text that a peer cannot take counts as no summary, and is told
                print(f"  sumy {method} gave nothing for a text: {error}", file=sys.stderr)
                given.append([])
        systems[f"sumy {method}"], speeds[f"sumy {method}"] = given, len(rows) / (time.monotonic() - begin)
    systems["oracle"] = [oracle(sentences, goal) for sentences, goal in zip(cut, goals)]
    parts = [("", range(len(rows)))]
    if name == "gum_all":
        parts.append((", open genres", [i for i, row in enumerate(rows) if row["genre"] in OPEN]))
    scores = {system: [score(s, goal) for s, goal in zip(given, goals)] for system, given in systems.items()}
    for part, chosen in parts:
        print(f"summary {name}{part}: {len(chosen)} articles")
        for system, found in scores.items():
            means = [statistics.fmean(found[i][k] for i in chosen) for k in range(3)]
            words = statistics.fmean(len(" ".join(systems[system][i]).split()) for i in chosen)
            told = ""
            if system != "lead-3":
                for k, measure_name in ((0, "R-1"), (1, "R-2")):
                    mean, low, high, p = bootstrap([found[i][k] for i in chosen], [scores["lead-3"][i][k] for i in chosen])
                    told += f"  {measure_name} {mean:+.1f} [{low:+.1f}, {high:+.1f}] p={p:.4f}"
            speed = f"  {speeds[system]:.0f} articles/s" if system in speeds else ""
            print(f"  {system:14} {means[0]:5.1f} {means[1]:5.1f} {means[2]:5.1f}  {words:3.0f} words{told}{speed}")
            for measure_name, value in zip(("ROUGE-1", "ROUGE-2", "ROUGE-Lsum"), means):
                tables.row("summary", name + part, measure_name, value / 100, system)
    if worst:
        order = sorted(range(len(rows)), key=lambda i: sum(scores["copydesk"][i][:2]) - sum(scores["oracle"][i][:2]))
        for i in order[:worst]:
            print(f"  worst {rows[i]['id']}: ours {scores['copydesk'][i][0]:.0f}/{scores['copydesk'][i][1]:.0f}, lead {scores['lead-3'][i][0]:.0f}/"
                  f"{scores['lead-3'][i][1]:.0f}, oracle {scores['oracle'][i][0]:.0f}/{scores['oracle'][i][1]:.0f}\n    goal: {goals[i][0]!r}\n    ours: {' '.join(ours[i])!r}")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("sets", nargs="*", default=SETS)
    options.add_argument("--worst", type=int, default=0)
    chosen = options.parse_args()
    for name in chosen.sets or SETS:
        if not os.path.exists(os.path.join(evaluate.DATA, "summary", f"{name}.jsonl")):
            print(f"summary: skipped, there is no {evaluate.DATA}/summary/{name}.jsonl; set EVAL_DATA")
            continue
        measure(name, chosen.worst)


if __name__ == "__main__":
    main()
