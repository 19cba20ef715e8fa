#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Takes e-mail addresses and telephone numbers out of an article; every offset keeps its way back to the source.

In plugins.json, in front of the chain:
    { "kind": "process", "name": "redact", "command": ["python3", "examples/plugins/redact.py"],
      "writes": ["text", "notices", "x_redacted"], "options": { "mark": "[removed]" } }
"""
import json
import re
import sys

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
NUMBER = re.compile(r"(?<![\w.])\+?\d[\d ()/-]{6,18}\d(?![\w.])")


def process(document, mark):
    found = [(m.start(), m.end(), "address") for m in ADDRESS.finditer(document["text"])]
    taken = [(start, end) for start, end, _ in found]
    for m in NUMBER.finditer(document["text"]):
        # Years and sums are no telephone numbers: those have seven digits at least.
        if sum(c.isdigit() for c in m.group()) >= 7 and not any(s < m.end() and m.start() < e for s, e in taken):
            found.append((m.start(), m.end(), "telephone"))
    found.sort()
    edits = [{"start": start, "end": end, "text": mark, "name": f"redact-{kind}"} for start, end, kind in found]
    patch = {"x_redacted": {kind: sum(k == kind for _, _, k in found) for kind in ("address", "telephone")}}
    if found:
        patch["notices"] = [{"code": "redacted", "message": f"{len(found)} contact details were removed", "severity": "info"}]
    return {"edits": edits, "patch": patch}


def main():
    mark = "[removed]"
    for line in sys.stdin:
        request = json.loads(line)
        method, params = request["method"], request.get("params") or {}
        if method == "initialize":
            mark = params["options"].get("mark", mark)
            result = {"name": "redact", "version": "1"}
        elif method == "process":
            result = process(params["document"], mark)
        else:
            result = None
        print(json.dumps({"jsonrpc": "2.0", "id": request["id"], "result": result}), flush=True)
        if method == "shutdown":
            return


if __name__ == "__main__":
    main()
