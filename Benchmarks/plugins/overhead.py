#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a program in the chain costs: the time of a stage whose plugin answers at once, beside built-in stages in the same run.

    overhead.py [ARTICLES]

Needs a release build. Times are the stages' own, from `provenance`; the plugin's own work is measured by itself and taken off.
"""
import json, statistics, subprocess, sys, tempfile, time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/release/copydesk"
# Finds the id without reading the document, and answers: as little work as a plugin can do.
PLUGIN = """
import sys
source, sink = sys.stdin.buffer, sys.stdout.buffer
for line in iter(source.readline, b""):
    number = line[20:line.index(b",", 20)]
    sink.write(b'{"jsonrpc":"2.0",' + b'"id":' + number.split(b":")[-1] + b',"result":{}}\\n')
    sink.flush()
"""


def main(articles=2000):
    folder = Path(tempfile.mkdtemp(prefix="copydesk-overhead-"))
    folder.chmod(0o755)
    (folder / "plugins").mkdir()
    (folder / "plugins/nothing.py").write_text(PLUGIN)
    manifest = folder / "plugins.json"
    manifest.write_text(json.dumps({"stages": [
        {"plugin": "normalize"},
        {"kind": "process", "name": "nothing", "command": ["python3", "plugins/nothing.py"], "writes": ["tags"], "workers": 1},
        {"kind": "process", "name": "nothing, given all", "command": ["python3", "plugins/nothing.py"], "writes": ["tags"], "workers": 1,
         "reads": ["paragraphs", "sentences"]},
    ]}))
    texts = [path.read_text(encoding="cp1252", errors="replace") for path in sorted((ROOT / "docs/samples").glob("*.txt"))]
    lines = "".join(json.dumps({"id": n, "text": texts[n % len(texts)]}) + "\n" for n in range(articles))
    answers = subprocess.run(
        [PROGRAM, "process", "--manifest", manifest, "--input-ndjson", "--jobs", "1"], input=lines, capture_output=True, text=True, check=True)
    times = {}
    for line in answers.stdout.splitlines()[articles // 10:]:
        for entry in json.loads(line)["provenance"]:
            assert entry["outcome"] == "done", entry
            times.setdefault(entry["stage"], []).append(entry["milliseconds"] * 1000)
    # The plugin by itself, on the same kind of line.
    document = json.dumps({"text": texts[0]})
    requests = [f'{{"jsonrpc":"2.0","id":{n},"method":"process","params":{{"document":{document}}}}}\n'.encode() for n in range(articles)]
    with subprocess.Popen(["/usr/bin/python3", folder / "plugins/nothing.py"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        process.stdin.write(requests[0])
        process.stdin.flush()
        time.sleep(0.5)
        begin = time.perf_counter()
        process.stdin.write(b"".join(requests))
        process.stdin.close()
        process.wait()
        own = (time.perf_counter() - begin) / articles * 1e6
    direct = statistics.median(times["normalize"])
    for stage, values in times.items():
        median = statistics.median(values)
        print(f"{stage}: median {median:.0f} µs, p99 {statistics.quantiles(values, n=100)[98]:.0f} µs, {median / direct:.2f} × normalize")
    print(f"the plugin's own work: {own:.0f} µs an article")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
