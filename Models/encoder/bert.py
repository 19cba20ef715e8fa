# SPDX-License-Identifier: Apache-2.0
"""The forward pass of a BERT in 32-bit floats, with numpy alone. Tensors by Hugging Face's names, without "bert." in front."""
import math

import numpy as np


def normalized(x, weight, bias):
    mean = x.mean(-1, keepdims=True)
    return (x - mean) / np.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + 1e-12) * weight + bias


def erf(x):
    """Abramowitz and Stegun 7.1.26: off by less than 1.5e-7, and numpy has none."""
    t = 1 / (1 + 0.3275911 * np.abs(x))
    p = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return np.sign(x) * (1 - p * np.exp(-x * x))


def states(tensors, ids, layers, heads, added=None, look=lambda name, x: None):
    """The last layer's states, [texts, pieces, width], of texts of one length.

    ids    [texts, pieces]
    added  [texts, pieces, width]: what is added to the embeddings of the pieces
    look   is shown what goes into each product of matrices: the name of the (first) matrix, and [texts, pieces, inputs]
    """
    count, length = ids.shape

    def linear(x, name):
        return x @ tensors[name + ".weight"].T + tensors[name + ".bias"]

    def norm(x, name):
        return normalized(x, tensors[name + ".weight"], tensors[name + ".bias"])

    x = tensors["embeddings.word_embeddings.weight"][ids] + tensors["embeddings.position_embeddings.weight"][:length]
    x = x + tensors["embeddings.token_type_embeddings.weight"][0]
    x = norm(x if added is None else x + added, "embeddings.LayerNorm")
    for layer in range(layers):
        at = f"encoder.layer.{layer}."
        look(at + "attention.self.query", x)
        q, k, v = (
            linear(x, at + "attention.self." + name).reshape(count, length, heads, -1).transpose(0, 2, 1, 3) for name in ("query", "key", "value")
        )
        scores = q @ k.transpose(0, 1, 3, 2) / math.sqrt(q.shape[-1])
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (scores / scores.sum(-1, keepdims=True) @ v).transpose(0, 2, 1, 3).reshape(count, length, -1)
        x = norm(x + linear(mixed, at + "attention.output.dense"), at + "attention.output.LayerNorm")
        look(at + "intermediate.dense", x)
        inner = linear(x, at + "intermediate.dense")
        x = norm(x + linear(inner * 0.5 * (1 + erf(inner / math.sqrt(2))), at + "output.dense"), at + "output.LayerNorm")
    return x
