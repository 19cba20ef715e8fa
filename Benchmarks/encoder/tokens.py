#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds our word pieces against Hugging Face's tokenizers: numbers, spans, words, shapes and spacings.

    tokens.py PROGRAM MODEL TOKENIZER.json [DATA]

PROGRAM is EncoderBenchmark. Lines are every sentence of the labelled sets below DATA (docs/ACCURACY.md), where they are, and lines made here:
every character that there is, alone between letters, and hard ones. Shapes are counted by the training script's rule (Models/names/shapes.py).
"""
import json
import random
import subprocess
import sys
import unicodedata
from pathlib import Path

from tokenizers import Tokenizer

sys.path.append(str(Path(__file__).resolve().parents[2] / "Models" / "names"))
from shapes import shape  # noqa: E402

HARD = [
    "", " ", "\t \u3000", "naïve café Ünïcode ÅNGSTRÖM", "e\u0301te\u0301 E\u0301", "東京都とソウル서울특별시", "한국어 텍스트", "がぎぐ ガギグ",
    "soft\u00adhyphen zero\u200bwidth joiner\u200d \ufeffmark", "control\x01char\x7f\x85next", "İstanbul ISTANBUL ıi ẞß", "ΣΊΣΥΦΟΣ Σίσυφος",
    "ﬁne ﬂow ﬃ", "¿Qué? «Oui» „Ja“ ‚x‘ —–‐", "a" * 100, "a" * 101, "é" * 100 + " " + "é" * 101, "3.5% $5,000 €20 ½ ² №5", "U.S.-led 21st B-52",
    "مرحبا بالعالم", "שלום עולם", "नमस्ते दुनिया", "สวัสดีชาวโลก", "👩‍👩‍👧 🇮🇶 x👍y", "\ue000private\uf8ff", "\ufffdbroken\ufffd", "o\u0302\u0323o\u0323\u0302",
    "≠ ≮ \u037e \u2126 \u212b", "［ＣＡＰＳ］ ｆｕｌｌ　ｗｉｄｔｈ", "\u0345 \u0301 x\u0301\u0302\u0303y", "ǅ ǆ Ǆ ᾼ", "豈更車 \U0002f800 \U00020000",
    "line\u2028sep para\u2029sep nb\u00a0sp thin\u2009sp", "tatweelـــ", "don't won’t O'Neill l'été", "http://a.example/b?c=d&e=f#g @user #tag", "____ ~~ ^^ ``",
]


def expected(tokenizer, line):
    encoded = tokenizer.encode(line, add_special_tokens=False)
    starts = [0]
    for character in line:
        starts.append(starts[-1] + len(character.encode()))
    pieces, words, before = [], [], None
    for piece, number, (first, last) in zip(encoded.ids, encoded.word_ids, encoded.offsets):
        pieces.append((piece, starts[first], starts[last]))
        if words and words[-1][0] == number:
            words[-1][2] = last
        else:
            words.append([number, first, last])
    rows = []
    for _, first, last in words:
        spacing = 2 if before is None else 1 if first == before else 0
        before = last
        rows.append((starts[first], starts[last], shape(line[first:last]) if last > first else 8, spacing + 1))
    return pieces, rows


def ours(program, model, lines):
    text = "".join(line + "\n" for line in lines)
    output = subprocess.run([program, "pieces", model], input=text.encode(), capture_output=True, check=True).stdout.decode()
    for row in output.split("\n"):
        pieces, _, words = row.partition("|")
        yield [tuple(map(int, piece.split(":"))) for piece in pieces.split()], [tuple(map(int, word.split(":"))) for word in words.split()]


def sentences(folder):
    for path in sorted(Path(folder).glob("ner/*.jsonl")) + sorted(Path(folder).glob("sentences/*.jsonl")) + sorted(Path(folder).glob("langid/*.jsonl")):
        with open(path, encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                text = row.get("text") or ""
                spans = [(s["start"], s["end"]) for s in row.get("sentences") or [] if isinstance(s, dict)] or [(0, len(text))]
                for start, end in spans:
                    yield " ".join(text[start:end].split("\n"))


def compare(name, program, model, tokenizer, lines, show=12):
    # A line may not hold what ends one, nor what no file can hold.
    lines = [line for line in lines if "\n" not in line and "\r" not in line and not any(0xD800 <= ord(c) < 0xE000 for c in line)]
    faults = {"pieces": 0, "spans": 0, "words": 0, "shapes": 0}
    for line, (pieces, words) in zip(lines, ours(program, model, lines)):
        want, rows = expected(tokenizer, line)
        kind = (
            "pieces" if [p[0] for p in want] != [p[0] for p in pieces] else "spans" if want != pieces
            else "words" if [r[:2] for r in rows] != [r[:2] for r in words] else "shapes" if rows != words else None)
        if kind:
            faults[kind] += 1
            if faults[kind] <= show:
                print(f"  {kind} {line[:60]!r}\n    theirs {want[:8]} {rows[:4]}\n    ours   {pieces[:8]} {words[:4]}")
    print(f"{name}: {len(lines)} lines, other than theirs: {faults}", flush=True)
    return sum(faults.values())


# Blocks that neither Unicode's later versions nor different tables touch.
OLD = [(0, 0x5FF), (0x1E00, 0x20BE), (0x2100, 0x218A), (0x3000, 0x312D), (0x3131, 0x318E), (0x3400, 0x4DB5), (0x4E00, 0x9FD5), (0xAC00, 0xD7A3), (0xF900, 0xFAD9), (0xFF00, 0xFFDC)]


def is_newer(character):
    return not any(first <= character <= last for first, last in OLD) or unicodedata.category(chr(character)) == "Cn"


def alone(wanted):
    return [f"ab{chr(c)}cd {chr(c)}" for c in range(1, 0x110000) if wanted(c)]


def main():
    program, model, path = sys.argv[1:4]
    data = Path(sys.argv[4] if len(sys.argv) > 4 else "../shared/data")
    tokenizer = Tokenizer.from_file(path)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    faults = compare("hard lines", program, model, tokenizer, HARD)
    faults += compare("every character of European and East Asian scripts", program, model, tokenizer, alone(lambda c: not is_newer(c)), 3)
    # Their tables are those of Unicode 8, Python's those of its own version; ours are of this year. What differs is newer than theirs.
    compare("every other character (counted, no fault)", program, model, tokenizer, alone(is_newer), 0)
    if not data.is_dir():
        print(f"SKIPPED: there are no sentences in {data}; give the folder as the last argument", file=sys.stderr)
        return
    lines = sorted(set(sentences(data)))
    random.Random(1).shuffle(lines)
    faults += compare("sentences", program, model, tokenizer, lines[:20000])
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
