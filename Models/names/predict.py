#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a trained tagger finds, with PyTorch and no rules behind it.

    predict.py MODEL.pt SET.jsonl [--given] > PREDICTIONS.jsonl

--given  takes the sentences that the rows have, not those of a rough split. A name's score is the smallest probability of its words' labels.
"""
import argparse
import json
import re

import torch
from tokenizers import Tokenizer
from torch.nn import functional as F

from train import LABELS, MODEL, Tagger, chunks, paragraphs, tensors, words

ABBREVIATION = re.compile(r"[(\"“]?(Mr|Mrs|Ms|Dr|Gen|Gov|Sen|Rep|Lt|Col|St|Prof|Sgt|Capt|No|[A-Z]|([A-Za-z]\.)+[A-Za-z])")
BREAK = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘'(`]*[A-Z0-9])")


class NoChance:
    """Stands where training draws: windows as long as they may be, nothing masked, no other casing."""

    def random(self):
        return 1.0

    def choice(self, values):
        return values[-1]


def viterbi(scores):
    """The likeliest labels of which no I- stands behind another kind."""
    allowed = torch.zeros(len(LABELS), len(LABELS))
    for i, before in enumerate(LABELS):
        for j, label in enumerate(LABELS):
            if label[0] == "I" and before[1:] != label[1:]:
                allowed[i, j] = -1e4
    best = scores[0] + torch.tensor([-1e4 if label[0] == "I" else 0.0 for label in LABELS])
    back = []
    for row in scores[1:]:
        value, index = (best[:, None] + allowed).max(0)
        back.append(index)
        best = value + row
    path = [int(best.argmax())]
    for index in reversed(back):
        path.append(int(index[path[-1]]))
    return path[::-1]


def rough_sentences(text):
    found = []
    for start, end in paragraphs(text):
        last = start
        for match in BREAK.finditer(text[start:end]):
            before = text[last:start + match.start()].split()
            if not (before and ABBREVIATION.fullmatch(before[-1])):
                found.append((last, start + match.end()))
                last = start + match.end()
        if last < end:
            found.append((last, end))
    return [(a, b) for a, b in found if text[a:b].strip()]


def names(chunk, firsts, scores):
    found, current, sure = [], None, scores.exp()
    for word, first, label in zip(chunk, firsts, viterbi(scores[firsts])):
        name = LABELS[label]
        if name[0] == "B":
            current = {"start": word[4], "end": word[5], "label": name[2:], "score": float(sure[first, label])}
            found.append(current)
        elif name[0] == "I" and current:
            current["end"], current["score"] = word[5], min(current["score"], float(sure[first, label]))
        else:
            current = None
    return found


@torch.no_grad()
def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    parser.add_argument("set")
    parser.add_argument("--given", action="store_true")
    arguments = parser.parse_args()
    torch.set_num_threads(2)
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    model = Tagger()
    model.load_state_dict(torch.load(arguments.model)["state"])
    model.eval()
    rows = [json.loads(line) for line in open(arguments.set, encoding="utf-8")]
    work = []
    for row in rows:
        spans = [(s["start"], s["end"]) for s in row.get("sentences") or []] if arguments.given else rough_sentences(row["text"])
        sentences = [words(tokenizer, row["text"], a, b, [], False) for a, b in spans if row["text"][a:b].strip()]
        work += [(row["id"], chunk) for chunk in chunks([[s for s in sentences if s]], NoChance())]
    work.sort(key=lambda entry: sum(len(word[0]) for word in entry[1]))
    found = {row["id"]: [] for row in rows}
    for start in range(0, len(work), 16):
        batch = work[start:start + 16]
        pieces, shapes, spacing, mask, _ = tensors([chunk for _, chunk in batch], NoChance())
        for (id, chunk), scores in zip(batch, F.log_softmax(model(pieces, shapes, spacing, mask).float(), -1)):
            firsts, at = [], 1
            for word in chunk:
                firsts.append(at)
                at += len(word[0][:20])
            found[id] += names(chunk, firsts, scores)
    for id, entities in found.items():
        print(json.dumps({"id": id, "entities": entities}))


if __name__ == "__main__":
    main()
