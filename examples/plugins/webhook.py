#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sends each article on to a web address, signed so that the receiver knows who sent it (https://www.standardwebhooks.com).

In plugins.json, at the end of the chain:
    { "kind": "process", "name": "webhook", "command": ["python3", "examples/plugins/webhook.py"], "network": true,
      "allow_read": ["keys/webhook"], "options": { "url": "https://example.org/articles", "secret_file": "/srv/desk/keys/webhook" },
      "reads": ["headline", "summary", "entities", "topics"], "writes": ["x_webhook"], "on_error": "retry" }

The secret is base64, with `whsec_` in front or without: `head -c 24 /dev/urandom | base64 > keys/webhook`. It lies in a file that the plugin's user
can read. An article that is processed again is sent again, under the same id: a receiver keeps the ids it has seen.
"""
import base64
import hashlib
import hmac
import json
import sys
import time
import urllib.error
import urllib.request


class Refused(Exception):
    """The article was not taken; `retry` where it may be later."""

    def __init__(self, message, retry):
        super().__init__(message)
        self.retry = retry


def signed(secret, identity, body):
    moment = str(int(time.time()))
    mark = hmac.new(secret, f"{identity}.{moment}.".encode() + body, hashlib.sha256).digest()
    return {
        "content-type": "application/json", "user-agent": "copydesk", "webhook-id": identity, "webhook-timestamp": moment,
        "webhook-signature": "v1," + base64.b64encode(mark).decode(),
    }


def send(document, url, secret):
    body = json.dumps({"type": "article.processed", "data": document}, ensure_ascii=False).encode()
    request = urllib.request.Request(url, data=body, headers=signed(secret, document["id"], body), method="POST")
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        raise Refused(f"the receiver answered with status {error.code}", error.code == 429 or error.code >= 500)
    except OSError as error:
        raise Refused(f"the receiver cannot be reached: {error}", True)


def main():
    url, secret = None, b""
    for line in sys.stdin:
        request = json.loads(line)
        method, params = request["method"], request.get("params") or {}
        answer = {"jsonrpc": "2.0", "id": request["id"], "result": None}
        try:
            if method == "initialize":
                url = params["options"]["url"]
                with open(params["options"]["secret_file"], encoding="ascii") as file:
                    secret = base64.b64decode(file.read().strip().removeprefix("whsec_"))
                answer["result"] = {"name": "webhook", "version": "1"}
            elif method == "process":
                answer["result"] = {"patch": {"x_webhook": {"status": send(params["document"], url, secret)}}}
        except Refused as error:
            answer["error"] = {"code": 1, "message": str(error), "data": {"remedy": "Look to the receiver", "retry": error.retry}}
        except (KeyError, OSError, ValueError) as error:
            answer["error"] = {"code": 2, "message": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), flush=True)
        if method == "shutdown":
            return


if __name__ == "__main__":
    main()
