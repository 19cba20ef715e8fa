#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Near-duplicates through the real daemon, beside datasketch's MinHashLSH on the same shingles: `make eval-duplicates`.

usage: duplicates.py [edited | index [ARTICLES]]

edited  News articles of labelled sets are dropped into an inbox; then edited versions of some, whose makers are listed in `EDITS`, and articles
        that were not seen before, many on the same topics. A version must name its original; nobody may name an article that is not of its kin.
        Articles of the sets that repeat one another are found beforehand by comparing all of them in full, and judged by that.
index   What a comparison costs with so many articles (100,000) in the index, and what an article takes there: results made up from a seed are put into
        an outbox, the ledger is made anew from them, and a thousand articles more are processed.

Data lies outside the project: EVAL_DATA names its folder.
"""
import collections
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DATA = os.path.abspath(os.environ.get("EVAL_DATA", os.path.join(ROOT, "..", "shared", "data")))
COPYDESK = os.environ.get("COPYDESK", os.path.join(ROOT, ".build", "release", "copydesk"))
SETS = {"bbc": "classify/bbc.train.jsonl", "cnndm": "summary/cnndm_train100_cased.jsonl", "polnear": "quotes/polnear.train.jsonl",
        "reuters": "classify/reuters21578.train.jsonl"}
WIDTH = 4
SEED = 20261125


def paragraphs(name, text):
    """Sets without paragraphs get some of three sentences; Reuters indents them."""
    if name == "reuters":
        parts = re.split(r"\n    ", text)
        return [" ".join(part.split()) for part in parts if part.strip()]
    parts = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]
    if len(parts) < 4:
        sentences = re.split(r"(?<=[.!?]) +(?=[A-Z“\"])", " ".join(parts))
        parts = [" ".join(sentences[at:at + 3]) for at in range(0, len(sentences), 3)]
    return parts


def articles():
    found = []
    for name, path in SETS.items():
        with open(os.path.join(DATA, path), encoding="utf-8") as file:
            rows = [json.loads(line) for line in file if line.strip()]
        for row in rows:
            parts = paragraphs(name, row["text"])
            if sum(len(part.split()) for part in parts) >= 60:
                found.append({"id": f"{name}-{row['id']}".replace("/", "_"), "set": name, "parts": parts})
    return found


def words(text):
    text = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", re.sub(r"(?<=\w)['’](?=\w)|(?<=\d),(?=\d)", "", text))


def shingles(parts):
    made = set()
    for part in parts:
        run = words(part)
        if run:
            made.update(tuple(run[at:at + WIDTH]) for at in range(max(1, len(run) - WIDTH + 1)))
    return made


# --- what is done to an article

def cut(parts, random, share):
    """Leaves paragraphs out as long as so much of the words stays."""
    kept, total = list(range(len(parts))), sum(len(part.split()) for part in parts)
    order = kept[:]
    random.shuffle(order)
    left = total
    for at in order:
        size = len(parts[at].split())
        if len(kept) > 1 and left - size >= share * total:
            kept.remove(at)
            left -= size
    return [parts[at] for at in kept]


def renamed(parts, random, share):
    """Other figures and names: of words with a digit or a capital inside a sentence, so many."""
    def other(match):
        word = match.group(0)
        if random.random() >= share:
            return word
        if word[0].isdigit():
            return str(random.randint(2, 99999))
        return random.choice(["Marlow", "Tessin", "Okafor", "Brandt", "Lindqvist", "Vardar", "Halloran"])
    return [re.sub(r"(?<=[a-z,] )[A-Z][a-z]+|\d[\d,.]*\d|\d", other, part) for part in parts]


def noisy(parts, random):
    """As bad conversions leave it: spaces doubled, lines broken anywhere, quotes and dashes of other kinds, UTF-8 read as Windows-1252."""
    made = []
    for part in parts:
        part = part.replace("'", "’").replace('"', random.choice(["“", "''"])).replace(" - ", " — ")
        if random.random() < 0.3:
            part = part.encode("utf-8").decode("cp1252", "replace")
        part = re.sub(" ", lambda _: random.choice([" ", " ", " ", " ", " ", "  ", "\n", "\u00a0"]), part)
        made.append(part.upper() if random.random() < 0.1 else part)
    return made


def pasted(parts, random, others, count):
    """Paragraphs of other articles put in between."""
    made = parts[:]
    for _ in range(count):
        other = random.choice(others)["parts"]
        made.insert(random.randint(0, len(made)), random.choice(other))
    return made


def shuffled(parts, random):
    made = parts[:]
    random.shuffle(made)
    return made


FRAME = ["OSLO, March 4 (Newsroom) - Please find below the latest version of this story, which replaces what was sent before.",
         "(Reporting by the Oslo desk; editing by A. Writer. Copyright of the newsroom, all rights reserved, no part may be sent on.)"]

# Name, whether at least 60 % of the text is kept, and what is done.
EDITS = [
    ("head and tail changed", True, lambda p, r, o: [FRAME[0]] + p + [FRAME[1]]),
    ("80 % kept", True, lambda p, r, o: cut(p, r, 0.8)),
    ("60 % kept, reordered", True, lambda p, r, o: shuffled(cut(p, r, 0.6), r)),
    ("60 % kept, 1 to 3 paragraphs of others", True, lambda p, r, o: pasted(cut(p, r, 0.6), r, o, r.randint(1, 3))),
    ("figures and names changed (a third)", True, lambda p, r, o: renamed(p, r, 0.33)),
    ("70 % kept, a fifth of figures and names changed", True, lambda p, r, o: renamed(cut(p, r, 0.7), r, 0.2)),
    ("noise", True, lambda p, r, o: noisy(p, r)),
    ("all of these, 60 % kept", True, lambda p, r, o: noisy(pasted(renamed(cut(p, r, 0.6), r, 0.15), r, o, r.randint(1, 3)), r)),
    ("40 % kept", False, lambda p, r, o: cut(p, r, 0.4)),
    ("pasted into a longer article", True, lambda p, r, o: pasted(p, r, o, 3) + r.choice(o)["parts"] + r.choice(o)["parts"]),
]


# --- truth

def kin(sets):
    """Pairs of articles that repeat one another, compared in full: half of the shorter, and ten shingles at least."""
    holders = collections.defaultdict(list)
    for id, made in sets.items():
        for shingle in made:
            holders[shingle].append(id)
    counts = collections.Counter()
    for ids in holders.values():
        if 1 < len(ids) <= 100:
            for at, one in enumerate(ids):
                for other in ids[:at]:
                    counts[one, other] += 1
    return {(one, other): (both / min(len(sets[one]), len(sets[other])), both) for (one, other), both in counts.items() if both >= 10}


# --- the daemon

def drain(folder):
    begin = time.monotonic()
    done = subprocess.run([COPYDESK, "run", "--manifest", os.path.join(folder, "plugins.json"), "--drain", "--log-level", "error"])
    if done.returncode not in (0, 1):
        raise SystemExit("duplicates: the daemon failed")
    return time.monotonic() - begin


def drop(folder, name, parts):
    with open(os.path.join(folder, "inbox", f"{name}.txt"), "w", encoding="utf-8") as file:
        file.write("\n\n".join(parts) + "\n")


def result(folder, name):
    with open(os.path.join(folder, "outbox", f"{name}.txt.json"), encoding="utf-8") as file:
        return json.load(file)


def desk(folder, members=""):
    os.makedirs(os.path.join(folder, "inbox"))
    with open(os.path.join(folder, "plugins.json"), "w", encoding="utf-8") as file:
        file.write('{%s "stages": [{"plugin": "normalize"}]}' % members)


def cost(results):
    spent = sorted(entry["milliseconds"] for made in results for entry in made["provenance"] if entry["stage"] == "duplicates")
    return sum(spent) / len(spent), spent[len(spent) // 2], spent[len(spent) * 99 // 100]


# --- edited versions

class Tally:
    def __init__(self):
        self.hits, self.versions, self.right, self.wrong = collections.Counter(), collections.Counter(), 0, []

    def add(self, article, named, versions, origin):
        """`named`: ids of articles as they are called here. A name is right where it is the original, or kin of it, or another version."""
        if article in versions:
            edit, original, _ = versions[article]
            self.versions[edit] += 1
            self.hits[edit] += original in named
        for other in named:
            if self.related(article, other, versions, origin):
                self.right += 1
            else:
                self.wrong.append((article, other))

    def related(self, article, other, versions, origin):
        sources = lambda id: ({versions[id][1]} | versions[id][2]) if id in versions else {id}
        return any(one == two or (one, two) in origin or (two, one) in origin for one in sources(article) for two in sources(other))

    def row(self):
        kept = [edit for edit, keeps, _ in EDITS if keeps]
        recall = sum(self.hits[edit] for edit in kept) / sum(self.versions[edit] for edit in kept)
        return recall, self.right / max(1, self.right + len(self.wrong))


def edited():
    generator = random.Random(SEED)
    everything = articles()
    sets = {article["id"]: shingles(article["parts"]) for article in everything}
    pairs = kin(sets)
    # Kin repeat half of the shorter; what repeats between 30 and 50 % is neither demanded nor held against anybody.
    near = {pair for pair, (share, _) in pairs.items() if share >= 0.3}
    generator.shuffle(everything)
    by_set = collections.defaultdict(list)
    for article in everything:
        by_set[article["set"]].append(article)
    originals = by_set["cnndm"] + by_set["polnear"][:400] + by_set["bbc"][:700] + by_set["reuters"][:2500]
    later = by_set["polnear"][400:] + by_set["bbc"][700:] + by_set["reuters"][2500:4500]
    others = by_set["polnear"][400:] + by_set["bbc"][700:]
    versions, made = {}, {}
    sources = [article for article in originals if sum(len(part.split()) for part in article["parts"]) >= 120 and len(article["parts"]) >= 4]
    generator.shuffle(sources)
    for at, article in enumerate(sources[:1000]):
        name, _, edit = EDITS[at % len(EDITS)]
        generator_of = random.Random(f"{SEED} {article['id']}")
        used = []
        class Noting(list):
            def __getitem__(self, key):
                used.append(list.__getitem__(self, key))
                return used[-1]
        parts = edit(article["parts"], generator_of, Noting(others))
        if parts == article["parts"]:  # nothing could be left out, so it is the same file
            continue
        id = f"version-{article['id']}"
        made[id] = parts
        versions[id] = (name, article["id"], {other["id"] for other in used})
    print(f"{len(originals)} articles, then {len(versions)} edited versions and {len(later)} other articles; seed {SEED}")

    with tempfile.TemporaryDirectory() as folder:
        desk(folder)
        names = {}
        for article in originals:
            drop(folder, article["id"], article["parts"])
        drain(folder)
        for id, parts in made.items():
            drop(folder, id, parts)
        for article in later:
            drop(folder, article["id"], article["parts"])
        seconds = drain(folder)
        results = {}
        for id in [article["id"] for article in originals + later] + list(made):
            results[id] = result(folder, id)
            names.setdefault(results[id]["id"], id)
        ours = Tally()
        paragraphs_right = paragraphs_all = 0
        for id in list(made) + [article["id"] for article in later]:
            ours.add(id, [names[found["id"]] for found in results[id]["duplicates"] if names[found["id"]] != id], versions, near)
        for id, parts in made.items():
            if versions[id][0] == "pasted into a longer article":
                text, reuse = results[id]["text"], results[id]["reuse"]
                spans = [text[span["start"]:span["end"]] for span in reuse if names[span["id"]] == versions[id][1]]
                original = [part for part in next(a for a in originals if a["id"] == versions[id][1])["parts"] if len(words(part)) >= 16]
                paragraphs_all += len(original)
                held = {tuple(words(span)) for span in spans}
                paragraphs_right += sum(tuple(words(part)) in held for part in original)
        report("copydesk", ours, f"{(len(later) + len(made)) / seconds:.0f} articles/s the whole way from inbox to outbox")
        mean, median, late = cost([results[id] for id in made])
        print(f"  comparison: mean {mean:.2f} ms, median {median:.2f} ms, 99th percentile {late:.2f} ms; "
              f"paragraphs of a pasted story led back to it: {paragraphs_right} of {paragraphs_all}")
        pairs_named = [(id, names[found["id"]], found) for id in [a["id"] for a in originals + later] for found in results[id]["duplicates"]
                       if names[found["id"]] not in made]
        print(f"  of the articles as they are, {len(pairs_named)} pairs are named ({sum(f['similarity'] < 0.5 for _, _, f in pairs_named)} with a similarity below 0.5)")
        if os.environ.get("PAIRS"):
            for one, other, found in random.Random(int(os.environ["PAIRS"])).sample(pairs_named, 60):
                print(max(found["part_of_this"], found["part_of_that"]), json.dumps(found)[87:])
                for id in (one, other):
                    print("    ", id, results[id]["text"][:400].replace("\n", " "))
        if os.environ.get("SHOW"):
            for one, other in ours.wrong[:int(os.environ["SHOW"])]:
                share = next((pairs[pair] for pair in ((one, other), (other, one)) if pair in pairs), None)
                print("  wrong:", one, other, share, versions.get(one), versions.get(other))
                print("    ", next(f for f in results[one]["duplicates"] if names[f["id"]] == other), results[one]["text"][:300].replace("\n", " "))
                print("    ", results[other]["text"][:300].replace("\n", " "))
        beside(originals, later, made, versions, near)


def report(name, tally, remark):
    recall, precision = tally.row()
    print(f"{name}: recall {recall:.3f} where 60 % or more is kept, precision {precision:.4f} "
          f"({tally.right} right, {len(tally.wrong)} wrong); {remark}")
    print("  " + "; ".join(f"{edit}: {tally.hits[edit]}/{tally.versions[edit]}" for edit, _, _ in EDITS))


def beside(originals, later, made, versions, near):
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        return print("datasketch is not installed: nothing to compare with")
    for threshold in (0.5, 0.3):
        index = MinHashLSH(threshold=threshold, num_perm=128)
        tally, begin, count = Tally(), time.monotonic(), 0

        def signature(parts):
            sketch = MinHash(num_perm=128)
            sketch.update_batch([" ".join(shingle).encode() for shingle in shingles(parts)])
            return sketch
        signatures = {}
        for id, parts in [(a["id"], a["parts"]) for a in originals] + list(made.items()) + [(a["id"], a["parts"]) for a in later]:
            sketch = signatures[id] = signature(parts)
            # As its own users do: what the index gives is held against the estimate.
            named = [other for other in index.query(sketch) if sketch.jaccard(signatures[other]) >= threshold]
            if count >= len(originals):
                tally.add(id, named, versions, near)
            index.insert(id, sketch)
            count += 1
        report(f"datasketch MinHashLSH, 128 permutations, threshold {threshold}", tally,
               f"{count / (time.monotonic() - begin):.0f} articles/s from text to answer, in memory")


# --- what it costs

def index(count):
    generator = random.Random(SEED)
    vocabulary = ["".join(generator.choice("bcdfglmnprst") + generator.choice("aeiou") for _ in range(generator.randint(1, 4))) for _ in range(30000)]
    weights = [1 / (rank + 10) for rank in range(len(vocabulary))]

    def article():
        drawn = generator.choices(vocabulary, weights, k=400)
        return [" ".join(drawn[at:at + 33]) for at in range(0, 400, 33)]
    with tempfile.TemporaryDirectory() as folder:
        desk(folder)
        now = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(time.time() - 3600))
        for number in range(count):
            if number % 1000 == 0:
                os.makedirs(os.path.join(folder, "outbox", str(number // 1000)))
            parts = article()
            text, spans, at = "\n\n".join(parts), [], 0
            for part in parts:
                spans.append({"start": at, "end": at + len(part)})
                at += len(part) + 2
            digest = f"{number:064x}"
            with open(os.path.join(folder, "outbox", str(number // 1000), f"{number}.txt.json"), "w") as file:
                json.dump({"schema": "copydesk/1", "id": f"sha256:{digest}", "source": {
                    "name": f"{number // 1000}/{number}.txt", "sha256": digest, "received": now}, "text": text, "paragraphs": spans}, file)
        begin = time.monotonic()
        drop(folder, "first", article())
        manifest = os.path.join(folder, "plugins.json")
        daemon = subprocess.Popen([COPYDESK, "run", "--manifest", manifest], stderr=subprocess.PIPE, text=True)
        for line in daemon.stderr:
            if "ledger made anew" in line:
                break
        seconds = time.monotonic() - begin
        daemon.terminate()
        daemon.communicate()
        size = os.path.getsize(os.path.join(folder, "state", "ledger.sqlite"))
        print(f"{count} articles of 400 words: ledger made anew in {seconds:.0f} s, {size / count:.0f} bytes an article")
        fresh = [article() for _ in range(1000)]
        # A half is new, a half has a paragraph or more of an article in the index.
        for number in range(0, 1000, 2):
            with open(os.path.join(folder, "outbox", str(number % (count // 1000)), f"{number % (count // 1000) * 1000 + number}.txt.json")) as file:
                parts = json.load(file)["text"].split("\n\n")
            fresh[number] = parts[:generator.randint(1, len(parts))] + fresh[number][:3]
        for number, parts in enumerate(fresh):
            drop(folder, f"fresh-{number}", parts)
        seconds = drain(folder)
        results = [result(folder, f"fresh-{number}") for number in range(1000)]
        mean, median, late = cost(results)
        found = sum(bool(made["reuse"]) for made in results[::2])
        false = sum(bool(made["reuse"]) for made in results[1::2])
        print(f"1000 more: comparison and entry mean {mean:.2f} ms, median {median:.2f} ms, 99th percentile {late:.2f} ms; "
              f"the whole way {1000 / seconds:.0f} articles/s; {found} of 500 with reused paragraphs found, {false} of 500 without")


def main():
    task = sys.argv[1] if len(sys.argv) > 1 else "edited"
    if task == "index":
        return index(int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
    if task != "edited":
        raise SystemExit(__doc__)
    if not os.path.isdir(DATA):
        raise SystemExit(f"duplicates: skipped, there is no labelled data at {DATA}; set EVAL_DATA")
    edited()


main()
