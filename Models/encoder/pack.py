#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Packs a small BERT into the file that copydesk's encoder reads. Needs numpy and tokenizers (not torch).

    pack.py --base MODEL/model.safetensors --vocabulary MODEL/vocab.txt --output encoder.safetensors
    pack.py ... --tuned A.pt --head names=out:O,B-PER,I-PER,B-ORG,I-ORG,B-LOC,I-LOC,B-MISC,I-MISC

--tuned  state dict (torch.save's .pt, or .safetensors) whose tensors go before those of --base. Keys as Hugging Face's BertModel, with or
         without "bert." in front; `she.weight` [9, width] is the table of word shapes, `gle.weight` [4, width] that of spacing; `vector.weight` [width, width] and
         `vector.bias` lead from the mean of a sentence's pieces to the vector of the untouched encoder.
--head   NAME=PREFIX:LABEL,LABEL,... : PREFIX.weight [labels, width] and PREFIX.bias of the state dict become the token head NAME. May be repeated.
--table  NAME=FILE.safetensors:TENSOR : a matrix that a stage works with becomes tables.NAME, int8 by row (with ":f32" behind it: as floats). May be repeated.
--note   KEY=VALUE : goes into the file's metadata (licence, source, training). May be repeated.

The result is safetensors (github.com/huggingface/safetensors). docs/ENCODER.md has the list of tensors. Every tensor begins at a multiple of 64
bytes; the format allows no gaps, so tensors named padding.N fill them. Weights are int8 by output channel, word embeddings int8 by row:
value = weight * scale. Columns of what goes into query, key, value and feedforward.up are evened out before rounding (columns.py). The metadata's sha256 is that of the whole file with sixty-four zeros in the place of the digest.
The same input gives the same bytes.
"""
import argparse
import hashlib
import io
import json
import pickle
import struct
import sys
import zipfile

import numpy as np

import columns

ALIGNMENT = 64
SHAPES, SPACINGS = 9, 4
NO_DIGEST = "0" * 64


def read_safetensors(path):
    with open(path, "rb") as file:
        size = struct.unpack("<Q", file.read(8))[0]
        header = json.loads(file.read(size))
        data = file.read()
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        piece = data[slice(*entry["data_offsets"])]
        if entry["dtype"] == "BF16":
            values = (np.frombuffer(piece, np.uint16).astype(np.uint32) << 16).view(np.float32)
        else:
            kinds = {"F64": np.float64, "F32": np.float32, "F16": np.float16, "I64": np.int64, "I32": np.int32, "I8": np.int8, "U8": np.uint8}
            values = np.frombuffer(piece, kinds[entry["dtype"]])
        tensors[name] = values.reshape(entry["shape"])
    return tensors


class StateDict(dict):
    """OrderedDict's place: torch hangs attributes on it, which a plain dict would refuse."""


class StateDictReader(pickle.Unpickler):
    """Reads what torch.save wrote, and builds nothing but tensors and dictionaries."""

    KINDS = {"FloatStorage": "<f4", "HalfStorage": "<f2", "DoubleStorage": "<f8", "LongStorage": "<i8", "IntStorage": "<i4", "BFloat16Storage": "bf16"}

    def __init__(self, archive, folder):
        super().__init__(io.BytesIO(archive.read(f"{folder}/data.pkl")))
        self.archive, self.folder = archive, folder

    def find_class(self, module, name):
        if (module, name) == ("collections", "OrderedDict"):
            return StateDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return self.tensor
        if (module, name) == ("torch._utils", "_rebuild_parameter"):
            return lambda data, *rest: data
        if module == "torch" and name in self.KINDS:
            return self.KINDS[name]
        raise pickle.UnpicklingError(f"{module}.{name} has no place in a state dict")

    def persistent_load(self, identity):
        _, kind, key, _, _ = identity
        data = self.archive.read(f"{self.folder}/data/{key}")
        if kind == "bf16":
            return (np.frombuffer(data, np.uint16).astype(np.uint32) << 16).view(np.float32)
        return np.frombuffer(data, kind)

    @staticmethod
    def tensor(storage, offset, size, stride, *rest):
        strides = [step * storage.itemsize for step in stride]
        return np.lib.stride_tricks.as_strided(storage[offset:], size, strides)


def read_state_dict(path):
    if not zipfile.is_zipfile(path):
        return read_safetensors(path)
    with zipfile.ZipFile(path) as archive:
        folder = next(name for name in archive.namelist() if name.endswith("/data.pkl")).rsplit("/", 1)[0]
        content = StateDictReader(archive, folder).load()
    content = content.get("state", content)  # train.py saves the labels beside it.
    return {key: value for key, value in content.items() if isinstance(value, np.ndarray)}


def quantized(weight):
    """Rows as int8 and the scale of each, so that weight ~ int8 * scale."""
    weight = np.asarray(weight, np.float32)
    scale = np.maximum(np.abs(weight).max(1), np.float32(1e-12)) / np.float32(127)
    return np.rint(weight / scale[:, None]).astype(np.int8), scale.astype(np.float32)


class Source:
    """Tensors by Hugging Face's names: the tuned ones before those of the base."""

    def __init__(self, base, tuned):
        plain = lambda tensors: {key.removeprefix("bert."): value for key, value in tensors.items()}
        self.tensors = {**plain(base), **plain(tuned)}
        # A tuned model may have fewer layers than its base, and means it.
        layers = self.layer_numbers(plain(tuned)) or self.layer_numbers(self.tensors)
        assert layers == set(range(len(layers))) and layers, f"layers are not numbered from 0: {sorted(layers)}"
        self.layers = len(layers)

    @staticmethod
    def layer_numbers(tensors):
        return {int(key.split(".")[2]) for key in tensors if key.startswith("encoder.layer.")}

    def __getitem__(self, name):
        if name not in self.tensors:
            sys.exit(f"pack.py: there is no tensor {name}; there are: {', '.join(sorted(self.tensors)[:8])}, ...")
        return np.ascontiguousarray(self.tensors[name], np.float32)

    def __contains__(self, name):
        return name in self.tensors


def encoder_tensors(source, factors):
    tensors = {}

    def plain(name, key):
        tensors[name] = source[key]

    def linear(name, key, even=1):
        tensors[f"{name}.weight"], tensors[f"{name}.scale"] = quantized(source[f"{key}.weight"] / even)
        plain(f"{name}.bias", f"{key}.bias")

    def norm(name, key):
        plain(f"{name}.weight", f"{key}.weight")
        plain(f"{name}.bias", f"{key}.bias")

    tensors["embeddings.word"], tensors["embeddings.word.scale"] = quantized(source["embeddings.word_embeddings.weight"])
    plain("embeddings.position", "embeddings.position_embeddings.weight")
    tensors["embeddings.type"] = source["embeddings.token_type_embeddings.weight"][0]
    norm("embeddings.norm", "embeddings.LayerNorm")
    for layer in range(source.layers):
        ours, theirs = f"layers.{layer}", f"encoder.layer.{layer}"
        before, between = factors[f"{theirs}.attention.self.query"], factors[f"{theirs}.intermediate.dense"]
        tensors[f"{ours}.attention.columns"], tensors[f"{ours}.feedforward.columns"] = before, between
        for part in ("query", "key", "value"):
            linear(f"{ours}.attention.{part}", f"{theirs}.attention.self.{part}", before)
        linear(f"{ours}.attention.output", f"{theirs}.attention.output.dense")
        norm(f"{ours}.attention.norm", f"{theirs}.attention.output.LayerNorm")
        linear(f"{ours}.feedforward.up", f"{theirs}.intermediate.dense", between)
        linear(f"{ours}.feedforward.down", f"{theirs}.output.dense")
        norm(f"{ours}.feedforward.norm", f"{theirs}.output.LayerNorm")
    for name, key, rows in (("embeddings.shape", "she.weight", SHAPES), ("embeddings.spacing", "gle.weight", SPACINGS)):
        if key in source:
            plain(name, key)
            assert len(tensors[name]) == rows, f"{key} has {len(tensors[name])} rows, not {rows}"
    if "vector.weight" in source:
        plain("sentence.weight", "vector.weight")
        plain("sentence.bias", "vector.bias")
    assert ("embeddings.shape" in tensors) == ("embeddings.spacing" in tensors), "she and gle come together"
    return tensors


def add_heads(tensors, metadata, source, heads):
    for head in heads:
        name, rest = head.split("=", 1)
        prefix, labels = rest.split(":", 1)
        labels = labels.split(",")
        weight, bias = source[f"{prefix}.weight"], source[f"{prefix}.bias"]
        assert len(weight) == len(labels) == len(bias), f"{name}: {len(weight)} rows and {len(labels)} labels"
        tensors[f"heads.{name}.weight"], tensors[f"heads.{name}.bias"] = weight, bias
        metadata[f"heads.{name}.labels"] = json.dumps(labels, ensure_ascii=False, separators=(",", ":"))


def add_tables(tensors, tables):
    for table in tables:
        name, rest = table.split("=", 1)
        path, tensor, *kind = rest.split(":")
        weight = np.ascontiguousarray(read_safetensors(path)[tensor], np.float32)
        assert weight.ndim == 2 and np.isfinite(weight).all(), f"{name} is no matrix of numbers"
        if kind == ["f32"]:
            tensors[f"tables.{name}.weight"] = weight
        else:
            tensors[f"tables.{name}.weight"], tensors[f"tables.{name}.scale"] = quantized(weight)


def written(tensors, metadata):
    """The bytes of the file."""
    kinds = {np.dtype(np.int8): "I8", np.dtype(np.uint8): "U8", np.dtype(np.float32): "F32"}
    header, data, position = {}, [], 0

    def add(name, kind, shape, content):
        nonlocal position
        header[name] = {"dtype": kind, "shape": shape, "data_offsets": [position, position + len(content)]}
        data.append(content)
        position += len(content)

    for number, (name, tensor) in enumerate(tensors.items()):
        add(name, kinds[tensor.dtype], list(tensor.shape), tensor.astype(tensor.dtype.newbyteorder("<")).tobytes())
        if position % ALIGNMENT:
            gap = ALIGNMENT - position % ALIGNMENT
            add(f"padding.{number}", "U8", [gap], bytes(gap))

    def head(digest):
        entries = {"__metadata__": {**metadata, "sha256": digest}, **header}
        text = json.dumps(entries, ensure_ascii=False, separators=(",", ":")).encode()
        text += b" " * (-(8 + len(text)) % ALIGNMENT)
        return struct.pack("<Q", len(text)) + text

    body = b"".join(data)
    return head(hashlib.sha256(head(NO_DIGEST) + body).hexdigest()) + body


def file_digest(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", required=True, help="model.safetensors of a BERT without a tuned state dict's parts")
    parser.add_argument("--vocabulary", required=True, help="vocab.txt, a word piece a line")
    parser.add_argument("--attention-heads", type=int, default=12)
    parser.add_argument("--tuned", help="state dict of a tuned model")
    parser.add_argument("--head", action="append", default=[], metavar="NAME=PREFIX:LABELS")
    parser.add_argument("--table", action="append", default=[], metavar="NAME=FILE:TENSOR")
    parser.add_argument("--note", action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--name", default="minilm-l6")
    parser.add_argument("--output", required=True)
    options = parser.parse_args()

    source = Source(read_safetensors(options.base), read_state_dict(options.tuned) if options.tuned else {})
    tensors = encoder_tensors(source, columns.factors(source, options.vocabulary, options.attention_heads))
    width = len(tensors["embeddings.type"])
    metadata = {
        "format": "copydesk-encoder", "version": "1", "name": options.name, "layers": str(source.layers), "width": str(width),
        "attention_heads": str(options.attention_heads), "base_sha256": file_digest(options.base),
    }
    if options.tuned:
        metadata["tuned_sha256"] = file_digest(options.tuned)
    metadata.update(note.split("=", 1) for note in options.note)
    add_heads(tensors, metadata, source, options.head)
    add_tables(tensors, options.table)

    with open(options.vocabulary, encoding="utf-8", newline="") as file:
        pieces = file.read().replace("\r\n", "\n").removesuffix("\n").split("\n")
    assert len(pieces) == len(tensors["embeddings.word"]), f"{len(pieces)} pieces, {len(tensors['embeddings.word'])} rows"
    tensors["tokenizer.vocab"] = np.frombuffer("".join(piece + "\n" for piece in pieces).encode(), np.uint8)

    content = written(tensors, metadata)
    with open(options.output, "wb") as file:
        file.write(content)
    print(f"{options.output}: {len(content)} bytes, {len(tensors)} tensors, sha256 {hashlib.sha256(content).hexdigest()}")


if __name__ == "__main__":
    main()
