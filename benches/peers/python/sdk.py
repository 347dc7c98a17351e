"""Does with the official SDK what the comparison asks for: one task a line on standard input, then `go`.
Usage: python sdk.py URL KEY CALL_ID
"""

import json
import sys

from retell import Retell

url, key, call_id = sys.argv[1:]
client = Retell(api_key=key, base_url=url)


def judged(rightly):
    return (1 if rightly else 0, 0)


def list_calls(task):
    page = client.call.list(limit=1000)
    return len(page.items), sum(call.duration_ms for call in page.items)


def retrieve(task):
    call = client.call.retrieve(call_id)
    return sum(len(utterance.words) for utterance in call.transcript_object), call.duration_ms


def verify(task):
    return judged(client.verify(task["body"].decode(), key, task["signature"]))


def receive(task):
    text = task["body"].decode()
    if not client.verify(text, key, task["signature"]):
        return (0, 0)
    call = json.loads(text)["call"]
    return sum(len(utterance["words"]) for utterance in call["transcript_object"]), call["duration_ms"]


def refuse(task):
    return judged(not client.verify(task["body"].decode(), key, task["signature"]))


OPERATIONS = {
    "list": list_calls,
    "retrieve": retrieve,
    "verify": verify,
    "receive": receive,
    "refuse": refuse,
}


def times(task, often):
    operation = OPERATIONS[task["operation"]]
    items = duration_ms = 0
    for _ in range(often):
        seen = operation(task)
        items += seen[0]
        duration_ms += seen[1]
    return {"items": items, "duration_ms": duration_ms}


for line in sys.stdin:
    task = json.loads(line)
    # A webhook comes in as bytes.
    task["body"] = task["body"].encode()
    times(task, task["warm_up"])
    print("ready", flush=True)
    sys.stdin.readline()
    print(json.dumps(times(task, task["times"])), flush=True)
