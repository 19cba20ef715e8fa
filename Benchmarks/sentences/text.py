#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the text that `make bench-sentences` splits: every sentence set of EVAL_DATA, or the samples of docs/ where there are none."""
import glob
import json
import os

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DATA = os.environ.get("EVAL_DATA", os.path.join(ROOT, "..", "shared", "data"))

paths = sorted(glob.glob(os.path.join(DATA, "sentences", "*.input.jsonl")))
for path in paths:
    for line in open(path, encoding="utf-8"):
        print(json.loads(line)["text"], end="\n\n")
if not paths:
    for path in sorted(glob.glob(os.path.join(ROOT, "docs", "samples", "*.txt"))):
        print(open(path, encoding="utf-8", errors="replace").read(), end="\n\n")
