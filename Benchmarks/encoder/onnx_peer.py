#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Our encoder beside ONNX Runtime on one core: word pieces a second, and the cosine of every sentence's vector to 32-bit floats.

    onnx_peer.py PROGRAM MODEL.safetensors VOCABULARY-FOLDER [DATA]

PROGRAM is EncoderBenchmark; MODEL.safetensors the BERT in Hugging Face's form, which is packed for ours (Models/encoder/pack.py) and exported here for
theirs: the same weights on both sides. Theirs is measured as its makers advise: int8 dynamic quantisation by channel, one thread, arrays ready made,
the faster of sentences one by one and in batches of four of like length. Ours cuts the text into pieces within its time. The two take turns; the best
of their runs counts, since other programs only ever slow one down. Run it under taskset -c 0.
"""
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.numpy import load_file
from tokenizers import Tokenizer

HERE = Path(__file__).resolve().parent
ROUNDS = 7


class Graph:
    """Nodes of an ONNX graph, written one after the other."""

    def __init__(self, weights):
        self.weights, self.nodes, self.initializers, self.names = weights, [], [], {}

    def constant(self, name, value):
        if name not in self.names:
            self.names[name] = name
            self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def weight(self, name):
        return self.constant(name, self.weights[name].astype(np.float32))

    def add(self, kind, *inputs, output=None, **attributes):
        output = output or f"{kind.lower()}{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], name=f"n{len(self.nodes)}", **attributes))
        return output

    def linear(self, x, name):
        matrix = self.constant(f"{name}.transposed", self.weights[f"{name}.weight"].T.astype(np.float32))
        return self.add("Add", self.add("MatMul", x, matrix), self.weight(f"{name}.bias"))

    def norm(self, x, name, **attributes):
        return self.add("LayerNormalization", x, self.weight(f"{name}.weight"), self.weight(f"{name}.bias"), axis=-1, epsilon=1e-12, **attributes)


def export(source, target, heads=12):
    """A BERT as ONNX: `ids` and `mask` [sentences, pieces] in, the mean over what the mask keeps out."""
    graph = Graph({key.removeprefix("bert."): value for key, value in load_file(source).items()})
    width = graph.weights["embeddings.word_embeddings.weight"].shape[1]
    layers = 1 + max(int(key.split(".")[2]) for key in graph.weights if key.startswith("encoder.layer."))
    whole = lambda name, *values: graph.constant(name, np.array(values, np.int64))
    number = lambda name, value: graph.constant(name, np.array(value, np.float32))
    length = graph.add("Shape", "ids", start=1, end=2)
    positions = graph.add("Slice", graph.weight("embeddings.position_embeddings.weight"), whole("zero", 0), length)
    kind = graph.constant("type", graph.weights["embeddings.token_type_embeddings.weight"][0].astype(np.float32))
    x = graph.add("Gather", graph.weight("embeddings.word_embeddings.weight"), "ids")
    x = graph.norm(graph.add("Add", graph.add("Add", x, kind), positions), "embeddings.LayerNorm")
    kept = graph.add("Cast", "mask", to=TensorProto.FLOAT)
    left_out = graph.add("Mul", graph.add("Sub", number("one", 1), graph.add("Unsqueeze", kept, whole("middle", 1, 2))), number("far", -1e4))
    apart, together = whole("apart", 0, 0, heads, width // heads), whole("together", 0, 0, width)
    for layer in range(layers):
        name = f"encoder.layer.{layer}"
        part = lambda which, *order: graph.add("Transpose", graph.add("Reshape", graph.linear(x, f"{name}.attention.self.{which}"), apart), perm=order)
        query, key, value = part("query", 0, 2, 1, 3), part("key", 0, 2, 3, 1), part("value", 0, 2, 1, 3)
        scores = graph.add("Div", graph.add("MatMul", query, key), number("root", np.sqrt(width / heads)))
        attended = graph.add("MatMul", graph.add("Softmax", graph.add("Add", scores, left_out), axis=-1), value)
        attended = graph.add("Reshape", graph.add("Transpose", attended, perm=(0, 2, 1, 3)), together)
        x = graph.norm(graph.add("Add", graph.linear(attended, f"{name}.attention.output.dense"), x), f"{name}.attention.output.LayerNorm")
        up = graph.linear(x, f"{name}.intermediate.dense")
        error = graph.add("Add", graph.add("Erf", graph.add("Div", up, number("root2", np.sqrt(2)))), number("one", 1))
        up = graph.add("Mul", graph.add("Mul", up, error), number("half", 0.5))
        x = graph.norm(graph.add("Add", graph.linear(up, f"{name}.output.dense"), x), f"{name}.output.LayerNorm")
    kept = graph.add("Unsqueeze", kept, whole("last", 2))
    total = graph.add("ReduceSum", graph.add("Mul", x, kept), whole("rows", 1), keepdims=0)
    graph.add("Div", total, graph.add("ReduceSum", kept, whole("rows", 1), keepdims=0), output="vectors")
    arrays = [helper.make_tensor_value_info(name, TensorProto.INT64, ["sentences", "pieces"]) for name in ("ids", "mask")]
    result = [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["sentences", width])]
    model = helper.make_model(
        helper.make_graph(graph.nodes, "bert", arrays, result, graph.initializers), opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    onnx.save(model, target)


def session(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def batches(pieces, size):
    """Arrays of `size` sentences, those of like length together."""
    order = sorted(range(len(pieces)), key=lambda number: len(pieces[number]))
    for start in range(0, len(order), size):
        part = order[start:start + size]
        ids = np.zeros((len(part), max(len(pieces[n]) for n in part)), np.int64)
        mask = np.zeros_like(ids)
        for row, number in enumerate(part):
            ids[row, :len(pieces[number])], mask[row, :len(pieces[number])] = pieces[number], 1
        yield part, {"ids": ids, "mask": mask}


def sentences(data, count=400):
    """Sentences of news and other prose, where the labelled sets are; else those of the samples."""
    found = []
    path = Path(data) / "ner" / "uner_ewt.dev.jsonl"
    if path.exists():
        for line in open(path, encoding="utf-8"):
            row = json.loads(line)
            found += [" ".join(row["text"][s["start"]:s["end"]].split()) for s in row.get("sentences") or []]
    else:
        print(f"no {path}: sentences of docs/samples and README.md instead", file=sys.stderr)
        for path in sorted((HERE / "../../docs/samples").rglob("*.txt")) + [HERE / "../../README.md"]:
            found += [" ".join(part.split()) for part in path.read_text("utf-8", "replace").replace("\n\n", ". ").split(". ")]
    # From a headline to a long sentence.
    return [sentence for sentence in found if 20 <= len(sentence) <= 1000][:count]


def vectors(program, model, lines):
    output = subprocess.run([program, "vectors", model], input="\n".join(lines).encode(), capture_output=True, check=True).stdout.decode()
    return np.array([[float(number) for number in line.split()] for line in output.splitlines()])


def cosines(one, other):
    return (one * other).sum(1) / np.linalg.norm(one, axis=1) / np.linalg.norm(other, axis=1)


def main():
    program, source, folder = sys.argv[1:4]
    lines = sentences(sys.argv[4] if len(sys.argv) > 4 else "../shared/data")
    tokenizer = Tokenizer.from_file(str(Path(folder) / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    pieces = [tokenizer.encode(line).ids for line in lines]
    total = sum(map(len, pieces))
    with tempfile.TemporaryDirectory() as scratch:
        floats, whole, packed = (f"{scratch}/{name}" for name in ("floats.onnx", "int8.onnx", "packed.safetensors"))
        export(source, floats)
        quantize_dynamic(floats, whole, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather"])
        packing = [sys.executable, HERE / "../../Models/encoder/pack.py", "--base", source, "--vocabulary", f"{folder}/vocab.txt", "--output", packed]
        subprocess.run(packing, check=True, capture_output=True)
        exact, peer = session(floats), session(whole)
        wanted, theirs = (np.zeros((len(lines), 384)) for _ in range(2))
        for part, arrays in batches(pieces, 1):
            wanted[part], theirs[part] = exact.run(None, arrays)[0], peer.run(None, arrays)[0]
        ours = vectors(program, packed, lines)
        print(f"{len(lines)} sentences, {total} pieces, ONNX Runtime {onnxruntime.__version__}")
        for name, found in (("ours", ours), ("ONNX Runtime int8", theirs)):
            cosine = cosines(found, wanted)
            print(f"cosine to fp32, {name}: min {cosine.min():.4f}, mean {cosine.mean():.4f}, below 0.99: {(cosine < 0.99).sum()}")
        best = {}
        for _ in range(ROUNDS):
            for size in (1, 4):
                ready = [arrays for _, arrays in batches(pieces, size)]
                start = time.perf_counter()
                for arrays in ready:
                    peer.run(None, arrays)
                speed = total / (time.perf_counter() - start)
                best[f"ONNX Runtime int8, batches of {size}"] = max(best.get(f"ONNX Runtime int8, batches of {size}", 0), speed)
            output = subprocess.run([program, "speed", packed], input="\n".join(lines).encode(), capture_output=True, check=True).stdout.decode()
            for line in output.splitlines():
                if "pieces/s" in line:
                    name, speed = f"ours, {line.split()[0]}", float(line.split()[1])
                    best[name] = max(best.get(name, 0), speed)
                elif line.startswith("path"):
                    opened = line
        print(opened)
        for name, speed in best.items():
            print(f"{name}: {speed:.0f} pieces/s")
        peers = max(speed for name, speed in best.items() if name.startswith("ONNX"))
        print(f"ours, sentence by sentence, against the faster of theirs: {best['ours, sentences'] / peers:.2f}")


if __name__ == "__main__":
    main()
